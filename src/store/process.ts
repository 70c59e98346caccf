import { execFile } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { promisify } from 'node:util'

/**
 * Who a process is, so that its pid, given to somebody else later, is not taken for it: the machine's present boot, the
 * namespace that the pid is counted in, and the moment when the process began.
 */
export interface ProcessIdentity {
  readonly pid: number
  readonly host: string
  readonly boot: string
  readonly space: string
  /** Clock ticks since boot on Linux, a date in words elsewhere; empty where the system does not tell. */
  readonly began: string
}

const orEmpty = (read: () => string): string => {
  try {
    return read()
  } catch {
    return ''
  }
}

/** Changes with every start of the machine; where the system has no such mark, the minute when it started. */
export const bootMark = (): string =>
  orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ||
  `minute ${Math.round((Date.now() / 1000 - uptime()) / 60)}`

/** Whether two marks can be of one boot; the computed ones may be a minute or two apart. */
export const sameBoot = (a: string, b: string): boolean => {
  if (a === b) return true
  const [x, y] = [a, b].map((mark) => /^minute (\d+)$/.exec(mark)?.[1])
  return x !== undefined && y !== undefined && Math.abs(Number(x) - Number(y)) <= 2
}

const beganOf = async (pid: number): Promise<string> => {
  const stat = orEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The second field is the command in parentheses and may hold anything; the start is the 20th after it.
  if (stat !== '') return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  if (process.platform === 'linux' || process.platform === 'win32') return ''
  return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  )
}

export const processIdentity = async (pid: number = process.pid): Promise<ProcessIdentity> => ({
  pid,
  host: hostname(),
  boot: bootMark(),
  space: orEmpty(() => readlinkSync('/proc/self/ns/pid')),
  began: await beganOf(pid),
})

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether a process still runs; null when that cannot be seen from here (another machine or container). */
export const isRunning = async (other: ProcessIdentity): Promise<boolean | null> => {
  const self = await processIdentity()
  if (other.host !== self.host || other.space !== self.space) return null
  if (!sameBoot(other.boot, self.boot)) return false
  if (!exists(other.pid)) return false
  const began = await beganOf(other.pid)
  return other.began === '' || began === '' || began === other.began
}
