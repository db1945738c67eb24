// A fee falls due, or falls away, with a turn in the handling of its case; called by the cases module in the same transaction.
// A service that charges nothing costs no statement here.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { feeFor, type Answer } from '../planning/index.ts'
import { canFee, isBeingPaid, isGivenBack, isOwed, type Ending, type Fee } from './fee.ts'
import { findFeeOfCase, findFeeOfCaseForUpdate, insertFeeLines, insertFees, listFeesOf } from './fees-store.ts'
import { planClosing } from './polling.ts'
import { auditOf, cashier, lineOf, moveFee, tell, type Scene } from './recording.ts'
import { giveBack } from './refunding.ts'

/** What a fee needs of its case; a `Case` is one. */
export type ChargedCase = {
  id: string
  number: string
  applicationId: string
  personId: string
  applicant: string
  matter: string
  service: string
  line: string
  region: string
  catalogueDigest: string | null
  content: readonly { concept: string; value: Answer }[]
}

/** What a case costs by what its authority sees; undefined where nobody here is asked for anything at this moment. */
const feeOf = (scene: Scene, catalogue: Catalogue, one: ChargedCase, moment: Fee['due']): Fee | undefined => {
  const charge = catalogue.services[one.service]?.charge
  if (!charge || charge.due !== moment || charge.bearer) return undefined
  const planned = feeFor(catalogue, one.service, Object.fromEntries(one.content.map(({ concept, value }) => [concept, value])), plainDate(scene.at))
  if (!planned || planned.fen === 0) return undefined
  const at = scene.at.toISOString()
  return {
    id: uuidv7(scene.app.clock), caseId: one.id, caseNumber: one.number, applicationId: one.applicationId, personId: one.personId, applicant: one.applicant, matter: one.matter, service: one.service, line: one.line,
    region: one.region, catalogueDigest: one.catalogueDigest, due: moment, lines: planned.lines, fen: planned.fen, state: 'due', revision: 1, orderId: null, method: null, slip: null, noticeId: null,
    createdAt: at, updatedAt: at, paidAt: null,
  }
}

/** Whether a case must wait for its fee before it is decided: known without asking the database, for a case that has just been handed in. */
export const mustPayFirst = (catalogue: Catalogue, one: ChargedCase, on: string): boolean => {
  const charge = catalogue.services[one.service]?.charge
  if (charge?.due !== 'handling' || charge.bearer) return false
  return feeFor(catalogue, one.service, Object.fromEntries(one.content.map(({ concept, value }) => [concept, value])), on)?.fen !== 0
}

/** Charges what falls due at this moment for these cases, each once however often it is asked. */
export const chargeFees = async <One extends ChargedCase>(scene: Scene, catalogueOf: (one: One) => Catalogue, cases: readonly One[], moment: Fee['due']): Promise<void> => {
  const fees = cases.flatMap((one) => feeOf(scene, catalogueOf(one), one, moment) ?? [])
  if (fees.length === 0) return
  const bySystem = { ...scene, principal: cashier }
  const charged = await insertFees(scene.tx, fees)
  await insertFeeLines(scene.tx, charged.map((fee) => lineOf(bySystem, fee, 'charge', { fen: fee.fen, due: fee.due })))
  await insertAudit(scene.tx, charged.map((fee) => auditOf(bySystem, fee.region, { type: 'fee', id: fee.id }, 'charge', { case: fee.caseNumber, fen: fee.fen, due: fee.due })))
  for (const fee of charged) if (fee.fen !== null) await tell(scene, fee, 'feeDue')
}

/** The case ended without a grant: what was not paid falls away, what was is given back where the pack's rule says so. */
export const endFee = async (scene: Scene, catalogue: Catalogue, one: ChargedCase, ending: Ending): Promise<void> => {
  const charge = catalogue.services[one.service]?.charge
  const fee = charge && (await findFeeOfCaseForUpdate(scene.tx, one.id))
  if (!fee) return
  const bySystem = { ...scene, principal: cashier }
  if (canFee(fee.state, 'void')) {
    await moveFee(bySystem, fee, 'void', { because: ending })
    // Whoever stands at the cashier now pays for nothing: the order is closed, and what still arrives is given back.
    if (isBeingPaid(fee) && fee.orderId) await planClosing(scene.tx, fee.orderId)
  } else if (canFee(fee.state, 'refund') && isGivenBack(charge.refund ?? 'notDecided', ending)) {
    await giveBack(bySystem, fee, 'ended', { because: ending })
  }
}

/** Whether a case still waits for its fee. */
export const owesFee = async (read: Read, caseId: string): Promise<boolean> => {
  const fee = await findFeeOfCase(read, caseId)
  return fee !== undefined && isOwed(fee)
}

/** The cases of an application whose fee is still owed. */
export const listOwing = async (read: Read, applicationId: string): Promise<string[]> => (await listFeesOf(read, applicationId)).filter(isOwed).map(({ caseId }) => caseId)
