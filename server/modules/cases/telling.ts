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
  endProcedure: 'procedureEnded', terminate: 'caseTerminated', correctResult: 'resultCorrected', revoke: 'resultRevoked', cancel: 'resultCancelled',
}

const documents: Partial<Record<CaseAction, NoticeKind>> = {
  accept: 'acceptance', deemAccepted: 'acceptance', requestSupplement: 'supplement', decline: 'decline', grant: 'decision', refuse: 'refusal', extend: 'extension', correctResult: 'correction', revoke: 'revocation',
}

const isHearing = (action: CaseAction, detail: Detail): boolean => action === 'beginProcedure' && detail['kind'] === 'hearing'

export const messageAfter = (action: CaseAction, detail: Detail): MessageKind | undefined => (isHearing(action, detail) ? 'hearingCalled' : messages[action])

/** The numbered document an action of an official is told with. */
export const documentAfter = (action: CaseAction, detail: Detail): NoticeKind | undefined => (isHearing(action, detail) ? 'hearing' : documents[action])

const dayInWords = (day: string): Texts => {
  const [year, month, date] = day.split('-').map(Number)
  return { 'zh-CN': `${year}年${month}月${date}日`, en: day }
}

const textsIn = <Name extends string>(detail: Detail, names: Readonly<Record<Name, string>>): { [Each in Name]?: string } => {
  const found: { [Each in Name]?: string } = {}
  for (const name in names) if (typeof detail[names[name]] === 'string') found[name] = String(detail[names[name]])
  return found
}

/** What a message may say of an action; by the name of the fact, where the detail keeps it. */
export const factsOf = (detail: Detail): MessageDetail => {
  const kind = procedureKinds.find((each) => each === detail['kind'])
  return {
    ...textsIn(detail, { reasons: 'reasons', result: 'result', outcome: 'outcome', venue: 'place' }),
    ...(kind ? { procedure: procedureNames[kind] } : {}),
    ...(typeof detail['days'] === 'number' ? { days: String(detail['days']) } : {}),
    ...(typeof detail['heldOn'] === 'string' ? { heldOn: dayInWords(detail['heldOn']) } : {}),
    ...(Array.isArray(detail['items']) ? { items: detail['items'].map((item: { what: string }) => item.what) } : {}),
  }
}
