import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseTriggers } from '../../src/facts/events/choose-triggers.ts'
import type { EventWeights } from '../../src/facts/events/decide.ts'
import { fillEvents, TRIGGER_THRESHOLD } from '../../src/facts/events/find-events.ts'
import { eventWeights } from '../../src/facts/events/russian/weights.ts'
import { STATUSES } from '../../src/facts/facts.ts'
import type { JointWeights, Weights } from '../../src/facts/linear.ts'
import { openLanguage, readGold, readJudged, readPlain } from './corpus.ts'
import { fitEvents, fitTriggers, type Lesson, lessonOf } from './fit.ts'
import { lexiconModule } from './lexicon.ts'

const FOLDS = 5
/** Pages of the measure count so many times over: they are what the others were annotated after, and come from more outlets. */
const MEASURE = 3
/** And plain pages: fewer of them serve than the former model was learned from. */
const PLAIN = 2

/** A fold for an article that depends on its id alone (FNV-1a). */
export const foldOf = (id: string, folds: number): number => {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0
  return (hash >>> 8) % folds
}

const predict = ({ page, reading, candidates }: Lesson, weights: EventWeights): object => {
  const triggers = chooseTriggers(candidates, reading, weights.trigger, TRIGGER_THRESHOLD)
  const { text } = page.analysis.article
  return {
    id: page.id,
    input: page.id,
    text,
    times: page.times,
    statements: page.statements,
    events: fillEvents(triggers, reading, weights),
  }
}

const packed = (weights: Weights): string =>
  [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, weight]) => `${feature} ${weight}`)
    .join('\n')

const modelAt = (joint: JointWeights, at: number): Weights => {
  const own = new Map<string, number>()
  for (const [feature, weights] of joint) if (weights[at] !== 0) own.set(feature, weights[at]!)
  return own
}

/** A module of weights with another model of triggers, all else as it was. */
const withTriggers = (module: string, weights: Weights): string => {
  const head = 'const TRIGGER = `\n'
  const from = module.indexOf(head) + head.length
  return `${module.slice(0, from)}${packed(weights)}${module.slice(module.indexOf('\n`\n', from))}`
}

const moduleOf = (weights: EventWeights): string => {
  const table = (name: string, own: Weights) => `const ${name} = \`\n${packed(own)}\n\`\n`
  const status = STATUSES.map((name, at) => table(name.toUpperCase(), modelAt(weights.status, at)))
  return `import { joinWeights, readWeights } from '../../linear.ts'
import type { EventWeights } from '../decide.ts'

// Made by \`npm run train -- events\`: learned from annotated pages; a line is a feature and its weight.

${table('TRIGGER', weights.trigger)}
${table('PARTICIPANT', weights.participant)}
${table('COMPANY', weights.company)}
${status.join('\n')}
${table('DATE', weights.date)}
${table('PLACE', weights.place)}
let read: EventWeights | undefined

/** Weights of every decision about an event in Russian text; read when the first text asks, since most commands never do. */
export const eventWeights = (): EventWeights => {
  read ??= {
    trigger: readWeights(TRIGGER),
    participant: readWeights(PARTICIPANT),
    company: readWeights(COMPANY),
    status: joinWeights([POSSIBLE, PLANNED, ONGOING, HAPPENED, DENIED].map(readWeights)),
    date: readWeights(DATE),
    place: readWeights(PLACE),
  }
  return read
}
`
}

/**
 * Learns the event models from annotated pages. `lexicon` writes a module of the words that name events on them and stand
 * in no rule made by hand, and comes first: all else is learned of the words that rules list. `write` writes the models
 * as a module, `triggers` puts a new model of triggers into one and leaves the others as they are; `adapt` does so going
 * on from the shipped model, with plain pages (a file of article records instead of a folder) to keep what it knew; `check`
 * writes into a folder `facts.jsonl`: for each page what models make of it that were fitted without its fold. Pages of
 * further folders serve for learning only; those behind a "+", annotated in haste, teach which words name events and their
 * status alone. A folder with `words.json` holds pages of which single words were judged: they teach which words name events.
 */
export const trainEvents = ([gold, seeds, data, mode, target, ...more]: readonly string[]): void => {
  if (!gold || !seeds || !data || !mode || !target)
    throw new Error(
      'usage: npm run train -- events GOLD_DIR SEEDS_DIR DATA_DIR lexicon|write|triggers|adapt|check TARGET [MORE_DIR...] [+ HASTY_DIR...]',
    )
  const isPlain = (path: string): boolean => path.endsWith('.ndjson')
  // Without a former model they would teach that nothing on them is an event.
  if (mode !== 'adapt' && more.some(isPlain)) throw new Error('plain pages (.ndjson) serve `adapt` alone')
  const language = openLanguage(data)
  // A former model knows the measure by heart.
  const measure = mode === 'adapt' ? 1 : MEASURE
  const lessons = readGold(gold, seeds, language).map((page) => lessonOf(page, { times: measure }))
  const plus = more.indexOf('+')
  const isJudged = (folder: string): boolean => existsSync(join(folder, 'words.json'))
  const judged = more.filter(isJudged).flatMap((folder) => readJudged(folder, language))
  const further = more.flatMap((folder, at) =>
    folder === '+' || isJudged(folder)
      ? []
      : isPlain(folder)
        ? readPlain(folder, language).map((page) => lessonOf(page, { plain: true, times: PLAIN }))
        : readGold(folder, seeds, language).map((page) => lessonOf(page, { quick: plus >= 0 && at > plus })),
  )
  const all = [...lessons, ...further]
  if (mode === 'lexicon') {
    // Gold pages are judged on: none of their words is listed for standing there.
    writeFileSync(target, lexiconModule(further.filter(({ quick }) => !quick).map(({ page }) => page)))
    return
  }
  if (mode === 'write') {
    writeFileSync(target, moduleOf(fitEvents(all, judged)))
    return
  }
  if (mode === 'triggers' || mode === 'adapt') {
    const former = mode === 'adapt' ? eventWeights().trigger : undefined
    writeFileSync(target, withTriggers(readFileSync(target, 'utf8'), fitTriggers(all, judged, former)))
    return
  }
  mkdirSync(target, { recursive: true })
  const lines: string[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = lessons.filter((lesson) => foldOf(lesson.page.id, FOLDS) !== fold)
    const weights = fitEvents([...learned, ...further], judged)
    for (const lesson of lessons)
      if (foldOf(lesson.page.id, FOLDS) === fold) lines.push(JSON.stringify(predict(lesson, weights)))
  }
  writeFileSync(join(target, 'facts.jsonl'), `${lines.join('\n')}\n`)
}

if (process.argv[1]?.endsWith('events/train.ts')) trainEvents(process.argv.slice(2))
