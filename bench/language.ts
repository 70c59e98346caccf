import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Article, readPage } from '../src/article/index.ts'
import { collectPages } from '../src/collect/index.ts'
import { foldLetters } from '../src/core/index.ts'
import {
  type ConlluSentence,
  type ConlluWord,
  featsOf,
  loadRussian,
  openMorphology,
  readConllu,
} from '../src/language/index.ts'
import { normOf } from '../src/language/russian/normalize.ts'
import { type Fold, inFold } from '../training/folds.ts'
import { comparable, goldTag } from '../training/tagger.ts'
import { table } from './table.ts'

/** What is measured of the language stage by itself, ours beside a peer's on the same tokens. */

export interface LanguageOptions {
  /** Folder with lexicon.bin, tagger.bin, parser.bin, names.bin. */
  readonly data: string
  /** Only the sentences of this fold: what models trained with the same `--fold` have not seen. */
  readonly fold?: Fold
  /** Folder with a peer's reading of each treebank, under the same name (bench/peers/label_natasha.py). */
  readonly peer?: string
  /** Article records to measure speed and memory on. */
  readonly articles?: string
  readonly limit: number
  /** Table of names and their normal forms, to be looked up in `articles` (bench/data/normal-forms.tsv). */
  readonly forms?: string
}

const readText = (path: string): string => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

interface Counts {
  words: number
  pos: number
  tags: number
  lemmas: number
  trees: number
  heads: number
  labelled: number
}

const nothing = (): Counts => ({ words: 0, pos: 0, tags: 0, lemmas: 0, trees: 0, heads: 0, labelled: 0 })

type Morphology = ReturnType<typeof openMorphology>

const count = (counts: Counts, gold: ConlluWord, found: ConlluWord, morphology: Morphology): void => {
  const right = goldTag(gold, morphology)
  const tag = goldTag({ ...found, form: gold.form }, morphology)
  counts.words++
  if (tag.pos === right.pos) counts.pos++
  if (comparable(tag) === comparable(right)) counts.tags++
  if (normOf(found.lemma) === normOf(gold.lemma)) counts.lemmas++
  if (gold.head < -1) return
  counts.trees++
  if (found.head !== gold.head) return
  counts.heads++
  if (found.rel === gold.rel) counts.labelled++
}

const compare = (gold: readonly ConlluSentence[], found: readonly ConlluSentence[], morphology: Morphology): Counts => {
  const counts = nothing()
  gold.forEach(({ words }, s) => {
    const own = found[s]?.words ?? []
    if (own.length !== words.length) throw new Error(`sentence ${s + 1}: ${own.length} words for ${words.length}`)
    words.forEach((word, i) => {
      count(counts, word, own[i]!, morphology)
    })
  })
  return counts
}

const share = (right: number, all: number): string => (all === 0 ? '—' : (right / all).toFixed(4))

const cells = (ours: Counts, peer: Counts | null): string[] => {
  const pair = (of: (counts: Counts) => string): string => (peer ? `${of(ours)} / ${of(peer)}` : of(ours))
  return [
    pair(({ pos, words }) => share(pos, words)),
    pair(({ tags, words }) => share(tags, words)),
    pair(({ lemmas, words }) => share(lemmas, words)),
    pair(({ heads, trees }) => share(heads, trees)),
    pair(({ labelled, trees }) => share(labelled, trees)),
  ]
}

interface Opened {
  readonly russian: ReturnType<typeof loadRussian>
  readonly morphology: Morphology
  readonly loaded: number
}

const open = (folder: string): Opened => {
  const file = (name: string): Uint8Array => readFileSync(join(folder, `${name}.bin`))
  const data = { lexicon: file('lexicon'), tagger: file('tagger'), parser: file('parser'), names: file('names') }
  const began = performance.now()
  const russian = loadRussian(data)
  russian.analyzeText('Иван Петров прибыл в Осло.')
  return { russian, morphology: openMorphology(data.lexicon), loaded: performance.now() - began }
}

const asConllu = ({ russian }: Opened, gold: readonly ConlluSentence[]): readonly ConlluSentence[] =>
  gold.map(({ words }) => {
    const [sentence] = russian.analyzeTokens([{ id: null, words }]).sentences
    const made = sentence!.words.map((word): ConlluWord => {
      const { lemma, head, rel } = word
      return { form: word.text, lemma, pos: word.morph.pos, feats: featsOf(word.morph), head, rel, spaceAfter: true }
    })
    return { id: null, words: made }
  })

const treebanks = (opened: Opened, paths: readonly string[], { fold, peer }: LanguageOptions): string => {
  const rows = paths.map((path) => {
    const all = readConllu(readText(path))
    const kept = (_: ConlluSentence, i: number): boolean => fold === undefined || inFold(i, fold)
    const gold = all.filter(kept)
    const name = basename(path).replace(/\.gz$/, '')
    const other = peer && existsSync(join(peer, name)) ? readConllu(readText(join(peer, name))).filter(kept) : null
    const ours = compare(gold, asConllu(opened, gold), opened.morphology)
    const theirs = other && compare(gold, other, opened.morphology)
    return [name.replace(/\.conllu$/, ''), String(ours.words), ...cells(ours, theirs)]
  })
  const of = peer ? ' ours / peer' : ''
  return table(['treebank', 'words', `POS${of}`, `tags${of}`, `lemma${of}`, `UAS${of}`, `LAS${of}`], rows)
}

const articlesOf = async (path: string): Promise<readonly Article[]> => {
  const articles: Article[] = []
  for await (const page of collectPages([path])) {
    const read = page.kind === 'problem' ? null : readPage(page)
    if (read && 'article' in read) articles.push(read.article)
  }
  return articles
}

/** Articles a second of processor time on one thread, after a tenth of them to warm up. */
const speed = ({ russian, loaded }: Opened, articles: readonly Article[]): string => {
  for (const article of articles.slice(0, articles.length / 10)) russian.analyze(article)
  const began = process.cpuUsage()
  let words = 0
  for (const article of articles) {
    for (const sentence of russian.analyze(article).sentences) words += sentence.words.length
  }
  const { user, system } = process.cpuUsage(began)
  const seconds = (user + system) / 1e6
  const memory = process.resourceUsage().maxRSS / 1_024
  return table(
    ['articles', 'words', 'articles/s of CPU', 'words/s', 'load ms', 'peak MB (with the articles read)'],
    [
      [
        String(articles.length),
        String(words),
        (articles.length / seconds).toFixed(0),
        (words / seconds).toFixed(0),
        loaded.toFixed(0),
        memory.toFixed(0),
      ],
    ],
  )
}

/** Half, article, place in its text, type, the form as written, the name in the nominative. */
type FormRow = readonly [half: string, id: string, start: string, type: string, written: string, name: string]

const flat = (name: string): string => foldLetters(name).replace(/\. (?=\S)/g, '.')

const normalForms = ({ russian }: Opened, path: string, articles: readonly Article[]): string => {
  const rows = readText(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as unknown as FormRow)
  const byId = new Map(articles.map((article) => [article.id, article]))
  const counts = new Map<string, { all: number; found: number; right: number }>()
  for (const [half, id, start, type, written, name] of rows) {
    const article = byId.get(id)
    if (!article) continue
    const { mentions } = russian.analyze(article)
    const [from, to] = [Number(start), Number(start) + written.length]
    const mention = mentions.find((one) => one.start === from && one.end === to && one.by === undefined)
    const key = `${half} ${type}`
    const own = counts.get(key) ?? { all: 0, found: 0, right: 0 }
    counts.set(key, own)
    own.all++
    if (!mention) continue
    own.found++
    if (flat(mention.name) === flat(name)) own.right++
    else console.error(`${half} ${type}: ${written} → ${mention.name}, should be ${name}`)
  }
  const lines = [...counts].sort().map(([key, { all, found, right }]) => [key, all, found, right, share(right, found)])
  return table(
    ['normal forms', 'names', 'found', 'right', 'share of those found'],
    lines.map((line) => line.map(String)),
  )
}

/**
 * Tags, lemmas and trees on treebanks; with article records speed and load time; with a table of names their normal
 * forms. Tags are compared as `comparable` in training/tagger.ts says; the treebanks' own tokens are given.
 *
 * @example npm run bench -- language ru_gsd-ud-dev.conllu.gz --fold 1/5 --data MODELS --peer PEER
 */
export const benchLanguage = async (paths: readonly string[], options: LanguageOptions): Promise<string> => {
  const opened = open(options.data)
  const parts: string[] = []
  if (paths.length > 0) parts.push(treebanks(opened, paths, options))
  const articles = options.articles ? await articlesOf(options.articles) : []
  if (options.forms) parts.push(normalForms(opened, options.forms, articles))
  else if (articles.length > 0) parts.push(speed(opened, articles.slice(0, options.limit)))
  return parts.join('\n')
}
