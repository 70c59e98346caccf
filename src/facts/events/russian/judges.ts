import { WordMap, WordSet } from '../../../core/index.ts'
import { listed } from '../lexicon.ts'

const DIRECT =
  listed(`осудить осуждать критиковать раскритиковать покритиковать порицать клеймить хвалить похвалить восхвалить восхвалять
  приветствовать поприветствовать оплакать оплакивать оправдать оправдывать отвергнуть отвергать
  прокомментировать комментировать высмеять высмеивать предсказать предсказывать предвидеть
  посоветовать советовать порекомендовать рекомендовать`)
const TO = listed('призвать призывать')
const ON = listed('настаивать настоять')
const AT =
  listed(`возмутиться возмущаться восхититься восхищаться огорчиться обрадоваться радоваться опасаться бояться испугаться
  сожалеть скорбеть`)
const WITH = listed('поздравить поздравлять')
const FOR = listed('похвалить хвалить упрекнуть упрекать')

const BARE: ReadonlySet<string> = new Set([''])

/** Verbs whose subject only has a word on an act, by the prepositions behind which the act stands. */
export const JUDGES: ReadonlyMap<string, ReadonlySet<string>> = new WordMap<ReadonlySet<string>>([
  ...DIRECT.map((verb): [string, ReadonlySet<string>] => [verb, BARE]),
  ...AT.map((verb): [string, ReadonlySet<string>] => [verb, new Set(['', 'о', 'об'])]),
  ...TO.map((verb): [string, ReadonlySet<string>] => [verb, new Set(['к', 'ко'])]),
  ...ON.map((verb): [string, ReadonlySet<string>] => [verb, new Set(['на'])]),
  ...WITH.map((verb): [string, ReadonlySet<string>] => [verb, new Set(['с', 'со'])]),
  ...FOR.map((verb): [string, ReadonlySet<string>] => [verb, new Set(['', 'за', 'в'])]),
])

/** Verbs of whoever is for or against an act. */
export const TAKES_STAND: ReadonlySet<string> = new WordSet(
  listed('выступить выступать высказаться высказываться ратовать агитировать'),
)
