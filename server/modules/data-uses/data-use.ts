// Uses of somebody's data as one list made of several logs, the latest first and page by page. Pure.
// Each log is asked for what comes after the last entry shown; entries of one instant stand in the order of the kinds, then of their keys.

export const dataUseKinds = ['lookUp', 'opened', 'licence'] as const
export type DataUseKind = (typeof dataUseKinds)[number]

/** An entry's place in the list: its instant (ISO), its kind, and what tells entries of that kind apart. */
export type Place = { at: string; kind: DataUseKind; key: string }

const rank = (kind: DataUseKind): number => dataUseKinds.indexOf(kind)

/** Negative when `a` stands before `b`. */
export const comparePlaces = (a: Place, b: Place): number => {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1
  if (a.kind !== b.kind) return rank(a.kind) - rank(b.kind)
  return a.key === b.key ? 0 : a.key > b.key ? -1 : 1
}

/** Opaque to whoever asks for the next page. */
export const cursorOf = ({ at, kind, key }: Place): string => Buffer.from(`${at} ${kind} ${key}`).toString('base64url')

/** Undefined for what is no cursor. */
export const placeOf = (cursor: string): Place | undefined => {
  const [at = '', kind = '', key = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const known = dataUseKinds.find((each) => each === kind)
  return known && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$|^[0-9a-f]{64}$/.test(key) ? { at, kind: known, key } : undefined
}

/** Keys are either UUIDs or SHA-256 in hexadecimal. @param after the last entry shown */
export const beforeIn = (kind: DataUseKind, after: Place | undefined, { least, most }: { least: string; most: string }): { at: string; key: string } | undefined => {
  if (!after) return undefined
  const order = rank(kind) - rank(after.kind)
  return { at: after.at, key: order === 0 ? after.key : order < 0 ? least : most }
}

export const uuids = { least: '00000000-0000-0000-0000-000000000000', most: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
export const digests = { least: '', most: 'g' }
