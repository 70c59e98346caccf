/** Keys of the Russian layout that stand where the Latin ones do. */
const RUSSIAN: Readonly<Record<string, string>> = { о: 'j', л: 'k', в: 'd', е: 't', д: 'l' }

/** The key in lower case, as the Latin layout has it; `/` and `?` also from a Russian keyboard. */
export const keyOf = (event: KeyboardEvent): string => {
  const key = event.key.toLowerCase()
  if (key === '?' || (event.code === 'Slash' && event.shiftKey)) return '?'
  if (event.code === 'Slash') return '/'
  return RUSSIAN[key] ?? key
}

type Listener = (event: KeyboardEvent) => boolean

const listeners: Listener[] = []

/** Hears single keys while the view stands; a listener that answers true has used the key. */
export const onKeys = (listener: Listener): (() => void) => {
  listeners.unshift(listener)
  return () => {
    listeners.splice(listeners.indexOf(listener), 1)
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/** Hands a key to the views; keys pressed while typing, in a dialog or with a modifier are the browser's. */
export const handKey = (event: KeyboardEvent): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (document.querySelector('dialog[open]')) return
  if (listeners.some((listener) => listener(event))) event.preventDefault()
}
