/** Pages as they came (only where no page journal holds them) and the articles read from them, with every version. */
export const sql = `
create table pages (
  id text primary key,
  number bigint generated always as identity,
  record json not null,
  bytes bytea not null
);

create table articles (
  id text not null,
  content text not null,
  key text not null,
  current boolean not null,
  page text not null,
  rank text not null,
  input text not null,
  url text,
  outlet text,
  language text not null,
  headline text,
  published text,
  published_day integer,
  updated text,
  body text not null,
  parts json not null,
  facts json not null,
  primary key (id, content)
);

create index articles_key on articles (key);

create index articles_page on articles (page);

create index articles_current on articles (published_day, id) where current;
`
