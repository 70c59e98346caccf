import type { Messages } from './messages.ts'

const megabytes = (bytes: unknown): string => `${Math.max(1, Math.round(Number(bytes) / 1_000_000))} MB`
const line = (detail: { readonly [key: string]: string | number }): string =>
  detail.line === undefined ? '' : `line ${detail.line}: `

/** What went wrong with an input or a chronicle, and the remedy, by the problem's code. */
export const englishProblems: Messages['problems'] = {
  missing: () => ({ what: 'there is no such file or folder', remedy: 'check the path' }),
  'no-permission': () => ({ what: 'it may not be read', remedy: 'give yourself the right to read it (chmod u+r)' }),
  unreadable: ({ reason }) => ({ what: `it could not be read: ${reason}`, remedy: 'check the disk and the path' }),
  empty: () => ({ what: 'it is empty' }),
  binary: ({ found }) => ({ what: `it is not text (${found})`, remedy: 'save the page as .html or .txt' }),
  'unknown-format': () => ({
    what: 'its kind is not known by its name',
    remedy: 'name it by what it is: .html, .txt, .ndjson, .json, .warc, .zip, .pdf …',
  }),
  'too-large': (detail) => ({
    what: `${line(detail)}it is larger than ${megabytes(detail.limit)}`,
    remedy: 'split it into single articles',
  }),
  'bad-gzip': ({ reason }) => ({ what: `the gzip archive is damaged (${reason})`, remedy: 'pack it again' }),
  'not-json': (detail) => ({ what: `${line(detail)}it is not JSON (${detail.reason})`, remedy: 'mend that line' }),
  'not-a-record': (detail) => ({
    what: `${line(detail)}it is no article record`,
    remedy: 'a record is an object with a field "text"',
  }),
  'no-text': (detail) => ({ what: `${line(detail)}no text was found in it` }),
  'no-records': () => ({ what: 'there are no article records in it' }),
  'bad-sidecar': ({ reason }) => ({
    what: `the sidecar was not taken (${reason})`,
    remedy: 'a sidecar is an object of JSON with published, outlet, url, updated, fetched',
  }),
  'sidecar-without-page': () => ({
    what: 'there is no page beside this sidecar',
    remedy: 'a sidecar NAME.meta.json belongs to NAME.txt or NAME.html in the same folder',
  }),
  'folder-loop': () => ({ what: 'the folder leads back to itself through a link and was passed over' }),
  'other-language': ({ language }) => ({ what: `its language (${language}) is not read yet; Russian is` }),
  'encoding-overruled': ({ declared, found }) => ({ what: `it declares ${declared} but is written in ${found}` }),
  'encoding-unknown': ({ declared, found }) => ({
    what: `it declares the unknown encoding ${declared}; read as ${found}`,
  }),
  'encoding-broken': ({ count, encoding }) => ({ what: `${count} broken characters in its ${encoding}` }),
  'impossible-date': ({ value }) => ({ what: `there is no such day: ${value}; it was not taken` }),
  'bad-date': ({ field, value }) => ({
    what: `the date "${value}" (${field}) was not understood and not taken`,
    remedy: 'write it as 2024-05-14 or 2024-05-14T12:40:00+03:00',
  }),
  'too-deep': () => ({ what: 'its tags are nested too deep; the rest was read as text' }),
  'reader-failed': ({ words }) => ({
    what: `reading it failed (${words})`,
    remedy: 'this is a fault of Letopis: please report it with the page',
  }),
  'too-slow': ({ words }) => ({
    what: `reading it took longer than ${words} and was given up`,
    remedy: 'split it; please report it with the page',
  }),
  'language-data': ({ words }) => ({
    what: `the language data could not be loaded (${words})`,
    remedy: 'install Letopis again',
  }),
  'database-in-use': ({ pid, command, host }) => ({
    what: `The chronicle is in use: "letopis ${command}" has it open (process ${pid} on ${host}).`,
    remedy:
      'Wait until it ends, stop it, or work through it: while "letopis serve" runs, other commands go through it.',
  }),
  'database-unreachable': ({ words }) => ({
    what: `The database does not answer (${words}).`,
    remedy: 'Check that the server runs, and the address, user and password in --db or LETOPIS_DB.',
  }),
  'database-failed': ({ words }) => ({
    what: `The database failed (${words}).`,
    remedy: 'If it happens again: letopis rebuild makes the chronicle anew from its pages.',
  }),
  'database-newer': () => ({
    what: 'The chronicle was made by a newer release of Letopis.',
    remedy: 'Update Letopis, or name another folder with --db.',
  }),
  'not-a-chronicle': ({ example }) => ({
    what: `The folder holds other files (${example}) and no chronicle.`,
    remedy: 'Name an empty or a new folder with --db.',
  }),
  'queue-needs-server': () => ({
    what: 'A chronicle in a folder has no queue.',
    remedy: 'Name a PostgreSQL server: --db postgres://…',
  }),
  'no-article': () => ({
    what: 'The chronicle has no such article or version.',
    remedy: 'Take the id from "letopis articles", a version from "letopis versions ID".',
  }),
  'no-chronicle': () => ({
    what: 'There is no chronicle here yet.',
    remedy: 'Make it with "letopis add PATH", or name its folder with --db.',
  }),
  'journal-damaged': () => ({
    what: 'The page journal is damaged at its very beginning.',
    remedy: 'Bring pages.journal back from a backup; nothing was changed in it.',
  }),
  'journal-torn': ({ bytes }) => ({
    what: `The last ${bytes} bytes of the page journal were half written when the machine or the process stopped, and were dropped; no page reported as added was among them.`,
  }),
  'disk-full': () => ({
    what: 'The disk is full. What was reported as added is kept whole.',
    remedy: 'Free some space and run the same command again: what is there already is passed over.',
  }),
  'folder-unwritable': ({ code }) => ({
    what: `The folder cannot be written (${code}).`,
    remedy: 'Check its rights, or name another one with --db.',
  }),
  'port-busy': ({ port, next }) => ({
    what: `Port ${port} is taken by another program.`,
    remedy: `Choose another one: --port ${next}`,
  }),
  'port-forbidden': ({ port }) => ({
    what: `Port ${port} may not be used without special rights.`,
    remedy: 'Choose one above 1023: --port 4400',
  }),
  'host-unknown': ({ host }) => ({
    what: `This machine has no address ${host}.`,
    remedy: 'Use --host 127.0.0.1, or 0.0.0.0 for all of its addresses.',
  }),
  'bad-alert-state': () => ({
    what: 'This is no state file of an alert, or it is damaged.',
    remedy: 'Name another file with --state; what is there then counts as known.',
  }),
  'backup-damaged': ({ reason }) => ({
    what: `The backup is damaged or was not written to its end (${reason}); nothing was restored.`,
    remedy: 'Take another copy of the file.',
  }),
  'backup-newer': ({ by }) => ({
    what: `The backup was made by a newer release (${by}).`,
    remedy: 'Update Letopis.',
  }),
  'not-a-backup': () => ({ what: 'This is no backup of Letopis.', remedy: 'Name a file that letopis backup wrote.' }),
  'restore-into-used': () => ({
    what: 'Something stands there already; nothing was changed.',
    remedy: 'Name a new or empty place with --db.',
  }),
  'out-unwritable': ({ code }) => ({
    what: `The file cannot be written (${code}).`,
    remedy: 'Check the path and the rights, or name another file with --out.',
  }),
}
