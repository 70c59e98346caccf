const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

/**
 * A drawing as a file of its own: styles that come from the page's sheets become attributes, links lose their places in
 * the page, and the paper is drawn under it.
 */
export const standalone = (drawing: SVGSVGElement): string => {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const from = [drawing, ...drawing.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  from.forEach((element, i) => {
    const style = getComputedStyle(element)
    const target = to[i]
    if (!target || element.tagName === 'title') return
    for (const property of PROPERTIES) target.setAttribute(property, style.getPropertyValue(property))
    for (const name of ['style', 'class', 'tabindex', 'aria-hidden', 'href']) target.removeAttribute(name)
  })
  const { width, height } = drawing.getBoundingClientRect()
  const view = drawing.viewBox.baseVal
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(Math.round(width)))
  copy.setAttribute('height', String(Math.round(height)))
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const area = view && view.width > 0 ? view : { x: 0, y: 0, width, height }
  for (const name of ['x', 'y', 'width', 'height'] as const) paper.setAttribute(name, String(area[name]))
  paper.setAttribute(
    'fill',
    getComputedStyle(document.documentElement.querySelector('.sheet, .strip') ?? document.body).backgroundColor,
  )
  copy.prepend(paper)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

const give = (href: string, file: string): void => {
  const link = document.createElement('a')
  link.href = href
  link.download = file
  link.click()
}

/** Gives a drawing to the reader as an SVG file. */
export const saveDrawing = (drawing: SVGSVGElement, name: string): void => {
  const url = URL.createObjectURL(new Blob([standalone(drawing)], { type: 'image/svg+xml' }))
  give(url, `${fileName(name)}.svg`)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const SHARP = 2

/** Gives a drawing to the reader as a PNG file, two dots a unit: what a text program or a post can take. */
export const savePicture = async (drawing: SVGSVGElement, name: string): Promise<void> => {
  const text = standalone(drawing)
  const { width, height } = drawing.getBoundingClientRect()
  const image = new Image()
  // The page's policy takes pictures from itself and from data addresses.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * SHARP)
  canvas.height = Math.round(height * SHARP)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  give(canvas.toDataURL('image/png'), `${fileName(name)}.png`)
}
