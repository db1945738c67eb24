// Opening and closing an account on which care is paid afterwards: by the person alone, after they saw the terms.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Scene } from '../cases/index.ts'
import { getPerson } from '../people/index.ts'
import type { CreditTerms } from '../catalogue/index.ts'
import type { CareAccount } from './care-bill.ts'
import { findOpenAccountForUpdate, insertAccount, updateAccountClosed } from './credits-store.ts'
import { standingOf } from './grading.ts'
import { record } from './recording.ts'

/** Of the terms as they were shown: somebody agrees to these and no others. */
export const digestOfTerms = ({ billDays, graceDays, remindDays }: CreditTerms, payLater: number): string =>
  createHash('sha256').update(canonicalJson({ billDays, graceDays, remindDays, payLater })).digest('hex')

/** @param agreed `digestOfTerms` of what was shown @throws Refusal not_allowed_now with the reason; conflict when the terms have changed meanwhile, or there is one */
export const openAccount = async (scene: Scene, personId: string, agreed: string): Promise<void> => {
  const { app, tx } = scene
  const standing = await standingOf(app, tx, personId)
  if (!standing) throw new Refusal('not_allowed_now', { because: 'none' })
  const { grade, terms } = standing
  if (grade.payLater === 0) throw new Refusal('not_allowed_now', { because: 'grade', grade: grade.id })
  if (digestOfTerms(terms, grade.payLater) !== agreed) throw new Refusal('conflict')
  const one: CareAccount = { id: uuidv7(app.clock), personId, region: (await getPerson(tx, personId)).region, limitFen: grade.payLater, owedFen: 0, agreed, openedAt: scene.at.toISOString(), closedAt: null }
  if (!(await insertAccount(tx, one))) throw new Refusal('conflict')
  await record(scene, { accountId: one.id, region: one.region }, 'openAccount', { limitFen: one.limitFen, agreed })
}

/** @throws Refusal not_found; not_allowed_now while something is owed on it */
export const closeAccount = async (scene: Scene, personId: string): Promise<void> => {
  const one = await findOpenAccountForUpdate(scene.tx, personId)
  if (!one) throw new Refusal('not_found')
  if (!(await updateAccountClosed(scene.tx, one.id, scene.at))) throw new Refusal('not_allowed_now', { because: 'owed' })
  await record(scene, { accountId: one.id, region: one.region }, 'closeAccount', {})
}
