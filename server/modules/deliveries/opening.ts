// Opening a result in the account: its first time is kept, however often it is opened.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { getOwn } from '../applications/index.ts'
import { findResult } from '../cases/index.ts'
import { owesFee } from '../payments/index.ts'
import { isOpening, type Receipt } from './receipt.ts'
import { insertReceipt, listReceipts } from './receipts-store.ts'

type Person = Extract<Principal, { kind: 'person' }>

/** @returns the first opening; null while only officials have looked @throws Refusal not_found, fee_owed for what is not handed out yet */
export const openResult = (app: App, person: Person, resultId: string, requestId: string): Promise<Receipt | null> =>
  app.db.transaction(async (tx) => {
    const result = await findResult(tx, resultId)
    if (!result || result.personId !== person.id) throw new Refusal('not_found')
    await getOwn(tx, person, result.applicationId)
    if (await owesFee(tx, result.caseId)) throw new Refusal('fee_owed')
    const receipt: Receipt = { resultId, personId: person.id, openedAt: app.clock.now().toISOString(), openedBy: person.by?.name ?? null }
    if (isOpening(person.by) && (await insertReceipt(tx, receipt))) {
      await insertAudit(tx, [{ at: receipt.openedAt, ...actorOf(person), action: 'deliveries.open', subjectType: 'result', subjectId: resultId, region: result.region, requestId, detail: { number: result.number } }])
    }
    return (await listReceipts(tx, [resultId]))[0] ?? null
  })
