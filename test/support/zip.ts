import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** What the headers claim in place of the truth. */
  readonly claims?: { readonly size?: number; readonly encrypted?: boolean }
}

const crc = (bytes: Uint8Array): number => (typeof crc32 === 'function' ? crc32(bytes) : 0)

/** A zip archive in memory, honest or not; `overlap` makes all entries point at the first one's bytes. */
export const zipOf = (parts: readonly ZipPart[], overlap = false): Buffer => {
  const files: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes, claims = {} } of parts) {
    const raw = Buffer.from(bytes)
    const packed = deflateRawSync(raw)
    const title = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | (claims.encrypted ? 1 : 0), 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc(raw), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims.size ?? raw.length, 18)
    fields.writeUInt16LE(title.length, 22)
    const head = Buffer.from('504b0102', 'hex')
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(overlap ? 0 : at, 10)
    central.push(Buffer.concat([head, Buffer.from([20, 0]), fields, tail, title]))
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, title, packed])
    if (!overlap || at === 0) files.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const start = files.reduce((sum, file) => sum + file.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([...files, directory, end])
}
