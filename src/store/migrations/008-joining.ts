/** What joining knows, for the next process; only on PostgreSQL. It may be lost, so no log is written of it. */
export const sql = `
create unlogged table joining (
  part integer not null,
  piece integer not null,
  bytes bytea not null,
  primary key (part, piece)
);

alter table joining alter column bytes set storage external;
`
