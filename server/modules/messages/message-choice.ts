// Which messages a resident may do without. Pure.
// What has to be acted on, and every decision against somebody, is always told: Administrative Licensing Law Art. 32, 38, 44.
import type { MessageKind } from './message.ts'

export const optionalKinds = ['applicationSubmitted', 'caseGranted', 'caseWithdrawn', 'applicationWithdrawn'] as const satisfies MessageKind[]
export type OptionalKind = (typeof optionalKinds)[number]

/** The choice a message falls under: several things done at once are told like one. */
export const choiceOf = (kind: MessageKind): MessageKind => (kind === 'casesGranted' ? 'caseGranted' : kind)
