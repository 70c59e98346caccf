/**
 * A file of named sections: the magic number, a count, then for each section its name (length, Latin-1), offset and
 * length; the sections follow, each aligned to 8 bytes so that a typed array can stand on it without a copy.
 */

const MAGIC = 0x314c524c // "LRL1"

const align = (at: number): number => (at + 7) & ~7

/** Packs named sections into one file. The same sections in the same order give the same bytes. */
export const packSections = (sections: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  let at = 8 + sections.reduce((sum, [name]) => sum + 1 + name.length + 8, 0)
  const places = sections.map(([, bytes]) => {
    const start = align(at)
    at = start + bytes.length
    return start
  })
  const file = new Uint8Array(align(at))
  const view = new DataView(file.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, sections.length, true)
  let head = 8
  sections.forEach(([name, bytes], i) => {
    file[head++] = name.length
    for (let k = 0; k < name.length; k++) file[head++] = name.charCodeAt(k)
    view.setUint32(head, places[i]!, true)
    view.setUint32(head + 4, bytes.length, true)
    head += 8
    file.set(bytes, places[i]!)
  })
  return file
}

/** The sections of a file; throws when the bytes are no such file, since no language can be read without its data. */
export const readSections = (input: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const file = input.byteOffset % 8 === 0 ? input : new Uint8Array(input)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length < 8 || view.getUint32(0, true) !== MAGIC)
    throw new Error('not a language data file; run npm run train')
  const sections = new Map<string, Uint8Array>()
  let head = 8
  for (let left = view.getUint32(4, true); left > 0; left--) {
    const length = file[head++]!
    const name = String.fromCharCode(...file.subarray(head, head + length))
    head += length
    const start = view.getUint32(head, true)
    sections.set(name, file.subarray(start, start + view.getUint32(head + 4, true)))
    head += 8
  }
  return sections
}

/** One section, which must be there. */
export const section = (sections: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array => {
  const bytes = sections.get(name)
  if (!bytes) throw new Error(`the language data has no section ${name}; run npm run train`)
  return bytes
}

/** A section of text (UTF-8), one item a line. */
export const lines = (bytes: Uint8Array): readonly string[] => new TextDecoder().decode(bytes).split('\n')

/** A section as 16-bit numbers, without a copy. */
export const words16 = (bytes: Uint8Array): Uint16Array =>
  new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1)

/** A section as 32-bit numbers, without a copy. */
export const words32 = (bytes: Uint8Array): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
