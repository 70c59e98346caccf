import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectAddresses } from '../src/collect/index.ts'

/** A page of a made outlet: about as heavy as a short news page, with furniture. */
const pageOf = (item: number): string => {
  const line = `В городе номер ${item} открыли мост; строители сдали его на неделю раньше срока.`
  const links = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}.html">Раздел ${at}</a></li>`).join('')
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Мост ${item}</title></head><body><nav><ul>${links}</ul></nav>
<article><h1>Мост ${item}</h1><time datetime="2026-01-05T10:00:00+03:00"></time>${`<p>${line}</p>`.repeat(12)}</article></body></html>`
}

const feedOf = (items: number, site: string): string => {
  const item = (at: number): string =>
    `<item><title>Мост ${at}</title><link>${site}/${at}.html</link><pubDate>Mon, 05 Jan 2026 10:00:00 +0300</pubDate></item>`
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Мосты</title><link>${site}/</link>${Array.from({ length: items }, (_, at) => item(at)).join('')}</channel></rss>`
}

/** Collects a feed of so many items from a server of this process, without a delay; gives pages a second. */
export const benchFeed = async (items: number): Promise<string> => {
  const server = createServer((request, response) => {
    const at = /^\/(\d+)\.html$/.exec(request.url ?? '')
    if (request.url === '/feed.xml')
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8').end(feedOf(items, site))
    else if (at) response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(Number(at[1])))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const began = performance.now()
  let pages = 0
  let problems = 0
  for await (const page of collectAddresses([`${site}/feed.xml`], { allowHosts: ['127.0.0.1'], delay: 0 })) {
    if (page.kind === 'problem') problems++
    else pages++
  }
  const seconds = (performance.now() - began) / 1000
  server.close()
  return `${pages} pages of a feed of ${items} items in ${seconds.toFixed(1)} s (${Math.round(pages / seconds)} a second), ${problems} problems; the server is in the same process.`
}
