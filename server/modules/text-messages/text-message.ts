// A text message from queued to delivered, as one table, with the hours nobody is disturbed and when a thing is looked at again. Pure.
// Interception and refusal: 工业和信息化部令第31号《通信短信息服务管理规定》 Art. 18, 20 (nobody is sent what they refuse).
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { TextKind, TextParameters } from './text-kinds.ts'

/** `calling`: the gateway is being asked, or nobody knows whether it was. */
export const textStates = ['queued', 'calling', 'sent', 'delivered', 'failed', 'dropped'] as const
export type TextState = (typeof textStates)[number]

export const textSteps = ['call', 'accept', 'putOff', 'deliver', 'fail', 'drop', 'again'] as const
export type TextStep = (typeof textSteps)[number]

const lifecycle = {
  call: { from: ['queued'], to: 'calling' },
  accept: { from: ['calling'], to: 'sent' },
  putOff: { from: ['calling'], to: 'queued' },
  // A report may be quicker than the answer of the gateway.
  deliver: { from: ['calling', 'sent'], to: 'delivered' },
  fail: { from: ['queued', 'calling', 'sent'], to: 'failed' },
  drop: { from: ['queued'], to: 'dropped' },
  again: { from: ['failed'], to: 'queued' },
} as const satisfies Record<TextStep, { from: readonly TextState[]; to: TextState }>

const table: Record<TextStep, { from: readonly TextState[]; to: TextState }> = lifecycle

/** The state after a step; undefined when the table does not allow it. */
export const textAfter = (state: TextState, step: TextStep): TextState | undefined => (table[step].from.includes(state) ? table[step].to : undefined)

export const isQueued = (state: TextState): boolean => textAfter(state, 'call') !== undefined
export const isCalling = (state: TextState): boolean => textAfter(state, 'accept') !== undefined
export const hasFailed = (state: TextState): boolean => textAfter(state, 'again') !== undefined
/** The gateway has taken it and has not reported yet. */
export const awaitsReport = (state: TextState): boolean => !isCalling(state) && textAfter(state, 'deliver') !== undefined

/** Why one was never sent, put off or given up; else it is a code of the gateway. */
export const ownReasons = ['stopped', 'unwanted', 'expired', 'numberLimit', 'dayLimit', 'superseded', 'noTemplate', 'unreachable'] as const
export type OwnReason = (typeof ownReasons)[number]

/** `phone`: eleven digits. `link`: path its address leads to; null: it has none. */
export type TextWords = { phone: string; parameters: TextParameters; link: string | null }

/** `key`: what it is about, so that it is sent once. `subject`: id of the case, request or call. Instants ISO. */
export type TextMessage = {
  id: string; key: string; kind: TextKind; region: string; line: string; subject: string; personId: string | null; phoneDigest: string; urgent: boolean
  state: TextState; tries: number; dueAt: string | null; expiresAt: string; triedAt: string | null; gatewayNumber: string | null; because: string | null
  words: TextWords; madeAt: string; sentAt: string | null; endedAt: string | null
}

/** Hours of the day in China, 0 to 24: from `from` until `until` of the next day nobody is disturbed. */
export type QuietHours = { from: number; until: number }

const chinaOffsetMs = 8 * 3_600_000
const hourMs = 3_600_000
const minuteMs = 60_000

const hourIn = (at: Date): number => new Date(at.getTime() + chinaOffsetMs).getUTCHours()

/** The instant an hour begins on a day in China. */
const hourOn = (day: string, hour: number): Date => new Date(Date.parse(`${day}T00:00:00Z`) - chinaOffsetMs + hour * hourMs)

/** When it may be sent: at once, or when the quiet hours are over. */
export const afterQuiet = (at: Date, quiet: QuietHours | undefined): Date => {
  if (!quiet) return at
  const hour = hourIn(at)
  const day = plainDate(at)
  const overMidnight = quiet.from > quiet.until
  const isQuiet = overMidnight ? hour >= quiet.from || hour < quiet.until : hour >= quiet.from && hour < quiet.until
  if (!isQuiet) return at
  return hourOn(overMidnight && hour >= quiet.from ? addDays(day, 1) : day, quiet.until)
}

/** When the next day's messages may be sent. */
export const nextDay = (at: Date, quiet: QuietHours | undefined): Date => {
  const tomorrow = hourOn(addDays(plainDate(at), 1), 0)
  return afterQuiet(tomorrow, quiet)
}

/** So often the gateway is asked to send one. */
export const mostTries = 6

/** After a try whose outcome is not known the gateway is asked what became of it, ever later: as long again as it has taken so far, from two minutes to an hour. */
export const findAgainAt = (triedAt: Date, now: Date): Date => new Date(now.getTime() + Math.min(hourMs, Math.max(2 * minuteMs, now.getTime() - triedAt.getTime())))

const reportsKeptMs = 72 * hourMs

/** A gateway that has not reported is asked, ever later; null: reports are not kept longer than three days. */
export const lookAgainAt = (sentAt: Date, now: Date): Date | null => {
  const since = now.getTime() - sentAt.getTime()
  return since >= reportsKeptMs ? null : new Date(now.getTime() + Math.min(12 * hourMs, Math.max(10 * minuteMs, since)))
}

/** After so many tries that the gateway put off it is tried again then: an hour, two, four … */
export const triedAgainAt = (tries: number, now: Date): Date => new Date(now.getTime() + hourMs * 2 ** Math.max(0, tries - 1))

/** What goes to the gateway as its number of ours: the message and the try. */
export const outIdOf = (id: string, tries: number): string => `${id}-${tries}`

export const readOutId = (text: string): { id: string; tries: number } | undefined => {
  const [, id, tries] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,3})$/.exec(text) ?? []
  return id === undefined ? undefined : { id, tries: Number(tries) }
}

/** Whether an answer by text message says that no more are wanted, or that they are wanted again. */
export const wishIn = (text: string): 'stop' | 'resume' | undefined => {
  const said = text.normalize('NFKC').trim().toUpperCase()
  if (/^(?:T|TD|R|N|退订|退|拒收|停)$/.test(said)) return 'stop'
  return /^(?:恢复|HF)$/.test(said) ? 'resume' : undefined
}
