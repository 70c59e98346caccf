// `npm start [-- PATH...]`: builds when a source has changed, then reads the pages, prints the chronicle and serves it.
import { build } from './build.mjs'

build({ ifChanged: true })
process.argv.splice(2, 0, 'start')
await import('../dist/cli/main.js')
