// Pushing to whoever sends messages: reports (SmsReport) and what people answer (SmsUp), as the contract has them; tried a few times.
import { setTimeout as wait } from 'node:timers/promises'
import type { Message } from './phones.ts'

/** never: lost on the way. early: before the call that sent the message is answered. */
export const pushModes = ['once', 'twice', 'never', 'early'] as const
export type PushMode = (typeof pushModes)[number]

const tries = 4

/** 2026-03-02 10:00:00 in China. */
export const chinaTime = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

const push = async (address: string | undefined, body: object, retryMs: number): Promise<void> => {
  if (address === undefined) return
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const heard = await fetch(address, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, signal: AbortSignal.timeout(5000), redirect: 'error' }).then(({ ok }) => ok, () => false)
    if (heard) return
    if (attempt < tries) await wait(retryMs * attempt)
  }
}

export const reportOf = ({ phone, sentAt, reportedAt, status, code, bizId, outId }: Message): object => ({
  phone_number: phone, send_time: chinaTime(sentAt), report_time: chinaTime(reportedAt ?? sentAt), success: status === 3, err_code: code, err_msg: status === 3 ? '用户接收成功' : '用户没有收到', sms_size: '1', biz_id: bizId, out_id: outId,
})

export const pushReports = async (address: string | undefined, messages: readonly Message[], mode: PushMode, retryMs: number): Promise<void> => {
  if (messages.length === 0 || mode === 'never') return
  await push(address, messages.map(reportOf), retryMs)
  if (mode === 'twice') await push(address, messages.map(reportOf), retryMs)
}

let answers = 0

export const pushAnswer = async (address: string | undefined, answer: { phone: string; content: string }, at: Date, retryMs: number): Promise<void> => {
  answers += 1
  await push(address, [{ phone_number: answer.phone, content: answer.content, send_time: chinaTime(at.toISOString()), dest_code: '1234', sequence_id: `${at.getTime()}${answers}` }], retryMs)
}
