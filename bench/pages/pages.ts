import { agency, blogEngine, breaks, fields, tables, utility } from './designs-1.ts'
import { amp, builder, endless, magazine, office, topic } from './designs-2.ts'
import { furnitureOf } from './furniture.ts'
import type { Design } from './set.ts'
import { madeArticle, mainText } from './texts.ts'

/** A saved page of an invented site, with what an extractor should find on it. */
export interface MadePage {
  readonly design: string
  readonly html: string
  readonly headline: string
  readonly text: string
  /** `2024-03-05T14:05:00+03:00` */
  readonly published: string
}

const DESIGNS: Readonly<Record<string, Design>> = {
  agency,
  blogEngine,
  tables,
  utility,
  fields,
  breaks,
  office,
  amp,
  topic,
  magazine,
  builder,
  endless,
}

/** Sixty pages: five articles of different lengths in each of twelve designs; always the same. */
export const madePages = (): readonly MadePage[] =>
  Object.entries(DESIGNS).flatMap(([design, set], at) =>
    Array.from({ length: 5 }, (_, i): MadePage => {
      const number = at * 5 + i
      const article = madeArticle(number)
      const { headline, published } = article
      return { design, html: set(article, furnitureOf(number)), headline, text: mainText(article), published }
    }),
  )
