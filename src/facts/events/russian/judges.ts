import { WordMap } from '../../../core/index.ts'
import { listed, wordSet } from '../lexicon.ts'

// Verbs, and the prepositions behind which what they judge stands; empty for none.
const ROWS: readonly (readonly [verbs: string, prepositions: readonly string[]])[] = [
  [
    `осудить осуждать критиковать раскритиковать покритиковать порицать клеймить восхвалить восхвалять
    приветствовать поприветствовать оплакать оплакивать оправдать оправдывать отвергнуть отвергать
    прокомментировать комментировать высмеять высмеивать предсказать предсказывать предвидеть
    посоветовать советовать порекомендовать рекомендовать`,
    [''],
  ],
  [
    `возмутиться возмущаться восхититься восхищаться огорчиться обрадоваться радоваться опасаться бояться испугаться
    сожалеть скорбеть`,
    ['', 'о', 'об'],
  ],
  ['похвалить хвалить упрекнуть упрекать', ['', 'за', 'в']],
  ['призвать призывать', ['к', 'ко']],
  ['настаивать настоять', ['на']],
  ['поздравить поздравлять', ['с', 'со']],
]

/** Verbs whose subject only has a word on an act, by the prepositions behind which the act stands. */
export const JUDGES: ReadonlyMap<string, ReadonlySet<string>> = new WordMap(
  ROWS.flatMap(([verbs, prepositions]) => {
    const behind: ReadonlySet<string> = new Set(prepositions)
    return listed(verbs).map((verb) => [verb, behind] as const)
  }),
)

/** Verbs of whoever is for or against an act. */
export const TAKES_STAND: ReadonlySet<string> = wordSet(
  'выступить выступать высказаться высказываться ратовать агитировать',
)
