// A call to the hotline from ringing to finished, as one table. Pure. A conversation the assistant handed over is a call as well: somebody
// waits for a person, who calls back.
// State Council General Office, opinions on one-number hotlines (国办发〔2020〕53号): answered, taken down, answered at once or sent on.

export const callStates = ['ringing', 'talking', 'wrappingUp', 'finished', 'missed'] as const
export type CallState = (typeof callStates)[number]

export const callSteps = ['take', 'hangUp', 'finish'] as const
export type CallStep = (typeof callSteps)[number]

const table: Record<CallStep, Partial<Record<CallState, CallState>>> = {
  take: { ringing: 'talking' },
  hangUp: { ringing: 'missed', talking: 'wrappingUp' },
  finish: { talking: 'finished', wrappingUp: 'finished' },
}

/** The state after a step; undefined when the table does not allow it. */
export const callAfter = (state: CallState, step: CallStep): CallState | undefined => table[step][state]

/** An agent has it and may take something down. */
export const isServed = (state: CallState): boolean => callAfter(state, 'finish') !== undefined

export const isRinging = (state: CallState): boolean => callAfter(state, 'take') !== undefined

/** How a call ended. `request`: taken down; `answered`: from knowledge; `followUp`: about an earlier request; `emergency`: put through to 110, 119 or 120. */
export const wrapUps = ['request', 'answered', 'followUp', 'emergency', 'transferred', 'silent', 'wrongNumber', 'dropped', 'abusive'] as const
export type WrapUp = (typeof wrapUps)[number]

export type Said = { who: 'person' | 'assistant'; text: string }

/** `line`: number that was called, or `assistant`. `front`: somebody may be in danger. Instants ISO. */
export type Call = {
  id: string; region: string; line: string; key: string; state: CallState; front: boolean; agentId: string | null
  phone: string | null; name: string | null; transcript: Said[]; note: string; wrapUp: WrapUp | null
  rangAt: string; answeredAt: string | null; hungUpAt: string | null; finishedAt: string | null
}

export const assistantLine = 'assistant'

/** 13800138000 → 138****8000; shorter numbers keep their last two digits. */
export const maskedNumber = (phone: string): string => (phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`)

/** Digits and a leading +, as numbers are compared and dialled. */
export const tidyNumber = (phone: string): string => phone.replaceAll(/[^\d+]/g, '').slice(0, 20)
