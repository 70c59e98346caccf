/**
 * Benches, each over pages that are named on the command line: nothing here is read from a fixed place.
 *
 *   npm run bench -- quality GOLD_DIR SEEDS_DIR SCORE_DIR [--record]
 *   npm run bench -- speed ARTICLES.ndjson[.gz] [--limit N] [--workers 1,2] [--record]
 *   npm run bench -- names SCORE_DIR DIR... [--record]
 *   npm run bench -- parts GOLD_DIR SEEDS_DIR
 *   npm run bench -- gold [--verbose] [--record]        (our own pages: examples/ and bench/gold/)
 *   npm run bench -- score GOLD FACTS.jsonl [--verbose] (your pages: annotation JSON or corrected brat standoff)
 *   npm run bench -- language [TREEBANK.conllu[.gz]...] [--data DIR] [--fold 1/5] [--peer DIR] [--articles FILE [--forms FILE]]
 *   npm run bench -- web FOLDER [--limit 20000] [--record]     (a generated chronicle in a browser)
 *   npm run bench -- articles [--limit 20000]                  (the generated articles as records)
 *   npm run bench -- pages [--peer PYTHON] [--record]              (main text, headline, date of 60 made pages, beside peers)
 *   npm run bench -- feed [--limit 5000] [--record]             (pages a second from a feed of a local server, no delay)
 *   npm run bench -- scale FACTS.jsonl[.gz] [--sizes 1000,5000] [--db embedded|memory:|postgres://…] [--copies 200000] [--record]  (facts as `letopis extract` prints them)
 *   npm run bench -- exports [--record]                           (peak memory of each export format, 200,000 generated entries)
 *   npm run bench -- rules ARTICLES.ndjson[.gz] [--limit N] [--record]
 */
import { parseArgs } from 'node:util'
import { parseFold } from '../training/folds.ts'
import { benchNames } from './names.ts'
import { benchQuality } from './quality.ts'
import { record } from './record.ts'
import { benchSpeed } from './speed.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    record: { type: 'boolean', default: false },
    limit: { type: 'string' },
    workers: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    data: { type: 'string', default: 'data/russian' },
    fold: { type: 'string' },
    peer: { type: 'string' },
    articles: { type: 'string' },
    forms: { type: 'string' },
    sizes: { type: 'string', default: '1000,5000' },
    db: { type: 'string', default: 'embedded' },
    copies: { type: 'string' },
  },
})
const [name, ...paths] = positionals

const USAGE: Readonly<Record<string, readonly [string, number]>> = {
  quality: ['quality GOLD_DIR SEEDS_DIR SCORE_DIR [--record]', 3],
  speed: ['speed ARTICLES.ndjson[.gz] [--limit N] [--workers 1,2] [--record]', 1],
  names: ['names SCORE_DIR DIR... [--record]', 2],
  parts: ['parts GOLD_DIR SEEDS_DIR', 2],
  language: [
    'language [TREEBANK.conllu[.gz]...] [--data DIR] [--fold 1/5] [--peer DIR] [--articles FILE [--forms FILE]]',
    0,
  ],
  gold: ['gold [--verbose] [--record]', 0],
  score: ['score GOLD FACTS.jsonl [--verbose]', 2],
  web: ['web FOLDER [--limit 20000] [--record]', 1],
  articles: ['articles [--limit 20000]', 0],
  pages: ['pages [--peer PYTHON] [--record]', 0],
  scale: [
    'scale FACTS.jsonl[.gz] [--sizes 1000,5000] [--db embedded|memory:|postgres://…] [--copies 200000] [--record]',
    1,
  ],
  feed: ['feed [--limit 5000] [--record]', 0],
  exports: ['exports [--record]', 0],
  rules: ['rules ARTICLES.ndjson[.gz] [--limit N] [--record]', 1],
}

const known = name === undefined ? undefined : USAGE[name]
if (!known || paths.length < known[1]) {
  for (const [usage] of known ? [known] : Object.values(USAGE)) console.error(`npm run bench -- ${usage}`)
  process.exit(2)
}

const run = async (): Promise<string> => {
  if (name === 'quality') return benchQuality(paths[0]!, paths[1]!, paths[2]!)
  if (name === 'speed') {
    const workers = values.workers?.split(',').map(Number)
    return benchSpeed(paths[0]!, {
      limit: values.limit ? Number(values.limit) : Infinity,
      ...(workers ? { workers } : {}),
    })
  }
  const made = values.limit ? Number(values.limit) : 20_000
  if (name === 'web') return (await import('./web/measure.ts')).benchWeb(paths[0]!, made)
  if (name === 'articles') {
    const { madeArticles, recordOf } = await import('./web/articles.ts')
    for (const facts of madeArticles(made)) process.stdout.write(`${recordOf(facts)}\n`)
    return ''
  }
  if (name === 'pages') return (await import('./pages.ts')).benchPages(values.peer)
  if (name === 'scale')
    return (await import('./scale.ts')).benchScale(paths[0]!, {
      sizes: values.sizes.split(',').map(Number),
      where: values.db,
      ...(values.copies ? { copies: Number(values.copies) } : {}),
    })
  if (name === 'feed') return (await import('./feed.ts')).benchFeed(values.limit ? Number(values.limit) : 5_000)
  if (name === 'exports') return (await import('./exports.ts')).benchExports()
  if (name === 'gold') return (await import('./gold.ts')).benchGold(values.verbose)
  if (name === 'score') return (await import('./score/report.ts')).benchScore(paths[0]!, paths[1]!, values.verbose)
  if (name === 'rules')
    return (await import('./rules.ts')).benchRules(paths[0]!, values.limit ? Number(values.limit) : Infinity)
  if (name === 'language') {
    const fold = values.fold ? parseFold(values.fold) : null
    if (values.fold && !fold) throw new Error(`--fold ${values.fold}: write it as 1/5`)
    const { benchLanguage } = await import('./language.ts')
    return benchLanguage(paths, {
      data: values.data,
      limit: values.limit ? Number(values.limit) : 2_000,
      ...(fold ? { fold } : {}),
      ...(values.peer ? { peer: values.peer } : {}),
      ...(values.articles ? { articles: values.articles } : {}),
      ...(values.forms ? { forms: values.forms } : {}),
    })
  }
  if (name === 'names') return benchNames(paths[0]!, paths.slice(1))
  const { benchParts } = await import('./parts.ts')
  await benchParts(paths)
  return ''
}

const report = await run()
if (report) console.log(report)
if (values.record) record(name!, report)
