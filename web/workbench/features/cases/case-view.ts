// How a case is laid out for an official: content by subject, rules with the worst first, what changed since one looked.
// Pure; names and states come resolved from the server.
import type { Tone } from '../../../ui/tone.ts'
import type { CaseAction, CaseReply, CaseState, Check, ContentItem, HistoryItem } from './queries.ts'

export const stateTones: Record<CaseState, Tone> = {
  waiting: 'neutral', submitted: 'azure', accepted: 'azure', supplement: 'warning', granted: 'success', refused: 'danger', declined: 'danger', withdrawn: 'neutral', stopped: 'neutral', suspended: 'warning', terminated: 'neutral',
}

/** What officials do, in the order of the column of actions. */
export const officialActions = ['precheck', 'accept', 'forward', 'grant', 'requestSupplement', 'refuse', 'decline', 'sendBack', 'endProcedure', 'deliver', 'claim', 'handOver', 'putBack', 'beginProcedure', 'askOpinion', 'extend', 'terminate', 'correctResult', 'revoke', 'cancel', 'returnProposal', 'callHearing', 'recordHearing', 'propose', 'dropProposal'] as const satisfies CaseAction[]
export type OfficialAction = (typeof officialActions)[number]

/** What cannot be taken back and is rare has no key. */
export const actionKeys: Partial<Record<OfficialAction, string>> = {
  precheck: 'p', accept: 'a', forward: 'f', grant: 'g', requestSupplement: 's', refuse: 'r', decline: 'd', sendBack: 'u', endProcedure: 'e', claim: 'c', handOver: 't', putBack: 'b', beginProcedure: 'h', askOpinion: 'i', extend: 'x',
}

const rare: readonly OfficialAction[] = ['beginProcedure', 'askOpinion', 'correctResult', 'propose']

const seldom: readonly OfficialAction[] = ['sendBack', 'endProcedure', 'deliver', 'extend', 'terminate', 'revoke', 'cancel', 'returnProposal', 'dropProposal', 'callHearing', 'recordHearing']

/** Not needed for most cases: kept out of the way. */
export const isRare = (action: OfficialAction): boolean => rare.includes(action)

export interface OfferedAction {
  action: OfficialAction
  /** Why not now; undefined when it is possible. */
  because?: NonNullable<CaseReply['actions'][number]['because']>
  /** The colleague in whose name it would be done. */
  inNameOf?: string
}

/** The actions of the column, possible ones first. */
export function offeredActions({ actions }: Pick<CaseReply, 'actions'>): OfferedAction[] {
  const offered = officialActions.flatMap((action): OfferedAction[] => {
    const found = actions.find((each) => each.action === action)
    if (!found) return []
    if (found.possible) return [found.inNameOf === undefined ? { action } : { action, inNameOf: found.inNameOf }]
    // Nothing of the kind is proposed, or it is not mine to take back: it would only be in the way.
    if (found.because === 'unproposed' || (action === 'dropProposal' && found.because === 'proposer')) return []
    // What few cases need is listed once it is near: its state or somebody else's right keeps it far.
    if ((isRare(action) || seldom.includes(action)) && (found.because === 'state' || found.because === 'role')) return []
    return [{ action, because: found.because ?? 'state' }]
  })
  return [...offered.filter(({ because }) => !because), ...offered.filter(({ because }) => because)]
}

export interface ContentGroup {
  id: string
  name: CaseReply['subjects'][number]['name'] | undefined
  items: ContentItem[]
}

/** The content by subject, in the order of the matter; what belongs to none of its subjects comes last. */
export function groupContent(content: readonly ContentItem[], subjects: CaseReply['subjects']): ContentGroup[] {
  const known = new Set(subjects.map(({ id }) => id))
  const groups: ContentGroup[] = subjects.map(({ id, name }) => ({ id, name, items: content.filter((item) => item.subject === id) }))
  const rest = content.filter((item) => !known.has(item.subject))
  return [...groups, { id: 'other', name: undefined, items: rest }].filter(({ items }) => items.length > 0)
}

export type Finding = 'fails' | 'unknown' | 'holds'

export const findingOf = ({ holds }: Pick<Check, 'holds'>): Finding => (holds === null ? 'unknown' : holds ? 'holds' : 'fails')

const findings: readonly Finding[] = ['fails', 'unknown', 'holds']

/** What needs a person first. */
export function sortChecks(checks: readonly Check[]): Check[] {
  return checks.toSorted((a, b) => findings.indexOf(findingOf(a)) - findings.indexOf(findingOf(b)))
}

export function countFindings(checks: readonly Check[]): Record<Finding, number> {
  const counts: Record<Finding, number> = { fails: 0, unknown: 0, holds: 0 }
  for (const check of checks) counts[findingOf(check)] += 1
  return counts
}

/** What happened to the case after `seen` entries of its history; a look at a masked value changes nothing. */
export function changesSince(history: readonly HistoryItem[], seen: number): HistoryItem[] {
  return history.slice(seen).filter(({ action }) => action !== 'reveal')
}

export interface ChangedField {
  now: ContentItem
  before: ContentItem | undefined
}

/** Content that reads differently from what the official looked at. */
export function changedFields(before: readonly ContentItem[], now: readonly ContentItem[]): ChangedField[] {
  const old = new Map(before.map((item) => [item.concept, item]))
  return now.flatMap((item) => {
    const was = old.get(item.concept)
    return was?.value === item.value && was.display['zh-CN'] === item.display['zh-CN'] ? [] : [{ now: item, before: was }]
  })
}

/** What an applicant can put right: what they wrote, or what a registry says of them. The rest follows from it or is given. */
export const isCorrectable = ({ source }: Pick<ContentItem, 'source'>): boolean => source === 'applicant' || source === 'registry' || source === 'credential'

/** Sentences put into another one lose their own full stops. */
const bare = (sentence: string): string => sentence.replace(/[。．.；;\s]+$/u, '').trimStart()

/** The letter with its blanks filled, as the server will fill them (messages/message.ts). */
export function fillLetter(letter: string, blanks: { reasons?: string; items?: readonly string[]; result?: string }, separator: string): string {
  const filled: Record<string, string | undefined> = { ...blanks, items: blanks.items?.map(bare).join(separator) }
  return letter.replace(/\{(reasons|items|result)\}/g, (_, name: string) => bare(filled[name] ?? '') || '……')
}

/** How many authorities begin at once when this case is granted. */
export function startingAuthorities(siblings: CaseReply['siblings']): number {
  return new Set(siblings.filter(({ starts }) => starts).map(({ authorityName }) => authorityName['zh-CN'])).size
}
