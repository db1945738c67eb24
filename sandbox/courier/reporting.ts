// Pushing reports to whoever booked: signed, tried a few times, and, when asked to misbehave, twice, in the wrong order or not at all.
import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Consignment } from './consignments.ts'
import type { Event } from './contract.ts'

/** never: they are lost on the way. reversed: those of one moment arrive last first. */
export const callbackModes = ['once', 'twice', 'never', 'reversed'] as const
export type CallbackMode = (typeof callbackModes)[number]

export type Happened = { consignment: Consignment; event: Event }

const tries = 4

/** `key` signs; `retryMs`: pause before the second try, growing. */
export type Sender = { key: string; retryMs: number; now: () => Date }

const push = async ({ consignment, event }: Happened, { key, retryMs, now }: Sender): Promise<void> => {
  const body = JSON.stringify({ number: consignment.number, event })
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const time = String(Math.floor(now().getTime() / 1000))
    const signature = `t=${time},v1=${createHmac('sha256', key).update(`${time}.${body}`).digest('hex')}`
    const heard = await fetch(consignment.callback, { method: 'POST', body, headers: { 'content-type': 'application/json', 'courier-signature': signature }, signal: AbortSignal.timeout(5000), redirect: 'error' }).then(({ ok }) => ok, () => false)
    if (heard) return
    if (attempt < tries) await wait(retryMs * attempt)
  }
}

/** In order, one after another. */
export const report = async (happened: readonly Happened[], mode: CallbackMode, sender: Sender): Promise<void> => {
  if (mode === 'never') return
  for (const each of mode === 'reversed' ? happened.toReversed() : happened) {
    await push(each, sender)
    if (mode === 'twice') await push(each, sender)
  }
}
