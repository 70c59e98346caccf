import { parentPort, workerData } from 'node:worker_threads'
import { type Page, readOutlets } from '../../collect/index.ts'
import { loadRussian, type RussianData } from '../../language/index.ts'
import { readOne } from './read-one.ts'

/** Reads the pages that it is sent, one after another, and answers each with its outcome. */
const given = workerData as { readonly data: RussianData; readonly outlets: string }
const russian = loadRussian(given.data)
const { register } = readOutlets(given.outlets)

parentPort?.on('message', (page: Page) => {
  parentPort?.postMessage(readOne(page, russian, register))
})
