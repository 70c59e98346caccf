import { writeFileSync } from 'node:fs'
import { buildLexicon } from './lexicon.ts'

/** `npm run train -- COMMAND PATHS…`: makes the files of data/russian again; training/README.md has the commands. */

const COMMANDS: Readonly<Record<string, (paths: readonly string[]) => void>> = {
  lexicon: ([wheel, out]) => {
    if (!wheel || !out) throw new Error('usage: npm run train -- lexicon WHEEL OUT')
    writeFileSync(out, buildLexicon(wheel))
  },
}

const [command = '', ...paths] = process.argv.slice(2)
const run = COMMANDS[command]
if (!run) {
  console.error(`usage: npm run train -- ${Object.keys(COMMANDS).join(' | ')} PATHS…`)
  process.exitCode = 2
} else {
  run(paths)
}
