import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { extract } from '../src/app/index.ts'
import type { Page } from '../src/collect/index.ts'

async function* recordsOf(folder: string): AsyncGenerator<Page> {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue
    const text = readFileSync(join(folder, name), 'utf8')
    yield { kind: 'record-page', input: name, text, meta: { id: basename(name, '.txt') } }
  }
}

/** Names against folders of brat or factRuEval annotations. */
export const benchNames = async (scorers: string, folders: readonly string[]): Promise<string> => {
  const work = mkdtempSync(join(tmpdir(), 'letopis-names-'))
  try {
    const parts: string[] = []
    for (const folder of folders) {
      const file = join(work, 'facts.jsonl')
      const lines: string[] = []
      for await (const { outcome } of extract(recordsOf(folder)))
        if (outcome.kind === 'read') lines.push(`${outcome.json}\n`)
      writeFileSync(file, lines.join(''))
      const scores = execFileSync(process.execPath, [join(scorers, 'score-names.mjs'), folder, file], {
        encoding: 'utf8',
      })
      parts.push(`${basename(folder)}\n\n\`\`\`\n${scores.trim()}\n\`\`\`\n`)
    }
    return parts.join('\n')
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
