import { once } from 'node:events'

/** A stream to a person or a pipe; waits when its reader is slower, and colours only for a person who wants it. */
export interface Output {
  readonly columns: number | null
  readonly isTerminal: boolean
  /** Text in a style, e.g. `paint('dim', '…')`; plain where colours are off. */
  paint(style: Style, text: string): string
  write(text: string | Uint8Array): Promise<void>
  line(text?: string): Promise<void>
}

const STYLES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const
export type Style = keyof typeof STYLES

const wantsColour = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean =>
  !env.NO_COLOR && env.TERM !== 'dumb' && (env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stream.isTTY === true)

export const outputTo = (stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Output => {
  const coloured = wantsColour(stream, env)
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    throw error
  })
  const write = async (text: string | Uint8Array): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain')
  }
  return {
    columns: stream.isTTY ? stream.columns || 80 : null,
    isTerminal: stream.isTTY === true,
    paint: (style, text) => (coloured ? `\x1b[${STYLES[style][0]}m${text}\x1b[${STYLES[style][1]}m` : text),
    write,
    line: (text = '') => write(`${text}\n`),
  }
}

/**
 * Breaks a text at spaces so that no line is wider than `columns`; further lines are indented. A no-break space keeps
 * what it joins together. Without columns the text stays one line.
 */
export const wrap = (text: string, columns: number | null, indent = 0): string => {
  if (columns === null) return text
  const width = Math.max(20, columns)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const used = (lines.length > 0 ? indent : 0) + line.length
    if (line !== '' && used + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.join(`\n${' '.repeat(indent)}`)
}
