/** Sets under keys: a key is there while its set is not empty. */

/** Puts a member into the set under a key. */
export const enter = <K, V>(index: Map<K, Set<V>>, key: K, member: V): void => {
  const members = index.get(key)
  if (members) members.add(member)
  else index.set(key, new Set([member]))
}

/** Takes a member out of the set under a key, and the key with its last member. */
export const leave = <K, V>(index: Map<K, Set<V>>, key: K, member: V): void => {
  const members = index.get(key)
  members?.delete(member)
  if (members?.size === 0) index.delete(key)
}
