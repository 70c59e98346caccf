/** When a page was taken from the network, which tells the order of versions; and the way to articles that have several. */
export const sql = `
alter table articles add column fetched text;

create index articles_earlier on articles (key) where not current;
`
