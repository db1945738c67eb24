// The queue as its address describes it: view, words searched for, matter; and which case comes before and after another.
// Pure; the queue itself comes from the server, most urgent first.
import { caseStates, type CaseState } from '../../../../server/modules/cases/case.ts'
import type { StaffRole } from '../../../shared/session.tsx'

export const queueViews = ['mine', 'unclaimed', 'dueSoon', 'supplement', 'overdue', 'all'] as const
export type QueueView = (typeof queueViews)[number]

export interface QueueFilter {
  view: QueueView
  /** Part of a case number or of an applicant's name; empty for all. */
  q: string
  /** Matter id; empty for all. */
  matter: string
  service?: string
  state?: CaseState
  /** Id of an official, or 'nobody'. */
  holder?: string
  /** Days, YYYY-MM-DD, both included. */
  from?: string
  until?: string
  /** Promised within so many working days. */
  within?: number
}

const handling: readonly QueueView[] = ['mine', 'unclaimed', 'dueSoon', 'supplement', 'all']
const overseeing: readonly QueueView[] = ['overdue', 'dueSoon', 'supplement', 'all']

/** Whether somebody with these roles acts on cases, and does not only look on. */
export function handlesCases(roles: readonly StaffRole[]): boolean {
  return roles.some((role) => role === 'clerk' || role === 'approver' || role === 'head')
}

/** The views worth offering: those who only look on have no cases of their own. */
export function viewsFor(roles: readonly StaffRole[]): readonly QueueView[] {
  return handlesCases(roles) ? handling : overseeing
}

/** Whether somebody with these roles has a queue at all. */
export function readsCases(roles: readonly StaffRole[]): boolean {
  return handlesCases(roles) || roles.includes('supervisor')
}

/** The filter an address describes; anything unknown falls back to the whole queue. */
export function readFilter(search: URLSearchParams): QueueFilter {
  return {
    view: queueViews.find((view) => view === search.get('view')) ?? 'all',
    q: (search.get('q') ?? '').trim().slice(0, 100),
    matter: search.get('matter') ?? '',
    ...readNarrowing(search),
  }
}

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '')
const isHolder = (text: string | null): text is string => text === 'nobody' || /^[\da-f-]{36}$/.test(text ?? '')

function readNarrowing(search: URLSearchParams): Narrowing {
  const state = caseStates.find((each) => each === search.get('state'))
  const [service, holder, from, until, within] = ['service', 'holder', 'from', 'until', 'within'].map((name) => search.get(name) || null)
  return {
    ...(service ? { service: service.slice(0, 100) } : {}), ...(state ? { state } : {}), ...(isHolder(holder ?? null) && holder ? { holder } : {}),
    ...(isDay(from ?? null) && from ? { from } : {}), ...(isDay(until ?? null) && until ? { until } : {}), ...(within && /^\d{1,2}$/.test(within) ? { within: Math.min(60, Number(within)) } : {}),
  }
}

export type Narrowing = Omit<QueueFilter, 'view' | 'q' | 'matter'>

/** What narrows the queue besides view, words and matter. */
export function narrowingOf({ view: _view, q: _q, matter: _matter, ...narrowing }: QueueFilter): Narrowing {
  return narrowing
}

/** The query part of an address with this filter; what is the default is left out. */
export function filterQuery(filter: QueueFilter): Narrowing & { view?: string; q?: string; matter?: string } {
  const { view, q, matter } = filter
  return { ...(view === 'all' ? {} : { view }), ...(q ? { q } : {}), ...(matter ? { matter } : {}), ...narrowingOf(filter) }
}

/** The same as text, for what keeps an address. */
export function filterText(filter: QueueFilter): string {
  return new URLSearchParams(Object.entries(filterQuery(filter)).map(([name, value]) => [name, String(value)])).toString()
}

export interface Neighbours {
  previous: string | undefined
  next: string | undefined
  /** Place of the case in the list, or the place it had when it left the list. */
  index: number
}

/**
 * The cases before and after `current`. One that has just left the list (decided, claimed by somebody else) keeps its
 * place: the next case is the one that moved up into it. Without a current case the next one is the first.
 * @param lastIndex place the current case was last seen at; -1 when never
 */
export function neighbours(ids: readonly string[], current: string | undefined, lastIndex: number): Neighbours {
  const index = current === undefined ? -1 : ids.indexOf(current)
  if (index >= 0) return { previous: ids[index - 1], next: ids[index + 1], index }
  const place = Math.min(Math.max(0, lastIndex), ids.length)
  return { previous: ids[place - 1], next: ids[place] ?? ids[place - 1], index: lastIndex }
}
