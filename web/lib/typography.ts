const SHORT = /(?<=^|[\s(«])(и|в|с|к|о|у|а|на|по|из|от|до|не|во|со|за|для|без|об|при) /giu

/** No line breaks after short words and inside numbers, as Russian typography wants. */
export const unbroken = (text: string): string =>
  text.replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0').replace(SHORT, '$1\u00a0')

/** Somebody's words in the outer quotation marks; inner ones beside them are kept apart by a thin space. */
export const quoted = (words: string): string => {
  const open = words.startsWith('«') ? '«\u202f' : '«'
  const close = words.endsWith('»') ? '\u202f»' : '»'
  return open + words + close
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
