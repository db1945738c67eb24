// Which messages a resident may do without. Pure.
// What has to be acted on, and every decision against somebody, is always told: Administrative Licensing Law Art. 32, 38, 44.
import type { MessageKind } from './message.ts'

export const optionalKinds = ['applicationSubmitted', 'caseGranted', 'caseWithdrawn', 'applicationWithdrawn'] as const satisfies MessageKind[]
export type OptionalKind = (typeof optionalKinds)[number]
