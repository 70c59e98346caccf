/** The chronicle, derived from the articles: every record whole as JSON, beside the columns that it is looked up by. */
export const sql = `
create table entries (
  id text primary key,
  hash text not null,
  kind text not null,
  status text not null,
  date text,
  dated boolean not null,
  first_day integer,
  last_day integer,
  sort_day integer,
  disputes integer not null,
  framings integer not null,
  origins integer not null,
  part_of text,
  story text,
  line json not null,
  record json not null,
  words text not null,
  search tsvector generated always as (to_tsvector('russian'::regconfig, words)) stored
);

create index entries_sort on entries (sort_day desc nulls last, id);

create index entries_days on entries (first_day, last_day);

create index entries_part on entries (part_of) where part_of is not null;

create index entries_search on entries using gin (search);

create table entry_aliases (
  alias text primary key,
  entry text not null references entries (id) on delete cascade
);

create index entry_aliases_entry on entry_aliases (entry);

create table entry_participants (
  entry text not null references entries (id) on delete cascade,
  n integer not null,
  identity text not null,
  name text not null,
  name_en text not null,
  type text not null,
  primary key (entry, n)
);

create index entry_participants_identity on entry_participants (identity);

create index entry_participants_name on entry_participants (name);

create table entry_outlets (
  entry text not null references entries (id) on delete cascade,
  outlet text not null,
  primary key (entry, outlet)
);

create index entry_outlets_outlet on entry_outlets (outlet);

create table evidence (
  entry text not null references entries (id) on delete cascade,
  n integer not null,
  article text not null,
  event integer not null,
  primary key (entry, n)
);

create index evidence_article on evidence (article, event);

create table identities (
  id text primary key,
  hash text not null,
  type text not null,
  name text not null,
  name_en text not null,
  names text not null,
  articles integer not null,
  entries integer not null,
  record json not null
);

create index identities_entries on identities (entries desc, articles desc, id);

create table statements (
  article text not null,
  n integer not null,
  hash text not null,
  speaker text,
  speaker_name text,
  stance text not null,
  outlet text not null,
  published text,
  published_day integer,
  record json not null,
  words text not null,
  search tsvector generated always as (to_tsvector('russian'::regconfig, words)) stored,
  primary key (article, n)
);

create index statements_order on statements (published_day desc nulls last, article, n);

create index statements_speaker on statements (speaker);

create index statements_search on statements using gin (search);

create table stories (
  id text primary key,
  hash text not null,
  record json not null
);

create table chronicle_articles (
  id text primary key,
  hash text not null,
  outlet text not null,
  published text,
  published_day integer,
  reprint_of text,
  share double precision,
  story text,
  record json not null
);

create index chronicle_articles_reprint on chronicle_articles (reprint_of) where reprint_of is not null;
`
