// The nightly run over what has been kept long enough: in bounded steps, never of a person under a legal hold, and with what it would do
// told beforehand when asked. Repeated, it finds nothing more.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { App } from '../../module.ts'
import { eraseStaleDrafts } from '../applications/index.ts'
import { eraseOldConsents } from '../consents/index.ts'
import { deleteMessages, listOldMessages } from '../messages/index.ts'
import { eraseOldSearches } from '../searches/index.ts'
import { deleteTextMessages, listOldTextMessages } from '../text-messages/index.ts'
import { listHolds } from './legal-holds-store.ts'
import { daysOf, overBefore, retentionRules, type RetentionRule, type RetentionRuleId } from './retention-rule.ts'

export const retentionTask = 'protection.retain'

/** `erased` is what would be erased in a dry run; `days` null: kept. `more`: another run goes on. */
export type RetentionOutcome = { rule: RetentionRuleId; law: string; days: number | null; erased: number; more: boolean }

/** What a run needs of the application; a command has no more. */
export type Retaining = Pick<App, 'db' | 'clock' | 'config'>

type Step = { before: Date; spared: readonly string[]; limit: number; dry: boolean }

const steps: Partial<Record<RetentionRuleId, (app: Retaining, step: Step) => Promise<number>>> = {
  drafts: eraseStaleDrafts,
  messages: async ({ db }, { before, spared, limit, dry }) => {
    const ids = await listOldMessages(db.read, before, spared, limit)
    return dry ? ids.length : db.transaction((tx) => deleteMessages(tx, ids))
  },
  textMessages: async ({ db }, { before, spared, limit, dry }) => {
    const ids = await listOldTextMessages(db.read, before, spared, limit)
    return dry ? ids.length : db.transaction((tx) => deleteTextMessages(tx, ids))
  },
  searches: eraseOldSearches,
  departmentConsents: eraseOldConsents,
}

/** @param limit at most so many of each rule in this run */
export const runRetention = async (app: Retaining, { dry = false, limit = 1000 }: { dry?: boolean; limit?: number } = {}): Promise<RetentionOutcome[]> => {
  const spared = (await listHolds(app.db.read)).map(({ personId }) => personId)
  const outcomes: RetentionOutcome[] = []
  for (const rule of retentionRules) outcomes.push(await apply(app, rule, { spared, dry, limit }))
  const erased = Object.fromEntries(outcomes.filter((each) => each.erased > 0).map((each) => [each.rule, each.erased]))
  if (!dry && Object.keys(erased).length > 0) {
    const at = app.clock.now().toISOString()
    await app.db.transaction((tx) => insertAudit(tx, [{ at, actorKind: 'system', actorId: 'retention', action: 'retention.run', subjectType: 'installation', subjectId: 'installation', region: null, requestId: null, detail: erased }]))
  }
  return outcomes
}

const apply = async (app: Retaining, rule: RetentionRule, { spared, dry, limit }: Omit<Step, 'before'>): Promise<RetentionOutcome> => {
  const days = daysOf(rule, app.config.retention)
  const step = steps[rule.id]
  const erased = days === null || !step ? 0 : await step(app, { before: overBefore(app.clock.now(), days), spared, limit, dry })
  return { rule: rule.id, law: rule.law, days, erased, more: erased >= limit }
}
