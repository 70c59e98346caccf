import { Chronicle, FORMATS, formatNamed, type Page, writeExport } from '../../src/index.ts'

async function* pages(): AsyncGenerator<Page> {
  yield { kind: 'record-page', input: 'a.txt', text: 'Премьер Норвегии посетит Хельсинки 2 июня 2031 года.', meta: {} }
}

// A folder keeps it; `memory:` is gone on closing; `postgres://…` is shared.
const letopis = await Chronicle.open('memory:', { command: 'my-program', workers: 1 })
for await (const step of letopis.add(pages())) console.log(step.kind, step.input)
await letopis.settle()

console.log(FORMATS.length > 15)
let file = ''
for await (const piece of writeExport(formatNamed('plover')!, await letopis.tables(), { lang: 'en' })) file += piece
const { event, date, status } = JSON.parse(file)
console.log(event, date, status)
await letopis.close()
