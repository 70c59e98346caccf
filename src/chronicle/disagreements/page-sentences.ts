import { sentencesOf } from '../text/sentences.ts'
import { ofPage } from './of-page.ts'

/** Sentences of a page that are read. */
const MOST = 200

/** The first 200 sentences of a page. */
export const sentencesIn = ofPage(({ text }) => sentencesOf(text, 0, MOST))
