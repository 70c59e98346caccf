import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockOwner, takeLock } from './lock.ts'
import { processIdentity } from './process.ts'

let folder: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'letopis-lock-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

const sleeper = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1000)'])
  children.push(child)
  await once(child.stdout!, 'data')
  return child
}

const lockOf = async (pid: number, change: object = {}): Promise<void> => {
  const owner = { process: { ...(await processIdentity(pid)), ...change }, nonce: 'x', command: 'add' }
  await writeFile(join(folder, 'lock'), JSON.stringify(owner))
}

test('a second one is told who has the folder', async () => {
  const child = await sleeper()
  await lockOf(child.pid!)
  await expect(takeLock(folder, 'add')).rejects.toMatchObject({
    problem: { code: 'database-in-use', detail: { pid: child.pid, command: 'add' } },
  })
  expect((await lockOwner(folder))?.process.pid).toBe(child.pid)
})

test('free again after release', async () => {
  const lock = await takeLock(folder, 'serve')
  await expect(takeLock(folder, 'add')).rejects.toThrow()
  await lock.release()
  await (await takeLock(folder, 'add')).release()
  expect(await lockOwner(folder)).toBeNull()
})

test('what a killed process left behind is cleared', async () => {
  const child = await sleeper()
  await lockOf(child.pid!)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await lockOwner(folder)).toBeNull()
  await (await takeLock(folder, 'add')).release()
})

test('a pid that now belongs to another process does not hold the folder', async () => {
  const child = await sleeper()
  await lockOf(child.pid!, { began: '1' })
  await (await takeLock(folder, 'add')).release()
})

test('a lock from before the last start of the machine does not hold the folder', async () => {
  await lockOf(process.pid, { boot: 'another boot' })
  await (await takeLock(folder, 'add')).release()
})

test('an owner on another machine holds the folder while it beats, and not when it has long been silent', async () => {
  await lockOf(4_242, { host: 'another-machine' })
  await expect(takeLock(folder, 'add')).rejects.toMatchObject({ problem: { detail: { host: 'another-machine' } } })
  const long = new Date(Date.now() - 120_000)
  await utimes(join(folder, 'lock'), long, long)
  await (await takeLock(folder, 'add')).release()
})

test('half a lock file, left by a full disk or a stop, does not hold the folder for ever', async () => {
  const path = join(folder, 'lock')
  await writeFile(path, '{"process":{"pi')
  await expect(takeLock(folder, 'add')).rejects.toMatchObject({ problem: { code: 'database-in-use' } })
  const old = new Date(Date.now() - 10_000)
  await utimes(path, old, old)
  await (await takeLock(folder, 'add')).release()
})

test('of many who find a stale lock at one moment exactly one gets it', async () => {
  await lockOf(process.pid, { boot: 'another boot' })
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(folder, 'add')))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('tells others where to knock', async () => {
  const lock = await takeLock(folder, 'serve')
  await lock.openDoor({ url: 'http://127.0.0.1:4400', token: 'тайна' })
  expect((await lockOwner(folder))?.door).toEqual({ url: 'http://127.0.0.1:4400', token: 'тайна' })
  expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8')).command).toBe('serve')
  await lock.release()
})
