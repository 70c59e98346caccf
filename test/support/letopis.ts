import { type ChildProcess, spawn } from 'node:child_process'
import { COMPILED_MAIN } from './compile.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves once standard output has shown the text; fails when the process ends before. */
  shows(text: string | RegExp): Promise<string>
}

/** Starts the command line, in English unless told otherwise. */
export const startLetopis = (
  args: readonly string[],
  given: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Running => {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8', LETOPIS_DB: '', NO_COLOR: '1', ...given.env }
  const child = spawn(process.execPath, [COMPILED_MAIN, ...args], { env })
  let out = ''
  let err = ''
  const watchers = new Set<() => void>()
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    for (const watch of watchers) watch()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  child.stdin.on('error', () => {})
  child.stdin.end(given.input ?? '')
  const ended = new Promise<Ended>((done) => child.on('close', (code) => done({ code, out, err })))
  const shows = (text: string | RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const watch = (): void => {
        if (typeof text === 'string' ? !out.includes(text) : !text.test(out)) return
        watchers.delete(watch)
        done(out)
      }
      watchers.add(watch)
      watch()
      void ended.then(({ code }) => fail(new Error(`ended with ${code} before it showed ${text}:\n${out}\n${err}`)))
    })
  return { child, ended, shows }
}

/** Runs the command line to its end. */
export const letopis = (args: readonly string[], given: Parameters<typeof startLetopis>[1] = {}): Promise<Ended> =>
  startLetopis(args, given).ended
