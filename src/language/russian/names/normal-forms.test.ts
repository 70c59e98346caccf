import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadRussian } from '../russian.ts'

const bytes = (name: string): Uint8Array =>
  readFileSync(new URL(`../../../../data/russian/${name}.bin`, import.meta.url))
const russian = loadRussian({ lexicon: bytes('lexicon'), names: bytes('names'), tagger: bytes('tagger') })

/** The normal name of the mention that holds the first words between brackets. */
const normal = (marked: string): string => {
  const text = marked.replace(/[[\]]/g, '')
  const at = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const { mentions } = russian.analyzeText(text)
  const found = mentions.filter((mention) => mention.start <= at && mention.end >= end && mention.by === undefined)
  return found.at(0)?.name ?? '(no name)'
}

describe('names in the nominative', () => {
  test.each([
    ['Книгу подарили [Елене Кузьминой].', 'Елена Кузьмина'],
    ['Концерт дали в честь [Алёны Ветровой].', 'Алёна Ветрова'],
    ['Поэт читал стихи [Льва Толстого].', 'Лев Толстой'],
    ['Письмо отправили [Надежде Савченко].', 'Надежда Савченко'],
    ['Хор пригласил [Надежду Савченко].', 'Надежда Савченко'],
    ['Картину показали [Сигрун Магнусдоттир].', 'Сигрун Магнусдоттир'],
    ['Лекцию слушали вместе с [Эдуардом Гоберидзе].', 'Эдуард Гоберидзе'],
    ['Фотографию сделали для [Франка-Вальтера Штайнмайера].', 'Франк-Вальтер Штайнмайер'],
    ['Выставку посвятили [Вере Васильевне Соколовой].', 'Вера Васильевна Соколова'],
    ['Стихи перевели для [Си Цзиньпина].', 'Си Цзиньпин'],
    ['Рассказ посвятили [Пак Чхан Уку].', 'Пак Чхан Ук'],
    ['Читателям понравились слова [Марии Кодряну].', 'Мария Кодряну'],
    ['Это слова [Марии Борду].', 'Мария Борду'],
    ['Министр культуры [Риши Сунак] открыл музей.', 'Риши Сунак'],
    ['Выставка посвящена творчеству [Сариги Ахметовой].', 'Сарига Ахметова'],
  ])('%s', (text, name) => {
    expect(normal(text)).toBe(name)
  })

  test.each([
    ['Ярмарки открылись в Тверской и [Калужской областях].', 'Калужская область'],
    ['Ярмарки открылись в [Тверской], Псковской и Калужской областях.', 'Тверская область'],
    ['Сад разбили на [улице Садовой].', 'улица Садовая'],
    ['Ветеран окончил [Высшую школу экономики].', 'Высшая школа экономики'],
    ['Фестиваль прошел на сайте [Министерства культуры].', 'Министерство культуры'],
    ['Регата началась в [порту Одессы].', 'порт Одессы'],
    ['Выставку открыли в [Сергиевом Посаде].', 'Сергиев Посад'],
    ['Отчет пришел от [АвтоВАЗа].', 'АвтоВАЗ'],
    ['Пряники привезли из [Тулы].', 'Тула'],
  ])('%s', (text, name) => {
    expect(normal(text)).toBe(name)
  })
})

test('names of China and Korea in Latin letters', () => {
  const latin = (name: string): string => russian.romanize(name, 'person')
  expect(['Си Цзиньпин', 'Ли Кэцян', 'Чжоу Эньлай', 'Хуа Чуньин', 'Ван И'].map(latin)).toEqual([
    'Xi Jinping',
    'Li Keqiang',
    'Zhou Enlai',
    'Hua Chunying',
    'Wang Yi',
  ])
  expect(['Ким Чен Ын', 'Юн Сок Ёль', 'Пак Чхан Ук'].map(latin)).toEqual([
    'Kim Jong Un',
    'Yoon Suk Yeol',
    'Park Chan Uk',
  ])
  expect(latin('Ким Кардашьян')).toBe('Kim Kardashyan')
})
