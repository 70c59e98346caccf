import type { Messages } from './messages.ts'
import { englishNetworkProblems } from './network-en.ts'
import { counter } from './plural.ts'
import { englishProblems } from './problems-en.ts'
import { englishWatch } from './watch.ts'

const count = counter('en')
const pages = (n: number): string => count(n, { one: 'page', other: 'pages' })

export const english: Messages = {
  language: 'en',
  program: 'Reads news pages and writes the chronicle: what happened, when, where, between whom, who says so.',
  commands: {
    start: {
      about: 'Read pages (the examples, when none are named), print their chronicle and serve it until Ctrl-C',
      example: 'letopis start pages/',
    },
    add: {
      about: 'Read pages, feeds and sites and keep them in a chronicle',
      example: 'letopis add pages/ https://example.org/rss',
    },
    work: {
      about: 'Take pages from the queue of a PostgreSQL chronicle and add them, on any number of machines',
      example: 'letopis work --db postgres://letopis@desk/news',
    },
    queue: {
      about: 'Show how many pages wait in the queue, and which could not be read',
      example: 'letopis queue --db postgres://letopis@desk/news',
    },
    watch: {
      about: 'Follow feeds for as long as it runs: new pages, and edits of pages for three days',
      example: 'letopis watch feeds.opml https://example.org/rss',
    },
    extract: {
      about: 'Print the facts of each page as JSON lines, keeping nothing',
      example: 'letopis extract page.html > facts.jsonl',
    },
    analyze: {
      about: 'Print sentences, words and their morphology; a .conllu file keeps its sentences and tokens',
      example: 'letopis analyze page.txt sentences.conllu.gz --format conllu',
    },
    chronicle: {
      about: 'Print the chronicle, a line an entry',
      example: 'letopis chronicle --about Норвегия --from 2024-05 --to 2024-06 --kind visit',
    },
    export: {
      about: 'Write the chronicle as JSON lines or CSV',
      example: 'letopis export --format csv --what entries --out entries.csv',
    },
    serve: { about: 'Show the chronicle in the browser and serve its HTTP API', example: 'letopis serve --port 4400' },
    articles: { about: 'List the articles of the chronicle', example: 'letopis articles' },
    outlets: {
      about: 'List the outlets of the chronicle: kind, country, language, articles, first and last day, name',
      example: 'letopis outlets --outlets my-outlets.tsv',
    },
    feeds: {
      about: 'List the feeds that "letopis watch" follows, or write them as OPML for other readers',
      example: 'letopis feeds --format opml > feeds.opml',
    },
    versions: {
      about: 'Show every text that an article has had, and what its outlet changed and withdrew',
      example: 'letopis versions 3f2a9c51d07be846',
    },
    remove: { about: 'Take articles out of the chronicle', example: 'letopis remove 3f2a9c51d07be846' },
    correct: {
      about: 'Correct the chronicle (merge, split, rename, reject, note), undo a correction, show the log',
      example: 'letopis correct rename 3f2a9c51d07be846 "Visit to Oslo" --author "News desk"',
    },
    rebuild: {
      about: 'Read all kept pages again and make the chronicle anew (after a crash or an upgrade)',
      example: 'letopis rebuild',
    },
    alert: {
      about:
        'Tell when an entry that passes a filter appears, changes its status or gains a disagreement: to a webhook or as a feed',
      example: 'letopis alert --state oslo.alert --about Норвегия --kind visit --webhook http://127.0.0.1:9000/news',
    },
    backup: {
      about:
        'Write the whole chronicle into one file: pages as they came, corrections, settings; also while it is served',
      example: 'letopis backup letopis.backup.gz',
    },
    restore: {
      about: 'Make the chronicle of a backup again in a new or empty place, with all its ids',
      example: 'letopis restore letopis.backup.gz --db letopis-copy',
    },
  },
  words: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Global options:',
    commands: 'Commands:',
    example: 'Example:',
    error: 'error',
    warning: 'warning',
    helpOption: 'show this help',
    versionOption: 'show the version',
    helpCommand: 'show the help of a command',
  },
  options: {
    db: 'folder of the chronicle or a postgres:// address (default: LETOPIS_DB, else letopis-data)',
    outlets:
      'your own register of outlets, a line an address: domain, name, kind, country, language, apart by tabs (default: LETOPIS_OUTLETS)',
    lang: 'language of messages: ru or en (default: by locale)',
    workers: 'number of worker threads (default: number of cores)',
    explain: 'show for each fact the rule that found it and the words it rests on',
    verbose: 'print a line for each page once it is safely stored: outcome, id, input',
    about: 'only entries in which this person, organization or country takes part',
    from: 'only entries that can lie on this day or later (2024, 2024-05 or 2024-05-14)',
    to: 'only entries that can lie on this day or earlier',
    kind: 'only entries of this kind',
    alertState: 'file in which the alert keeps what it knows and what it has not delivered; one for each alert',
    alertWebhook:
      'address that gets each event as JSON (POST); an event is delivered again until it answers 200 to 299',
    alertFeed: 'file to write as a feed of the last 100 events: JSON Feed where it ends in .json, else Atom',
    alertStatus: 'only entries of this status',
    alertWords: 'only entries with these words in title, names, place or quotes',
    alertEvery: 'seconds between two looks',
    alertFromStart: 'tell of what is there already too (else the first look only remembers it)',
    alertOnce: 'look once and end, for cron',
    backupFile: 'file of the backup',
    exportFormat: 'the format; each is told of in docs/export.md',
    since: 'only what changed since this cursor; @FILE keeps the cursor in a file: begin with a new one',
    bom: 'begin a table with the mark by which sheet programs see UTF-8',
    home: 'address of the page that links lead to (http://127.0.0.1:4400/ when absent)',
    extractFormat: 'jsonl, or brat: standoff files to correct in an annotation tool',
    bratFolder: 'folder for the files of --format brat',
    what: 'what to write',
    out: 'file to write (default: standard output)',
    analyzeFormat: 'conllu or jsonl',
    port: 'port to serve at',
    host: 'address to listen on; beyond this machine a token is asked for (LETOPIS_TOKEN, else a new one)',
    noToken: 'ask for no token: only where something in front of the server asks who comes',
    inputs:
      'files and folders (.html .txt .ndjson .jsonl .json .opml .rss .xml .warc .wacz .zip .mhtml .eml .pdf, each also .gz; exports of Miniflux, FreshRSS, Telegram), "-" for standard input, addresses (https://…) of articles, feeds, sitemaps and front pages',
    allowHost:
      'a host that may be private or local: addresses that are not public are reached only by name; may be repeated',
    delay: 'seconds between two requests to one site',
    feedText: 'take the text of feed items that carry it whole from the feed, not from their pages',
    watchInputs: 'lists of subscriptions (OPML), feeds, news sitemaps, front pages',
    watchOnce: 'do what is due now and end (for cron)',
    state: 'file for the state of the watch (default: watch.json in the folder of the chronicle)',
    watchVerbose: 'print every problem as it comes',
    most: 'take at most so many pages from one feed, sitemap or front page',
    startInputs: 'files and folders; the examples that come with Letopis when none are named',
    correct:
      'log · export [file] · import file · merge id id… · split entry article:event… · split name new-name article… · rename id name · reject id · note id words · undo correction',
    author: 'who corrects (default: the name of the system user)',
    nameEn: 'the same name in English',
    register: 'print the register of outlets itself, your own lines behind it: the form of a file for --outlets',
    feedsFormat: 'text, or opml',
    ids: 'ids of articles, as "letopis articles" lists them; an article goes with all its versions',
    id: 'id of an article, as "letopis articles" lists it',
    fromVersion: 'earlier version to compare (default: the one before)',
    toVersion: 'later version to compare (default: the present one)',
    versionsFormat: 'text or json',
    queue: 'only put the pages into the queue; "letopis work" reads them (PostgreSQL)',
    once: 'end when nothing waits any more',
    removeVersion: 'take out only this version, as "letopis versions" lists it',
  },
  usage: {
    unknownOption: (option) => `There is no option ${option}.`,
    unknownCommand: (command) => `There is no command "${command}".`,
    missingArgument: (argument) => `Nothing was named for ${argument}.`,
    missingValue: (option) => `The option ${option} needs a value.`,
    tooManyArguments: 'There are more arguments than this command takes.',
    badValue: (option, value, allowed) => `${option} cannot be "${value}". Possible: ${allowed}.`,
    seeHelp: (command) => `Help: ${command} --help`,
    didYouMean: (word) => `Did you mean ${word}?`,
  },
  progress: {
    reading: (done, rate, left) => `${pages(done)} · ${rate}/s${left === null ? '' : ` · ${left} left`}`,
    joining: 'Joining the chronicle …',
    restoring: (n) => `Restoring from the page journal: ${pages(n)}`,
    stopping: 'Stopping after the pages in hand (Ctrl-C again: at once) …',
    time: (seconds) => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`),
  },
  alert: {
    turn: (noticed, delivered, pending) => `Noticed: ${noticed}, delivered: ${delivered}, waiting: ${pending}.`,
    refused: (why) => `Not delivered (${why}); it is kept and tried again.`,
    oneWay: 'Name either --webhook or --feed.',
    badAddress: (url) => `${url} is no http address.`,
  },
  backup: {
    made: (n, corrections, path) => `${pages(n)} and ${corrections} corrections written to ${path}.`,
    reading: (n) => `Restoring: ${pages(n)}`,
    restored: (n, corrections, entries) => `Restored: ${pages(n)}, ${corrections} corrections, ${entries} entries.`,
  },
  exporting: {
    cursor: (cursor) => `Cursor for the next time: --since ${cursor}`,
    stopped: 'Stopped; the file is as it was before, and the cursor too.',
    anew: 'The cursor is of a chronicle that was made anew since: everything is exported.',
    untold: (gone, format) =>
      `There no more: ${count(gone, { one: 'record', other: 'records' })}; ${format} cannot say which (jsonl, json, ics, atom, plover and cameo can).`,
    notCovered: (format, what, covers) => `--format ${format} cannot tell ${what}. It covers: ${covers}.`,
  },
  summary: {
    read: (n) => `Read: ${pages(n)}.`,
    added: ({ added, updated, unchanged }) =>
      `Added: ${pages(added)}${updated > 0 ? `, new versions: ${updated}` : ''}${unchanged > 0 ? `, already there: ${unchanged}` : ''}.`,
    entries: (entries, articles, disputes) =>
      `${count(entries, { one: 'entry', other: 'entries' })} from ${count(articles, { one: 'article', other: 'articles' })}${disputes > 0 ? `, sources disagree in ${disputes} (≠)` : ''}.`,
    leftOut: (n) => `Left out: ${pages(n)}:`,
    warnings: (n) => `Read with reservations (${n}):`,
    stopped: 'Stopped; what was reported as added is kept.',
    restored: (n) => `Restored from the page journal after a stop: ${pages(n)}.`,
    reread: (n) => `Read again: ${pages(n)}.`,
    removed: (n) => `Removed: ${count(n, { one: 'article', other: 'articles' })}.`,
    missing: (n) => `Not in the chronicle: ${count(n, { one: 'id', other: 'ids' })}.`,
    nothing: 'No pages were found there.',
    annotated: (n, folder) =>
      `${count(n, { one: 'page', other: 'pages' })} written to ${folder} as brat standoff; open the folder in brat to correct them.`,
    exported: (bytes, path) => `${bytes.toLocaleString('en')} bytes written to ${path}.`,
  },
  chronicle: {
    statuses: {
      planned: 'planned',
      possible: 'possible',
      ongoing: 'ongoing',
      happened: 'happened',
      denied: 'denied',
    },
    undated: 'undated',
    sources: (outlets, origins) =>
      `${count(outlets, { one: 'source', other: 'sources' })}${outlets === 1 ? '' : ` (${origins} independent)`}`,
    disputed: 'sources disagree',
    withdrawn: 'withdrawn by the outlet',
    legend: '● happened  ◐ ongoing  ○ planned  ◌ possible  ⊘ denied  ≠ sources disagree',
    empty: 'The chronicle is empty. Add pages: letopis add PATH...',
    noMatch: 'No entry answers these conditions.',
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    seasons: { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' },
    untilDay: (day) => `until ${day}`,
    sinceDay: (day) => `since ${day}`,
    decade: (year) => `${year}s`,
  },
  serve: {
    ready: (url) => `The chronicle is open at ${url}`,
    stop: 'Ctrl-C stops it.',
    withoutPage: 'The page was not built; only the API answers. Build it with: npm run build',
    openToNetwork: (host) => `Anyone who can reach ${host} may read, add and remove pages: no token is asked for.`,
    withToken: (host) =>
      `Listening on ${host}: who has the address below with its token may read, add and remove pages. Nothing is encrypted on the way.`,
    weakToken: (length) =>
      `LETOPIS_TOKEN must have at least ${length} characters, of Latin letters, digits and - _ . ~ + / = alone.`,
  },
  explain: {
    times: 'Times',
    statements: 'Statements',
    events: 'Events',
    figures: 'Figures',
    documents: 'Documents',
    rule: 'rule',
    restsOn: 'rests on',
    noRule: 'no rule given',
  },
  correct: {
    what: 'A correction is log, export, import, merge, split, rename, reject, note or undo with what it is about.',
    unknown: (id) => `The chronicle has no entry, name or disagreement "${id}".`,
    badMention: (given) => `"${given}" is no event: article:number is needed, as in an entry's evidence.`,
    made: (id) => `Correction ${id} is made. To undo: letopis correct undo ${id}`,
    idle: 'The correction is kept but changes nothing now: what it is about is not in the chronicle.',
    imported: (added, known) => `Corrections taken: ${added}; known already: ${known}.`,
    badLog: (path) => `${path} is no log of corrections: what letopis correct export gave is needed.`,
  },
  outlets: {
    kinds: { outlet: 'outlet', agency: 'agency', official: 'official source' },
    unknown: 'not in the register',
  },
  articles: {
    versions: (n) => count(n, { one: 'version', other: 'versions' }),
    noOutlet: 'no outlet',
    noHeadline: '(no headline)',
  },
  queue: {
    queued: (n) => `Put into the queue: ${pages(n)}.`,
    waiting: (n) => `Waiting: ${pages(n)}.`,
    leftOut: (n) => `Could not be read: ${pages(n)}.`,
    working: 'Working. Ctrl-C stops after the pages in hand.',
    serverGone: 'The database cannot be reached; waiting for it …',
    serverBack: 'The database is back.',
  },
  versions: {
    current: '(present)',
    single: 'Its text never changed.',
    withdrawn: 'Withdrawn by the outlet:',
    brought: 'Brought in:',
    unchanged: (n) => count(n, { one: 'sentence as before', other: 'sentences as before' }),
    sorts: { event: 'event', statement: 'statement', figure: 'figure' },
  },
  watch: englishWatch,
  problems: { ...englishProblems, ...englishNetworkProblems },
  unknownProblem: (code, detail) => ({
    what: `it could not be read (${[code, ...Object.values(detail)].join(', ').slice(0, 300)})`,
  }),
}
