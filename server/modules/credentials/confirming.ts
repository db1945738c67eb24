// Asks the registries again, each day once, for every e-licence made from their records: what they no longer say is over, what they say
// otherwise becomes a new edition; one whose last day is over has expired, and is not asked about. A registry that is silent changes nothing; after a month of silence the e-licence rests until it answers.
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { moveCredential } from './acting.ts'
import { draftFromRegistries, saysTheSame } from './claiming.ts'
import type { Credential } from './credential.ts'
import { getCredentialForUpdate, listToConfirm, updateConfirmed } from './credentials-store.ts'
import { issue, issuing, type Draft } from './issuing.ts'

export const confirmTask = 'credentials.confirm'

/** Confirmed within so many hours, it is not asked again. */
const freshHours = 20
const silentDays = 30
const pageSize = 200

const silent = '登记机关一个多月没有答复，暂停使用，答复后自动恢复。'
const over = '登记机关的记录里已经没有，或者已经到期。'

const bySystem = { principal: issuing, requestId: null }

/** A registry answered, and says why there is none: no record, another person's, or expired. */
const hasBecause = (details: unknown): boolean => typeof details === 'object' && details !== null && 'because' in details

const follow = async (app: App, tx: Tx, one: Credential, confirmedAt: string, said: Draft | Refusal): Promise<void> => {
  const now = app.clock.now()
  if (!(said instanceof Refusal)) {
    if (!saysTheSame(one, said)) {
      await issue(app, tx, [{ ...said, former: one }])
      return
    }
    await updateConfirmed(tx, one.id, now)
    if (one.status === 'suspended') await moveCredential(app, tx, bySystem, one, 'resume', '')
  } else if (said.code === 'unavailable') {
    if (one.status === 'valid' && plainDate(new Date(confirmedAt)) < addDays(plainDate(now), -silentDays)) await moveCredential(app, tx, bySystem, one, 'suspend', silent)
  } else if (said.code === 'not_found' && hasBecause(said.details)) await moveCredential(app, tx, bySystem, one, 'revoke', over)
  else app.log.warn({ credential: one.id, type: one.type, code: said.code }, 'an e-licence made from registries can no longer be confirmed: its type or authority is gone')
}

const confirmOne = async (app: App, { id, type, holderPersonId, issuedAt, confirmedAt }: Credential & { confirmedAt: string }): Promise<void> => {
  const said = await draftFromRegistries(app, holderPersonId, type, { licence: id, consentedAt: issuedAt }).catch((error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
  await app.db.transaction(async (tx) => {
    const one = await getCredentialForUpdate(tx, id)
    // meanwhile an official has decided, or its holder has asked again
    if (one.status !== 'valid' && one.because !== silent) return
    await follow(app, tx, one, confirmedAt, said)
  })
}

/** Each that was not confirmed today, once. @returns how many were asked about */
export const confirmCredentials = async (app: App): Promise<number> => {
  const before = new Date(app.clock.now().getTime() - freshHours * 3_600_000)
  const today = plainDate(app.clock.now())
  let [asked, last]: [number, { confirmedAt: string; id: string } | undefined] = [0, undefined]
  for (;;) {
    const page = await listToConfirm(app.db.read, { before, today, silence: silent, after: last, limit: pageSize })
    for (const one of page) await confirmOne(app, one)
    asked += page.length
    last = page.at(-1)
    if (page.length < pageSize) return asked
  }
}
