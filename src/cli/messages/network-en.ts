import type { Messages } from './messages.ts'

/** What went wrong on the way to a page of the network, and the remedy. */
export const englishNetworkProblems: Messages['problems'] = {
  'bad-address': () => ({
    what: 'this is no address that can be asked',
    remedy: 'an address begins with http:// or https:// and holds no password',
  }),
  'address-private': ({ address }) => ({
    what: `it leads to ${address}, which is no public address`,
    remedy: 'if that host is meant, allow it by name: --allow-host NAME',
  }),
  'host-not-found': () => ({ what: 'there is no such host', remedy: 'check the address and the network' }),
  'net-failed': ({ words }) => ({ what: `the connection failed (${words})`, remedy: 'try again later' }),
  'net-timeout': ({ seconds }) => ({ what: `no answer came within ${seconds} s`, remedy: 'try again later' }),
  'tls-failed': ({ words }) => ({ what: `its certificate was not accepted (${words})` }),
  'http-status': ({ status }) => ({
    what:
      status === 404 || status === 410
        ? 'there is no such page (any more)'
        : status === 401 || status === 403
          ? `the server does not give it to Letopis (${status})`
          : `the server answered with ${status}`,
    ...(Number(status) >= 500 ? { remedy: 'try again later' } : {}),
  }),
  'come-later': ({ seconds }) => ({ what: `the server asks to come again in ${seconds} s` }),
  'robots-forbid': () => ({ what: "the site's robots.txt does not allow it to be taken" }),
  'robots-unreachable': ({ status }) => ({
    what: `the site's robots.txt cannot be had now (${status}), so nothing is taken`,
    remedy: 'try again later',
  }),
  'too-many-redirects': () => ({ what: 'its redirects do not end' }),
  'bad-redirect': ({ to }) => ({ what: `it leads on to ${to}, which cannot be asked` }),
  'bot-check': () => ({
    what: 'a check for robots stands before it',
    remedy: 'save the page in a browser and add the file',
  }),
  'soft-404': () => ({ what: 'its page says that there is none, or leads to the front page' }),
  'consent-wall': () => ({
    what: 'a request for consent to cookies stands before it',
    remedy: 'save the page in a browser and add the file',
  }),
  'login-wall': () => ({
    what: 'it is open to subscribers only',
    remedy: 'save the page in a browser and add the file',
  }),
  'script-wall': () => ({
    what: 'the page is made by scripts and holds no text',
    remedy: 'save the page in a browser and add the file',
  }),
  'not-a-page': ({ found }) => ({ what: `it is no page of text (${found})` }),
  'broken-list': ({ what }) => ({ what: `the ${what} is broken and could not be read` }),
  'empty-list': () => ({ what: 'it leads to no pages' }),
  'no-feeds': () => ({
    what: 'no feed was found for this front page',
    remedy: 'name the address of a feed, a sitemap or an article',
  }),
  'more-pages': ({ limit }) => ({ what: `it names more than ${limit} pages; the rest was left` }),
  'bad-archive': ({ what, words }) => ({ what: `it is no ${what} that can be read${words ? ` (${words})` : ''}` }),
  'archive-locked': () => ({ what: 'it is locked with a password', remedy: 'unpack it and add the folder' }),
  'archive-escape': ({ words }) => ({ what: `a file in it is named so that it leads out of the archive (${words})` }),
  'pdf-locked': () => ({ what: 'the PDF is locked with a password', remedy: 'save it without one' }),
  'pdf-no-text': () => ({
    what: 'the PDF holds pictures of pages and no text',
    remedy: 'let a program read its letters first',
  }),
  'too-long': ({ pages, limit }) => ({ what: `it has ${pages} pages; at most ${limit} are read` }),
  'no-watch-state': () => ({
    what: 'nothing is watched here yet',
    remedy: 'begin with letopis watch INPUT..., or name its state file with --state',
  }),
  'bad-watch-state': () => ({
    what: 'it is no state of a watch that this version can read',
    remedy: 'name another file with --state, or remove it to begin anew',
  }),
  'bad-outlets': ({ line }) => ({
    what: `line ${line} is no outlet`,
    remedy: 'a line is: domain, name, outlet | agency | official, country, language, apart by tabs',
  }),
  'feed-text-taken': ({ why }) => ({ what: `its page could not be had (${why}); the text was taken from the feed` }),
}
