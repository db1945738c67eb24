// The audit trail: who did what to what, when. Entries are chained by hash, so a changed, deleted or moved row is found.
// This file is the pure part: the shape of an entry and the chain.
import { createHash } from 'node:crypto'
import type { ActingFor, Principal } from './authz.ts'

export type AuditEntry = {
  at: string
  actorKind: Principal['kind']
  actorId: string
  action: string
  subjectType: string
  subjectId: string
  region: string | null
  requestId: string | null
  detail: unknown
  /** whom the actor acted for; kept with the detail */
  actingFor?: { person: string; mandate: string; capacity: ActingFor['capacity'] }
}

export type ChainedEntry = AuditEntry & { position: number; hash: string }

export const genesis = '0'.repeat(64)

/** JSON with sorted keys: the same value always gives the same text. */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of Object.keys(members).sort()) {
    if (members[key] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(members[key])}`
  }
  return `{${text}}`
}

/** The hash of an entry at a position after `previous`. */
export const chainHash = (previous: string, position: number, entry: AuditEntry): string => {
  const { at, actorKind, actorId, action, subjectType, subjectId, region, requestId, detail } = entry
  const text = canonicalJson({ position, at, actorKind, actorId, action, subjectType, subjectId, region, requestId, detail })
  return createHash('sha256').update(previous).update(text).digest('hex')
}

/** Gives consecutive positions and hashes to entries, after the given end of the chain. */
export const chain = (end: { position: number; hash: string }, entries: readonly AuditEntry[]): ChainedEntry[] => {
  let { position, hash } = end
  return entries.map((entry) => {
    position += 1
    hash = chainHash(hash, position, entry)
    return { ...entry, position, hash }
  })
}

/** The first break in a run of chained entries: a gap (deleted or moved) or a wrong hash (altered). */
export const findBreak = (end: { position: number; hash: string }, entries: readonly ChainedEntry[]): { position: number; what: 'missing' | 'altered' } | undefined => {
  let { position, hash } = end
  for (const entry of entries) {
    if (entry.position !== position + 1) return { position: position + 1, what: 'missing' }
    if (entry.hash !== chainHash(hash, entry.position, entry)) return { position: entry.position, what: 'altered' }
    position = entry.position
    hash = entry.hash
  }
  return undefined
}

type Actor = Pick<AuditEntry, 'actorKind' | 'actorId' | 'actingFor'>

/** Who really acted, and for whom when it was in another's name. */
export const actorOf = (principal: Principal): Actor => {
  if (principal.kind === 'person' && principal.by) {
    const { actorKind, id, mandate, capacity } = principal.by
    return { actorKind, actorId: id, actingFor: { person: principal.id, mandate, capacity } }
  }
  return { actorKind: principal.kind, actorId: principal.kind === 'anonymous' ? '' : principal.kind === 'system' ? principal.name : principal.id }
}

/** The detail as it is stored: with whom it was for. */
export const storedDetail = ({ detail, actingFor }: Pick<AuditEntry, 'detail' | 'actingFor'>): unknown =>
  actingFor ? { ...(detail as object | null), actingFor } : (detail ?? {})
