// Asks the registries again, each day once for every power: what is no longer shown is over, and so is what ends at an age.
// A registry that is silent changes nothing; after a month of silence the power rests by itself (power.ts).
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { JobTask } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { askedTask } from '../consents/index.ts'
import { getPerson } from '../people/index.ts'
import { auditPower, endPower, tellAbout } from './establishing.ts'
import { canPower, type Power } from './power.ts'
import { findPowerForUpdate, listToConfirm, updatePower } from './powers-store.ts'
import { askForProof } from './proving.ts'
import { tellGuardians } from './telling-guardians.ts'

/** Confirmed within so many hours, it is not asked again. */
const freshHours = 20
/** Powers of one sweep: some minutes with a slow registry. The rest follow with the next. */
const most = 2_000

const reasons = { age: '已满十八周岁', register: '登记信息已经变更' } as const

const confirmOne = async (app: App, { id, kind, subject, personId, registry, endsOn }: Power): Promise<void> => {
  const isOfAge = endsOn !== null && plainDate(app.clock.now()) > endsOn
  const { idNumber } = await getPerson(app.db.read, personId)
  const asked = isOfAge ? undefined : await askForProof(app, { power: id, kind, subject, personId, idNumber }, registry)
  if (asked?.silent) return
  await app.db.transaction(async (tx) => {
    const power = await findPowerForUpdate(tx, id)
    if (!power || !canPower(power, 'lapse')) return
    if (asked?.proof) {
      await updatePower(tx, { ...power, holders: asked.proof.holders, provenAt: app.clock.now().toISOString() })
      return
    }
    const why = isOfAge ? 'age' : 'register'
    await endPower(app, tx, power, why, reasons[why])
    await insertAudit(tx, [auditPower(app, { actorKind: 'system', actorId: 'powers' }, power, 'lapse', null, { why })])
    if (kind === 'guardian') await tellAbout(app, tx, [personId, ...(power.wardId === null ? [] : [power.wardId])], 'guardianOver', { title: power.name, reasons: reasons[why] })
  })
}

/** @returns how many were looked at */
export const confirmPowers = async (app: App): Promise<number> => {
  const powers = await listToConfirm(app.db.read, new Date(app.clock.now().getTime() - freshHours * 3_600_000), most)
  for (const power of powers) await confirmOne(app, power)
  return powers.length
}

export const powerJobs = (app: App): JobTask[] => [
  { task: askedTask, run: (payload) => tellGuardians(app, (payload as { consent: string }).consent) },
  { task: 'powers.confirm', cron: '40 17 * * *', run: async () => void (await confirmPowers(app)) }, // 01:40 in China
]
