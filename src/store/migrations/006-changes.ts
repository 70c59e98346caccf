/** When each record of the chronicle last changed, as standing exports were told; `seq` counts the tellings that found a change. */
export const sql = `
create table changes (
  what text not null,
  id text not null,
  hash text not null,
  seq bigint not null,
  gone boolean not null,
  primary key (what, id)
);
`
