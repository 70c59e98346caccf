import { sql as pages } from './001-pages.ts'
import { sql as chronicle } from './002-chronicle.ts'
import { sql as corrections } from './003-corrections.ts'
import { sql as versions } from './004-versions.ts'
import { sql as queue } from './005-queue.ts'
import { sql as changes } from './006-changes.ts'
import { sql as lean } from './007-lean.ts'
import { sql as joining } from './008-joining.ts'

/**
 * Numbered migrations, applied in order and never changed once released. Statements are separated by an empty line
 * and hold none.
 */
export const MIGRATIONS: readonly { readonly number: number; readonly name: string; readonly sql: string }[] = [
  { number: 1, name: 'pages', sql: pages },
  { number: 2, name: 'chronicle', sql: chronicle },
  { number: 3, name: 'corrections', sql: corrections },
  { number: 4, name: 'versions', sql: versions },
  { number: 5, name: 'queue', sql: queue },
  { number: 6, name: 'changes', sql: changes },
  { number: 7, name: 'lean', sql: lean },
  { number: 8, name: 'joining', sql: joining },
]
