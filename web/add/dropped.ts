/** Endings of files that can be read, as `src/collect` tells them; each may be packed by gzip. */
export const ENDINGS =
  'html htm xhtml txt ndjson jsonl json opml rss atom xml warc wet wacz zip mhtml mht eml pdf gz'.split(' ')

const known = (name: string): boolean =>
  !name.startsWith('.') && ENDINGS.includes(name.toLowerCase().split('.').at(-1) ?? '')

const inFolder = async (folder: FileSystemDirectoryEntry): Promise<File[]> => {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    // A hundred at a time, until none comes.
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (some.length === 0) break
    entries.push(...some)
  }
  const all = await Promise.all(entries.map((entry) => (entry.isDirectory || known(entry.name) ? of(entry) : [])))
  return all.flat()
}

const of = (entry: FileSystemEntry): Promise<File[]> =>
  entry.isDirectory
    ? inFolder(entry as FileSystemDirectoryEntry)
    : new Promise((done, failed) => (entry as FileSystemFileEntry).file((file) => done([file]), failed))

/** The files that were dropped, and of folders all inside that can be read. */
export const droppedFiles = async (data: DataTransfer | null): Promise<File[]> => {
  // The entries are gone once the event is over: all are taken before the first is waited for.
  const entries = [...(data?.items ?? [])].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return [...(data?.files ?? [])]
  return (await Promise.all(entries.map(of))).flat()
}
