import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50

const findEnd = (file: Buffer): number => {
  for (let at = file.length - 22; at >= 0; at--) if (file.readUInt32LE(at) === END) return at
  throw new Error('not a zip archive (a wheel is one)')
}

/** The files of a zip archive (no encryption, no ZIP64), by name. */
export const readZip = (file: Buffer): ReadonlyMap<string, Buffer> => {
  const end = findEnd(file)
  const files = new Map<string, Buffer>()
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (file.readUInt32LE(at) !== ENTRY) throw new Error('damaged zip directory')
    const method = file.readUInt16LE(at + 10)
    const packed = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const local = file.readUInt32LE(at + 42)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const body = file.subarray(start, start + packed)
    files.set(name, method === 0 ? body : inflateRawSync(body))
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return files
}
