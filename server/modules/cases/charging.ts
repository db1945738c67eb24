// What a turn in the handling means for a case's fee: charged when the case is handed in or its result is there, fallen away when it ends
// otherwise. Applications whose services charge nothing cost no statement.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { chargeFees, endFee, listOwing, mustPayFirst, owesFee, type Ending } from '../payments/index.ts'
import { hasEnded, isWaiting, wasGranted, type Case, type CaseAction } from './case.ts'
import type { Scene } from './recording.ts'

type CatalogueOf = (one: Case) => Catalogue

/** Charges what has fallen due; cases as they stand now. Repeating it charges nothing twice. */
export const chargeDue = async (scene: Scene, catalogueOf: CatalogueOf, cases: readonly Case[]): Promise<void> => {
  const charging = cases.filter((one) => catalogueOf(one).services[one.service]?.charge)
  if (charging.length === 0) return
  await chargeFees(scene, catalogueOf, charging.filter(({ state }) => !isWaiting(state) && !hasEnded(state)), 'handling')
  await chargeFees(scene, catalogueOf, charging.filter(({ state }) => wasGranted(state)), 'result')
}

const endings: readonly Ending[] = ['refuse', 'decline', 'withdraw', 'stop', 'terminate']

/** The fee of a case that has just ended without a grant falls away, or is given back. */
export const endCharge = async (scene: Scene, catalogue: Catalogue, one: Case, action: CaseAction): Promise<void> => {
  const ending = endings.find((each) => each === action)
  if (ending) await endFee(scene, catalogue, one, ending)
}

/** Whether an official meets a fee that is still owed. */
export const feeIsOwed = async (read: Read, catalogue: Catalogue, one: Case): Promise<boolean> => catalogue.services[one.service]?.charge !== undefined && owesFee(read, one.id)

/**
 * Which cases the rules leave alone because they are to be paid for first.
 * @param charged false for cases being handed in: nothing can have been paid for them
 */
export const waitingForFee = async (scene: Scene, catalogueOf: CatalogueOf, cases: readonly Case[], charged: boolean): Promise<(one: Case) => boolean> => {
  const on = plainDate(scene.at)
  const first = new Set(cases.filter((one) => catalogueOf(one).services[one.service]?.charge?.due === 'handling').map(({ id }) => id))
  const [some] = cases
  const owing = first.size > 0 && charged && some ? new Set(await listOwing(scene.tx, some.applicationId)) : undefined
  // Released in this very run, a case has no fee yet and owes what it will come to.
  return (one) => first.has(one.id) && (owing === undefined || owing.has(one.id) || isWaiting(cases.find(({ id }) => id === one.id)?.state ?? one.state)) && mustPayFirst(catalogueOf(one), one, on)
}
