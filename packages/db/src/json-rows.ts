import { type SQL, sql } from 'drizzle-orm';

/**
 * Rows of a statement as one parameter: with one for each value of each row, a statement costs more to build and to
 * parse than to run. Texts must be storable (`storableText`): JSON escapes what PostgreSQL refuses.
 *
 * @param columns names and types, such as `key text, "dueAt" timestamptz`: absent properties are null
 */
export function jsonRows(rows: readonly object[], columns: SQL): SQL {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as added(${columns})`;
}
