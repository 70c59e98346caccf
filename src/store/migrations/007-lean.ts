/**
 * The chronicle as whole records alone. Lists are answered from memory, and nobody looked a record up by the columns and
 * tables beside it, which took more time to write and more room than the records.
 */
export const sql = `
drop table entry_aliases, entry_participants, entry_outlets, evidence;

alter table entries drop column kind, drop column status, drop column date, drop column dated, drop column first_day,
  drop column last_day, drop column disputes, drop column framings, drop column origins, drop column part_of,
  drop column story, drop column line, drop column search, drop column words;

drop index entries_sort;

alter table identities drop column type, drop column name, drop column name_en, drop column names, drop column articles,
  drop column entries;

alter table statements drop column speaker, drop column speaker_name, drop column stance, drop column outlet,
  drop column published, drop column published_day, drop column search, drop column words;

alter table chronicle_articles drop column outlet, drop column published, drop column published_day,
  drop column reprint_of, drop column share, drop column story;
`
