import { readRussianData } from '../../app/index.ts'
import { readPage } from '../../article/index.ts'
import { collectPages, readTextFile } from '../../collect/index.ts'
import { failure, type Problem } from '../../core/index.ts'
import { type Analysis, loadRussian, readConllu, toAnalysisJson, toConllu } from '../../language/index.ts'
import { type Context, EXIT, type ExitCode } from '../context.ts'
import { printProblems } from '../print/problems.ts'

type Russian = ReturnType<typeof loadRussian>

/** Bytes of one CoNLL-U file, which is held whole. */
const MOST_BYTES = 300_000_000

const isConllu = (input: string): boolean => /\.conllu(?:\.gz)?$/i.test(input)

// Inputs keep their order; pages between two CoNLL-U files are collected together.
async function* analysesOf(inputs: readonly string[], russian: Russian): AsyncGenerator<Analysis | Problem> {
  let pages: string[] = []
  for (const input of inputs) {
    if (!isConllu(input)) {
      pages.push(input)
      continue
    }
    if (pages.length > 0) yield* analyzePages(pages, russian)
    pages = []
    yield await analyzeConllu(input, russian)
  }
  if (pages.length > 0) yield* analyzePages(pages, russian)
}

/** Sentences and tokens stay as the file cuts them; lemmas, features and syntax are found anew. */
const analyzeConllu = async (input: string, russian: Russian): Promise<Analysis | Problem> => {
  const read = await readTextFile(input, MOST_BYTES)
  if (typeof read !== 'string') return read
  const sentences = readConllu(read)
  return sentences.length === 0 ? failure('no-text', input) : russian.analyzeTokens(sentences, input)
}

async function* analyzePages(inputs: readonly string[], russian: Russian): AsyncGenerator<Analysis | Problem> {
  for await (const page of collectPages(inputs)) {
    if (page.kind === 'problem') {
      yield page
      continue
    }
    const result = readPage(page)
    yield* result.warnings
    yield 'problem' in result ? result.problem : russian.analyze(result.article)
  }
}

/** `letopis analyze INPUT...` */
export const analyze = async (
  inputs: readonly string[],
  { format }: { readonly format: 'conllu' | 'jsonl' },
  { messages, out, err, signal }: Context,
): Promise<ExitCode> => {
  const russian = loadRussian(await readRussianData())
  const problems: Problem[] = []
  let read = 0
  for await (const one of analysesOf(inputs, russian)) {
    if (signal.aborted) break
    if ('code' in one) {
      problems.push(one)
      continue
    }
    await out.write(format === 'conllu' ? toConllu(one) : `${JSON.stringify(toAnalysisJson(one))}\n`)
    read++
  }
  await printProblems(problems, messages, err)
  if (signal.aborted) return EXIT.stopped
  if (read === 0 && problems.length === 0) await err.line(messages.summary.nothing)
  return read === 0 || problems.some(({ severity }) => severity === 'error') ? EXIT.leftOut : EXIT.ok
}
