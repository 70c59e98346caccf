/** What people decided about the chronicle, in the order of their decisions; only ever added to. */
export const sql = `
create table corrections (
  number bigint generated always as identity primary key,
  id text not null unique,
  record json not null
);
`
