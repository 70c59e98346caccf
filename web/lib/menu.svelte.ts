/** A menu below a button: it closes with Escape, when the focus leaves it, and at a press outside. */
export class Menu {
  open = $state(false)
  /** The element that holds button and menu. */
  box: HTMLElement | undefined = undefined

  readonly toggle = (): void => {
    this.open = !this.open
  }

  readonly onkeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return
    event.stopPropagation()
    this.open = false
    this.box?.querySelector('button')?.focus()
  }

  readonly onfocusout = (event: FocusEvent): void => {
    if (event.relatedTarget && !this.box?.contains(event.relatedTarget as Node)) this.open = false
  }

  readonly onpointerdown = (event: PointerEvent): void => {
    if (this.open && !this.box?.contains(event.target as Node)) this.open = false
  }
}
