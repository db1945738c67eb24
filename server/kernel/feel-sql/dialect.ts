// What differs between SQL engines, and nothing else. DuckDB and PostgreSQL are tested; another engine is another record here.

export type Dialect = {
  name: 'duckdb' | 'postgres'
  /** Text compared by code point, whatever the database's own order is. */
  ordered: (sql: string) => string
  contains: (text: string, part: string) => string
  endsWith: (text: string, part: string) => string
  matches: (text: string, pattern: string) => string
  /** The day so many whole months later, the last of its month where it has no such day. */
  plusMonths: (date: string, months: string) => string
  /** The day so many whole days later. */
  plusDays: (date: string, days: string) => string
  /** Whole days from one date to another. */
  daysBetween: (from: string, to: string) => string
  /** The rows of a group as one list of records, by field. */
  records: (fields: readonly { name: string; sql: string }[]) => string
  noRecords: string
  part: (name: 'year' | 'month' | 'day' | 'isodow', date: string) => string
}

export const duckdb: Dialect = {
  name: 'duckdb',
  ordered: (sql) => sql,
  contains: (text, part) => `contains(${text}, ${part})`,
  endsWith: (text, part) => `ends_with(${text}, ${part})`,
  matches: (text, pattern) => `regexp_matches(${text}, ${pattern})`,
  plusMonths: (date, months) => `CAST(${date} + to_months(CAST(${months} AS INTEGER)) AS DATE)`,
  plusDays: (date, days) => `(${date} + CAST(${days} AS INTEGER))`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  records: (fields) => `list({${fields.map(({ name, sql }) => `${quoteText(name)}: ${sql}`).join(', ')}})`,
  noRecords: '[]',
  part: (name, date) => `${name}(${date})`,
}

export const postgres: Dialect = {
  name: 'postgres',
  ordered: (sql) => `${sql} COLLATE "C"`,
  contains: (text, part) => `(strpos(${text}, ${part}) > 0)`,
  endsWith: (text, part) => `(right(${text}, length(${part})) = ${part})`,
  matches: (text, pattern) => `(${text} ~ ${pattern})`,
  plusMonths: (date, months) => `CAST(${date} + make_interval(months => CAST(${months} AS INTEGER)) AS DATE)`,
  plusDays: (date, days) => `(${date} + CAST(${days} AS INTEGER))`,
  daysBetween: (from, to) => `(${to} - ${from})`,
  records: (fields) => `json_agg(json_build_object(${fields.map(({ name, sql }) => `${quoteText(name)}, ${sql}`).join(', ')}))`,
  noRecords: "'[]'::json",
  part: (name, date) => `CAST(extract(${name} FROM ${date}) AS INTEGER)`,
}

export const dialects = { duckdb, postgres } as const

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`
