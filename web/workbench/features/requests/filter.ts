// The list as its address describes it: view, words, kind. Pure.
// Which views somebody has follows from their roles.
import { requestKinds } from '../../../../server/modules/requests/request.ts'
import type { StaffRole } from '../../../shared/session.tsx'

export const deskViews = ['centre', 'arbiter', 'unit', 'mine', 'late', 'helping', 'ofUnit', 'ofPlace'] as const
export type DeskView = (typeof deskViews)[number]

export interface DeskFilter {
  view: DeskView
  /** Number or words of the title or address; empty for all. */
  q: string
  /** Empty for all. */
  kind: string
}

const unit: readonly StaffRole[] = ['clerk', 'approver', 'head']
const whose: Record<DeskView, readonly StaffRole[]> = {
  centre: ['dispatcher'], arbiter: ['supervisor'], unit, mine: unit, late: unit, helping: unit, ofUnit: unit, ofPlace: ['dispatcher', 'agent', 'supervisor'],
}

/** The views worth offering, in the order of the day; the first is where somebody begins. */
export const viewsFor = (roles: readonly StaffRole[]): DeskView[] => deskViews.filter((view) => whose[view].some((role) => roles.includes(role)))

export function readFilter(search: URLSearchParams, views: readonly DeskView[]): DeskFilter {
  const asked = deskViews.find((view) => view === search.get('view'))
  return {
    view: asked ?? views[0] ?? 'unit',
    q: (search.get('q') ?? '').trim().slice(0, 100),
    kind: requestKinds.find((kind) => kind === search.get('kind')) ?? '',
  }
}

/** The query part of an address with this filter. */
export const filterQuery = ({ view, q, kind }: DeskFilter): Record<string, string> => ({ view, ...(q ? { q } : {}), ...(kind ? { kind } : {}) })
