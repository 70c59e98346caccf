const BLOCK = 512
const encoder = new TextEncoder()

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`

/** The header of one file (POSIX.1-1988 ustar); the name may have 100 bytes. */
const header = (name: string, size: number): Uint8Array => {
  const block = new Uint8Array(BLOCK)
  const put = (at: number, text: string): void => block.set(encoder.encode(text), at)
  put(0, name)
  put(100, octal(0o644, 8))
  put(108, octal(0, 8))
  put(116, octal(0, 8))
  put(124, octal(size, 12))
  // No clock here: the same chronicle gives the same file.
  put(136, octal(0, 12))
  put(148, ' '.repeat(8))
  put(156, '0')
  put(257, 'ustar\u000000')
  const sum = block.reduce((total, byte) => total + byte, 0)
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `)
  return block
}

/** One file of a tar archive. */
export const tarFile = (name: string, content: string): Uint8Array => {
  const bytes = encoder.encode(content)
  const whole = new Uint8Array(BLOCK + Math.ceil(bytes.length / BLOCK) * BLOCK)
  whole.set(header(name, bytes.length))
  whole.set(bytes, BLOCK)
  return whole
}

/** What ends an archive. */
export const TAR_END = new Uint8Array(2 * BLOCK)
