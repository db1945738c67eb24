// What an official has written on a case and not sent: kept in the tab, so an ended session, a conflict or a look at another case loses nothing.
// Pure reading and checking; useDraft.ts keeps it in sessionStorage, which the browser forgets with the tab.

import { stepNames, type StepName } from './steps.ts'

/** A form of the column of actions. */
export const formNames = ['grant', 'requestSupplement', 'refuse', 'decline', 'handOver', ...stepNames] as const
export type FormName = (typeof formNames)[number]

/** One thing the applicant is asked to put right. */
export interface SupplementItem {
  /** Only to tell entries apart. */
  key: string
  /** What to do, in words the applicant reads. */
  what: string
  concept?: string
  evidence?: string
}

export interface CaseDraft {
  /** The form that is open. */
  form: FormName | null
  items: SupplementItem[]
  reasons: Record<'refuse' | 'decline', string>
  opinion: string
  /** Values only the decision creates, by concept. */
  values: Record<string, string>
  /** The colleague who is to go on with the case, and what they should know. */
  handOver: { to: string; note: string }
  /** The fields of the other steps, by step and field. */
  steps: Partial<Record<StepName, Record<string, string>>>
  /** The opinion one's own authority was asked for. */
  asked: { agree: '' | 'yes' | 'no'; text: string }
}

export const emptyDraft: CaseDraft = { form: null, items: [], reasons: { refuse: '', decline: '' }, opinion: '', values: {}, handOver: { to: '', note: '' }, steps: {}, asked: { agree: '', text: '' } }

export function isEmptyDraft({ form, items, reasons, opinion, values, handOver, steps, asked }: CaseDraft): boolean {
  const isUnsaid = Object.values(steps).every((fields) => Object.values(fields).every((text) => !text)) && !asked.agree && !asked.text
  return isUnsaid && form === null && !handOver.to && !handOver.note && items.length === 0 && !reasons.refuse && !reasons.decline && !opinion && Object.values(values).every((value) => !value)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const textsIn = (value: unknown): Record<string, string> => (isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []))) : {})

function itemOf(value: unknown): SupplementItem[] {
  if (!isRecord(value) || typeof value['key'] !== 'string' || typeof value['what'] !== 'string') return []
  const { key, what, concept, evidence } = value
  return [{ key, what, ...(typeof concept === 'string' ? { concept } : {}), ...(typeof evidence === 'string' ? { evidence } : {}) }]
}

/** The draft from stored text; anything damaged is left out, part by part. */
export function parseDraft(stored: string | null): CaseDraft {
  let value: unknown
  try {
    value = JSON.parse(stored ?? 'null')
  } catch {
    return emptyDraft
  }
  if (!isRecord(value)) return emptyDraft
  const { form, items, reasons, opinion, values, handOver, steps, asked } = value
  return {
    form: formNames.find((name) => name === form) ?? null,
    items: Array.isArray(items) ? items.flatMap(itemOf) : [],
    reasons: isRecord(reasons) ? { refuse: textOf(reasons['refuse']), decline: textOf(reasons['decline']) } : emptyDraft.reasons,
    opinion: textOf(opinion),
    values: textsIn(values),
    handOver: isRecord(handOver) ? { to: textOf(handOver['to']), note: textOf(handOver['note']) } : emptyDraft.handOver,
    steps: isRecord(steps) ? Object.fromEntries(stepNames.flatMap((step) => (isRecord(steps[step]) ? [[step, textsIn(steps[step])]] : []))) : {},
    asked: isRecord(asked) ? { agree: asked['agree'] === 'yes' || asked['agree'] === 'no' ? asked['agree'] : '', text: textOf(asked['text']) } : emptyDraft.asked,
  }
}

/** Adds an entry; asking twice for the same thing is one entry. */
export function addItem(items: readonly SupplementItem[], item: Omit<SupplementItem, 'key'>): SupplementItem[] {
  const isThere = items.some(({ concept, evidence }) => (item.concept !== undefined && concept === item.concept) || (item.evidence !== undefined && evidence === item.evidence))
  if (isThere) return [...items]
  const highest = Math.max(0, ...items.map(({ key }) => Number(key) || 0))
  return [...items, { ...item, key: String(highest + 1) }]
}

/** Shortest words that still tell an applicant something. */
export const shortestReason = 2
export const longestReason = 2000
export const longestItem = 500

/** Entries that say too little or too much, by key. */
export function wrongItems(items: readonly SupplementItem[]): Set<string> {
  return new Set(items.filter(({ what }) => what.trim().length < shortestReason || what.trim().length > longestItem).map(({ key }) => key))
}
