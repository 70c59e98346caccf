import { flushSync } from 'svelte'

/** Whether the page is being put on paper, where all rows stand and not only those in sight. */
class Printing {
  now = $state(false)

  constructor() {
    addEventListener('beforeprint', () => this.turn(true))
    addEventListener('afterprint', () => this.turn(false))
  }

  // The browser takes the page as it stands when the listener returns.
  private turn(on: boolean): void {
    flushSync(() => {
      this.now = on
    })
  }
}

export const printing = new Printing()
