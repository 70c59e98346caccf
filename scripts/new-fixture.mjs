// `npm run new-fixture -- PATH [NAME]`: makes a fixture of a page that Letopis reads wrongly. The page is copied to
// test/fixtures/pages, with what Letopis reads in it now beside it; correct that by hand and it is a test.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, 'test', 'fixtures', 'pages')
const [path, given] = process.argv.slice(2)

if (!path || !existsSync(path)) {
  console.error(
    'usage: npm run new-fixture -- PATH [NAME]\nPATH is a page: .html, .txt or a file with one article record.',
  )
  process.exit(2)
}
const ending = extname(path)
const name = given ?? basename(path, ending)
const page = join(FOLDER, `${name}${ending}`)
if (existsSync(page)) {
  console.error(`${page} is there already; give another name.`)
  process.exit(2)
}
const { stdout, status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(ROOT, 'src', 'cli', 'main.ts'), 'extract', '--workers', '1', path],
  { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e9 },
)
const [line] = (stdout ?? '').split('\n')
if (status !== 0 || !line) process.exit(1)

const facts = JSON.parse(line)
const quote = ({ start, end }) => facts.text.slice(start, end)
const expected = {
  outlet: facts.outlet,
  headline: facts.headline,
  published: facts.published,
  updated: facts.updated,
  url: facts.url,
  parts: facts.parts.map(({ kind, text }) => ({ kind, text })),
  times: facts.times.map((time) => ({ quote: quote(time), value: time.value })),
  statements: facts.statements.map((one) => ({
    quote: quote(one),
    speaker: one.speaker?.name ?? null,
    stance: one.stance,
  })),
  events: facts.events.map(({ trigger, kind, status: state, date }) => ({
    trigger: quote(trigger),
    kind,
    status: state,
    date,
  })),
}
mkdirSync(FOLDER, { recursive: true })
copyFileSync(path, page)
const sidecar = path.replace(/\.[^.]+$/, '.meta.json')
if (existsSync(sidecar)) copyFileSync(sidecar, join(FOLDER, `${name}.meta.json`))
writeFileSync(join(FOLDER, `${name}.expected.json`), `${JSON.stringify(expected, null, 2)}\n`)
console.log(
  `test/fixtures/pages/${basename(page)}\ntest/fixtures/pages/${name}.expected.json  (as read now: correct it by hand)`,
)
console.log('Only pages that may be published belong here: write one of your own that shows the same fault.')
