// What is written in a part of the opinion sheet and is not on the server yet: kept on this device, so that nothing is lost without a network,
// when the page is reloaded or the battery runs out. Where storage is forbidden it lasts as long as the page.
import type { Finding } from './queries.ts'

export interface Kept {
  /** revision of the part it was written on */
  revision: number
  findings: Record<string, Finding>
  note: string
}

const keyOf = (visit: string, caseId: string): string => `tongban.visit-part.${visit}.${caseId}`

const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null && 'revision' in value && typeof value.revision === 'number' && 'findings' in value && typeof value.findings === 'object' && 'note' in value && typeof value.note === 'string'

export function readKept(storage: Pick<Storage, 'getItem'> | undefined, visit: string, caseId: string): Kept | undefined {
  try {
    const value: unknown = JSON.parse(storage?.getItem(keyOf(visit, caseId)) ?? 'null')
    return isKept(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function writeKept(storage: Pick<Storage, 'setItem' | 'removeItem'> | undefined, visit: string, caseId: string, kept: Kept | undefined): void {
  try {
    if (kept === undefined) storage?.removeItem(keyOf(visit, caseId))
    else storage?.setItem(keyOf(visit, caseId), JSON.stringify(kept))
  } catch {
    // Storage is forbidden or full: the page itself still holds it.
  }
}

export function deviceStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
