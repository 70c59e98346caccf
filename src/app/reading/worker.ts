import { parentPort, workerData } from 'node:worker_threads'
import type { Page } from '../../collect/index.ts'
import { loadRussian, type RussianData } from '../../language/index.ts'
import { readOne } from './read-one.ts'

/** Reads the pages that it is sent, one after another, and answers each with its outcome. */
const russian = loadRussian((workerData as { readonly data: RussianData }).data)

parentPort?.on('message', (page: Page) => {
  parentPort?.postMessage(readOne(page, russian))
})
