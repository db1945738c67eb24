// What the applicant is told after each action: which message, which numbered document, and the facts both speak of. Pure.
import type { Texts } from '../../kernel/texts.ts'
import type { MessageDetail, MessageKind } from '../messages/index.ts'
import type { NoticeKind } from '../notices/index.ts'
import { procedureNames } from './approval.ts'
import type { CaseAction } from './case.ts'
import { procedureKinds } from './course.ts'

type Detail = Readonly<Record<string, unknown>>

const messages: Partial<Record<CaseAction, MessageKind>> = {
  deemAccepted: 'acceptedByLaw', requestSupplement: 'supplementRequested', grant: 'caseGranted', refuse: 'caseRefused', decline: 'caseDeclined', extend: 'limitExtended', beginProcedure: 'procedureBegun',
  endProcedure: 'procedureEnded', terminate: 'caseTerminated', correctResult: 'resultCorrected', revoke: 'resultRevoked', cancel: 'resultCancelled', callHearing: 'hearingCalled', deemExtended: 'extendedByLaw',
}

const documents: Partial<Record<CaseAction, NoticeKind>> = {
  accept: 'acceptance', deemAccepted: 'acceptance', requestSupplement: 'supplement', decline: 'decline', grant: 'decision', refuse: 'refusal', extend: 'extension', correctResult: 'correction', revoke: 'revocation', cancel: 'cancellation', callHearing: 'hearing', deemExtended: 'deemedExtension',
}

/** Ended because the correction was not answered: said with what it means and what one may do. */
const isGivenUp = (action: CaseAction, { ground }: Detail): boolean => action === 'terminate' && ground === 'notCorrected'

const isHearing = (action: CaseAction, detail: Detail): boolean => action === 'beginProcedure' && detail['kind'] === 'hearing'

/** Only the holder of a result that is to be revoked is told what is proposed, and that it is not done after all. */
const concernsRevocation = ({ proposes }: Detail): boolean => proposes === 'revoke'

const proposals: Partial<Record<CaseAction, MessageKind>> = { propose: 'revocationProposed', countDay: 'revocationProposed', dropProposal: 'revocationDropped', returnProposal: 'revocationDropped' }

/** Told together with what other authorities do: one message and one document for all of it, by whoever gathers them. */
const isGathered = ({ gathered }: Detail): boolean => gathered === true

export const messageAfter = (action: CaseAction, detail: Detail): MessageKind | undefined => {
  if (isGathered(detail)) return undefined
  if (action === 'takeCorrection') return detail['result'] === undefined ? undefined : 'resultToCorrect'
  if (concernsRevocation(detail) && proposals[action]) return proposals[action]
  if (isGivenUp(action, detail)) return 'correctionLapsed'
  return isHearing(action, detail) ? 'hearingCalled' : messages[action]
}

/** The numbered document an action of an official is told with. */
export const documentAfter = (action: CaseAction, detail: Detail): NoticeKind | undefined => {
  if (isGathered(detail)) return undefined
  if ((action === 'propose' || action === 'countDay') && concernsRevocation(detail)) return 'revocationNotice'
  if (isGivenUp(action, detail)) return 'correctionLapse'
  return isHearing(action, detail) ? 'hearing' : documents[action]
}

/** 'YYYY-MM-DD' as people read it. */
export const dayInWords = (day: string): Texts => {
  const [year, month, date] = day.split('-').map(Number)
  return { 'zh-CN': `${year}年${month}月${date}日`, en: day }
}

/** A day that is set but cannot be counted yet. */
const laterDay: Texts = { 'zh-CN': '放假安排公布后算出的日子', en: 'a day that follows once the holidays are published' }

const dayIn = (day: unknown): { day?: Texts } => (typeof day === 'string' ? { day: dayInWords(day) } : day === null ? { day: laterDay } : {})

const textsIn = <Name extends string>(detail: Detail, names: Readonly<Record<Name, string>>): { [Each in Name]?: string } => {
  const found: { [Each in Name]?: string } = {}
  for (const name in names) if (typeof detail[names[name]] === 'string') found[name] = String(detail[names[name]])
  return found
}

/** What an inspection is called that several authorities do together on the spot. */
const visitName: Texts = { 'zh-CN': '踏勘', en: 'the site visit' }

/** What a message may say of an action; by the name of the fact, where the detail keeps it. */
export const factsOf = (detail: Detail): MessageDetail => {
  const kind = procedureKinds.find((each) => each === detail['kind'])
  return {
    ...textsIn(detail, { reasons: 'reasons', result: 'result', outcome: 'outcome', venue: 'place' }),
    ...(kind ? { procedure: detail['visit'] === undefined ? procedureNames[kind] : visitName } : {}),
    ...(typeof detail['days'] === 'number' ? { days: String(detail['days']) } : {}),
    ...(typeof detail['heldOn'] === 'string' ? { heldOn: dayInWords(detail['heldOn']) } : {}),
    ...dayIn(detail['answerUntil']),
    ...dayIn(detail['answerBy']),
    ...(typeof detail['validUntil'] === 'string' ? { day: dayInWords(detail['validUntil']) } : {}),
    ...(Array.isArray(detail['items']) ? { items: detail['items'].map((item: { what: string }) => item.what) } : {}),
  }
}
