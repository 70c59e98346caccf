import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadRussian } from './russian.ts'

/** Floors of quality on sentences of our own: no number may fall far without somebody's seeing it. */

const bytes = (name: string): Uint8Array => readFileSync(new URL(`../../../data/russian/${name}.bin`, import.meta.url))
const russian = loadRussian({
  lexicon: bytes('lexicon'),
  tagger: bytes('tagger'),
  parser: bytes('parser'),
  names: bytes('names'),
})

// Each word with its lemma where the two differ.
const LEMMAS = [
  'Старые/старый часы/час стояли/стоять на полке/полка возле окна/окно .',
  'Дети/ребенок нашли/найти в лесу/лес трех/три белых/белый грибов/гриб .',
  'Музыканты/музыкант играли/играть громко , но недолго .',
  'Мы купили/купить печь и стали/стать печь пироги/пирог .',
  'Он дал/дать ей/она письма/письмо , которые/который пришли/прийти вчера .',
  'Люди/человек шли/идти по мосту/мост , построенному/построить давно .',
  'Её/она брату/брат исполнилось/исполниться двадцать лет/год .',
  'Снег таял/таять , и вода заливала/заливать луга/луг .',
  'Учителя/учитель попросили/попросить открыть окна/окно .',
  'Новая/новый школа стоит/стоять рядом с прежней/прежний .',
]

describe('lemmas', () => {
  test('nearly all are right', () => {
    let [all, right] = [0, 0]
    const wrong: string[] = []
    for (const line of LEMMAS) {
      const pairs = line.split(' ').map((pair) => pair.split('/'))
      const text = pairs.map(([form]) => form).join(' ')
      const words = russian.analyzeText(text).sentences.flatMap((sentence) => sentence.words)
      expect(words.map((word) => word.text).join(' ')).toBe(text)
      pairs.forEach(([form, lemma = form!.toLowerCase()], i) => {
        all++
        if (words[i]!.lemma === lemma.replaceAll('ё', 'е')) right++
        else wrong.push(`${form}: ${words[i]!.lemma}`)
      })
    }
    expect(right / all, wrong.join(', ')).toBeGreaterThan(0.95)
  })
})

// Names in brackets with their kind: p person, l place or state, o body.
const NAMES = [
  '[p:Анна Лосева] приехала из [l:Калуги] в [l:Норвегию].',
  'Выставку открыл министр культуры [l:Финляндии] [p:Юхани Коскинен].',
  'Хор [o:Министерства культуры] пел в [l:Вологде].',
  'Книги [p:Петра Мельникова] купила библиотека [l:Тулы].',
  '[p:Мария Гонсалес] и [p:Ли Вэй] посадили дерево в [l:Мадриде].',
  '[o:ЮНЕСКО] наградила музей [l:Суздаля].',
  'По словам [p:Ивановой], дети из [l:Самары] едут в [l:Пермь].',
  'Фестиваль провели [o:Союз театральных деятелей] и компания «[o:Северный ветер]».',
]
const TYPE: Readonly<Record<string, RegExp>> = { p: /person/, l: /place|country/, o: /organization|media/ }

describe('names', () => {
  test('nearly all are found with their bounds', () => {
    let [all, found, drawn] = [0, 0, 0]
    const missed: string[] = []
    for (const line of NAMES) {
      const wanted: { text: string; start: number; kind: string }[] = []
      let text = ''
      for (const piece of line.split(/(\[[plo]:[^\]]+\])/)) {
        const match = /^\[([plo]):(.+)\]$/.exec(piece)
        if (match) wanted.push({ text: match[2]!, start: text.length, kind: match[1]! })
        text += match ? match[2]! : piece
      }
      const mentions = russian.analyzeText(text).mentions.filter(({ by, inside }) => !by && inside === undefined)
      drawn += mentions.length
      for (const { text: name, start, kind } of wanted) {
        all++
        const hit = mentions.some(
          (mention) => mention.start === start && mention.end === start + name.length && TYPE[kind]!.test(mention.type),
        )
        if (hit) found++
        else missed.push(name)
      }
    }
    expect(found / all, missed.join(', ')).toBeGreaterThan(0.88)
    expect(found / drawn).toBeGreaterThan(0.88)
  })
})
