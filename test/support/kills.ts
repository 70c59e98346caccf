import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { letopis, startLetopis } from './letopis.ts'

const RECORDS = 400

const record = (at: number): string =>
  `${JSON.stringify({
    id: `kill-${at}`,
    outlet: 'Порт',
    published: `2024-05-${String(1 + (at % 28)).padStart(2, '0')}`,
    title: `Паром номер ${at}`,
    text: `Министр транспорта Норвегии Кари Дал прибыла в Хельсинки. Паром номер ${at} вышел из Осло.`,
  })}\n`

const idsIn = async (db: string): Promise<string[]> => {
  const { out, code } = await letopis(['articles', '--db', db])
  expect(code).toBe(0)
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0]!)
}

/**
 * Kills `letopis add` at random moments, again and again on one chronicle, and checks each time that every page that was
 * reported as added is there, whole, and that the next command opens the chronicle as if nothing had happened.
 */
export const killAgainAndAgain = async (rounds: number, where?: string): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'letopis-kills-'))
  const db = where ?? join(folder, 'chronicle')
  try {
    const reported = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const file = join(folder, `round-${round}.ndjson`)
      await writeFile(file, Array.from({ length: RECORDS }, (_, at) => record(round * RECORDS + at)).join(''))
      const running = startLetopis(['add', file, '--db', db, '--verbose'])
      const first = running.shows(/^added\t/m)
      await Promise.race([first.catch(() => {}), running.ended])
      await new Promise((wait) => setTimeout(wait, Math.random() * 400))
      running.child.kill('SIGKILL')
      const { out } = await running.ended
      // The last line may be cut by the kill: only whole ones are reports.
      for (const [, id] of out.matchAll(/^added\t(\S+)\t.*\n/gm)) reported.add(id!)
    }
    const there = await idsIn(db)
    expect(there.filter((id, at) => there.indexOf(id) !== at)).toEqual([])
    expect([...reported].filter((id) => !there.includes(id))).toEqual([])
    expect(reported.size).toBeGreaterThan(0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
