// What a consumer may read of a resource, and what of a reply is left under it. Pure.
import { citationOf } from '../../kernel/texts.ts'
import type { Registry } from '../catalogue/index.ts'

/** `perDay`: calls a day, null without limit. */
export type Grant = { id: string; consumer: string; resource: string; fields: readonly string[]; purpose: string; legalBasis: string; perDay: number | null }

/** `purpose`: of several grants the one for it is wanted. */
export type GrantWanted = { consumer: string; resource: string; on: string; purpose: string }

/** The platform itself: asks for applications of this installation. */
export const platform = 'platform'

/** What a pack declares for the services of this installation holds without further review: the platform may read the fields it names. */
export const standingGrant = (registry: Registry): Grant => {
  const proved = (registry.proves ?? []).flatMap(({ name, holders, when = {} }) => [name, ...holders, ...Object.keys(when)])
  const fields = [...[...Object.values(registry.answers), ...Object.values(registry.until ?? {})].map((path) => path.split('.')[0] ?? path), ...proved, ...(registry.several ? [registry.several.field] : [])]
  return { id: `pack:${registry.id}`, consumer: platform, resource: registry.id, fields: [...new Set(fields)], purpose: '', legalBasis: citationOf(registry.legalBasis), perDay: null }
}

type List = { field: string; key: string }

/** Only these fields of a record; of records listed in one field, the same of each, and what tells them apart. `dropped`: what else was there. */
export const minimised = (record: Readonly<Record<string, unknown>>, fields: readonly string[], list?: List): { record: Record<string, unknown>; dropped: string[] } => {
  const dropped = new Set<string>()
  const pick = (from: object, allowed: readonly string[], prefix: string): Record<string, unknown> => {
    const kept: Record<string, unknown> = {}
    for (const [field, value] of Object.entries(from)) {
      if (allowed.includes(field)) kept[field] = value
      else dropped.add(prefix + field)
    }
    return kept
  }
  const kept = pick(record, fields, '')
  const entries = list ? kept[list.field] : undefined
  if (list && Array.isArray(entries)) {
    kept[list.field] = entries.map((entry: unknown) => (entry !== null && typeof entry === 'object' ? pick(entry, [...fields, list.key], `${list.field}.`) : entry))
  }
  return { record: kept, dropped: [...dropped].toSorted() }
}

/** Whether a record, or the reply around it, names another subject than was asked for by the same key. */
export const isOfAnother = (asked: Readonly<Record<string, string>>, record: Readonly<Record<string, unknown>>, said: Readonly<Record<string, string>> | undefined): boolean =>
  Object.entries(asked).some(([key, value]) => [said?.[key], record[key]].some((found) => typeof found === 'string' && found !== '' && found.toUpperCase() !== value.toUpperCase()))
