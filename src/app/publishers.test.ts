import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readPublishers } from './publishers.ts'

afterEach(() => vi.unstubAllEnvs())

test("a person's own file says what an outlet is; of two of one name the address decides", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'letopis-outlets-'))
  const file = join(folder, 'own.tsv')
  await writeFile(
    file,
    'port.example\tПорт\tagency\tFI\tru\nport.invalid\tПорт\tofficial\tNO\tno\nzarya.example\tЗаря\n',
  )
  vi.stubEnv('LETOPIS_OUTLETS', file)
  const publisherOf = await readPublishers()
  await rm(folder, { recursive: true })
  expect(publisherOf('Заря')).toEqual({ kind: 'outlet', country: null, language: null })
  expect(publisherOf('Порт', 'https://port.invalid/1')).toMatchObject({ kind: 'official', country: 'NO' })
  expect(publisherOf('Порт')).toBeNull()
  expect(publisherOf('Неизвестный листок', 'https://port.example/1')).toBeNull()
  expect(publisherOf(null)).toBeNull()
})
