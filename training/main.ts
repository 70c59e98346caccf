import { statSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { packAnnotations, unpackAnnotations } from './annotations.ts'
import { trainEvents } from './events/train.ts'
import { type Fold, parseFold } from './folds.ts'
import { trainParser, trainTagger, writeSentences } from './language.ts'
import { buildLexicon } from './lexicon.ts'
import { trainNamesFrom } from './names.ts'
import { writePlaces } from './places.ts'
import { writeStems } from './stems.ts'

/** `npm run train -- COMMAND PATHS…`: makes the files of data/russian again; training/README.md has the commands. */

interface Command {
  readonly usage: string
  readonly paths: number
  run(paths: readonly string[], held?: Fold): void
}

const COMMANDS: Readonly<Record<string, Command>> = {
  lexicon: {
    usage: 'lexicon WHEEL OUT',
    paths: 2,
    run: ([wheel, out]) => writeFileSync(out!, buildLexicon(wheel!)),
  },
  sentences: {
    usage: 'sentences ARTICLES OUT [EVERY]',
    paths: 2,
    run: ([articles, out, step]) => writeSentences(articles!, out!, Number(step ?? 1)),
  },
  stems: {
    usage: 'stems ARTICLES OUT',
    paths: 2,
    run: ([articles, out]) => writeStems(articles!, out!),
  },
  places: {
    usage: 'places WHEEL OUTLINES OUT',
    paths: 3,
    run: ([wheel, outlines, out]) => writePlaces(wheel!, outlines!, out!),
  },
  tagger: {
    usage: 'tagger LEXICON SILVER OUT GOLD… [--fold 1/5]',
    paths: 4,
    run: ([lexicon, silver, out, ...gold], held) => trainTagger(lexicon!, silver!, out!, gold, held),
  },
  parser: {
    usage: 'parser LEXICON TAGGER SILVER OUT GOLD… [--fold 1/5]',
    paths: 5,
    run: ([lexicon, tagger, silver, out, ...gold], held) => trainParser(lexicon!, tagger!, silver!, out!, gold, held),
  },
  names: {
    usage: 'names LEXICON SILVER OUT FACTRUEVAL NEREL',
    paths: 4,
    run: ([lexicon, silver, out, factRuEval, nerel]) => trainNamesFrom(lexicon!, silver!, out!, factRuEval!, nerel!),
  },
  events: {
    usage: 'events GOLD_DIR SEEDS_DIR DATA_DIR write|check OUT',
    paths: 5,
    run: (paths) => trainEvents(paths),
  },
  pack: {
    usage: 'pack GOLD_DIR ARTICLES OUT',
    paths: 3,
    run: ([gold, articles, out]) => packAnnotations(gold!, articles!, out!),
  },
  unpack: {
    usage: 'unpack PACKED ARTICLES GOLD_DIR',
    paths: 3,
    run: ([packed, articles, gold]) => unpackAnnotations(packed!, articles!, gold!),
  },
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { fold: { type: 'string' } } })
const [name = '', ...paths] = positionals
const command = COMMANDS[name]
const held = values.fold === undefined ? undefined : parseFold(values.fold)
if (!command || paths.length < command.paths || held === null) {
  const usages = Object.values(COMMANDS).map(({ usage }) => `  npm run train -- ${usage}`)
  console.error(['usage:', ...usages].join('\n'))
  process.exitCode = 2
} else {
  command.run(paths, held)
  const out =
    name === 'events' ? paths[4]! : name === 'places' ? paths[2]! : paths[command.paths === 2 ? 1 : command.paths - 2]!
  console.log(statSync(out).isFile() ? `${out}: ${statSync(out).size} bytes` : out)
}
