/** Pages that wait to be read, and those that could not be; only on PostgreSQL. */
export const sql = `
create table queue (
  number bigint generated always as identity primary key,
  page text not null,
  input text not null,
  record json not null,
  bytes bytea not null,
  problem json,
  unique (page, input)
);

create index queue_left_out on queue (number) where problem is not null;
`
