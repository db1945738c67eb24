// A case was granted: what of its result has to travel begins its way here, in the same transaction. Cases whose result is only read in
// the account cost nothing: the pack says which those are. A result that no longer holds is handed to nobody.
import { plainDate } from '../../kernel/clock.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { deliverBy, followAction, type Case, type Follower, type Scene } from '../cases/index.ts'
import { getPerson } from '../people/index.ts'
import { findDeliveryOfCaseForUpdate, insertDeliveries, insertDeliveryLines } from './deliveries-store.ts'
import { canDelivery, hallsFor, isPhysical, wayFor, type Delivery, type Place, type Wish } from './delivery.ts'
import { closeWhenEmpty } from './picking-up.ts'
import { auditDelivery, follower, lineOf, moveDelivery, outletsOf, serviceOf } from './recording.ts'
import { findWish } from './wishes-store.ts'

/** The address of a form is the address for what is sent: nobody is asked twice. */
export const addressConcept = 'applicant.deliveryAddress'

const textIn = ({ content }: Case, concept: string): string | undefined => {
  const value = content.find((each) => each.concept === concept)?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

const receiverOf = async ({ tx }: Scene, wish: Wish | undefined, cases: readonly Case[]): Promise<Place | null> => {
  if (wish?.receiver) return wish.receiver
  const [known] = cases.flatMap((one) => textIn(one, addressConcept) ?? [])
  const [first] = cases
  if (known === undefined || !first) return null
  return { name: first.applicant, phone: (await getPerson(tx, first.personId)).phone ?? '', address: known }
}

const deliveryOf = (scene: Scene, one: Case, wish: Wish | undefined, receiver: Place | null): Delivery[] => {
  const service = serviceOf(scene.app, one)
  const choice = wish?.choices[one.service]
  if (!isPhysical(service)) return []
  const way = wayFor(service, choice, receiver !== null)
  const halls = hallsFor(outletsOf(scene.app), one.region)
  const hall = halls.find(({ id }) => way === 'counter' && id === choice?.outlet) ?? halls[0]
  if (way === 'online' || !hall) return []
  const at = scene.at.toISOString()
  // Paper may be asked for some time after the decision; the law counts from the decision.
  const decidedAt = one.endedAt === null ? scene.at : new Date(one.endedAt)
  return [{
    id: uuidv7(scene.app.clock), caseId: one.id, applicationId: one.applicationId, personId: one.personId, service: one.service, line: one.line, region: one.region, outlet: hall.id, outletRegion: hall.region,
    way, receiver: way === 'post' ? receiver : null, state: 'ready', revision: 1, mishap: null, parcelId: null, pickupId: null, grantedOn: plainDate(decidedAt), deliverBy: deliverBy(decidedAt, one.region),
    createdAt: at, updatedAt: at, endedAt: null,
  }]
}

/** Begins the way of what has to travel, as wished or as usual. */
export const prepare: Follower = async (scene, cases) => {
  const physical = cases.filter((one) => isPhysical(serviceOf(scene.app, one)))
  const [first] = physical
  if (!first) return
  const wish = await findWish(scene.tx, first.applicationId)
  const receiver = await receiverOf(scene, wish, physical)
  const begun = await insertDeliveries(scene.tx, physical.flatMap((one) => deliveryOf(scene, one, wish, receiver)))
  const by = { ...scene, principal: follower }
  await insertDeliveryLines(scene.tx, begun.map((one) => lineOf(by, one.id, 'prepare', { way: one.way, outlet: one.outlet })))
  if (begun.length > 0) await insertAudit(scene.tx, begun.map((one) => auditDelivery(by, one, 'prepare', { way: one.way, outlet: one.outlet })))
}

/** What an official or the courier says was delivered has been. */
const finish: Follower = async (scene, cases) => {
  for (const { id, course } of cases) {
    const one = await findDeliveryOfCaseForUpdate(scene.tx, id)
    if (!one || !canDelivery(one.state, 'deliver')) continue
    await moveDelivery(scene, one, 'deliver', { how: course.delivered?.how ?? one.way })
    await closeWhenEmpty(scene, one.pickupId)
  }
}

const callOff: Follower = async (scene, cases) => {
  for (const { id } of cases) {
    const one = await findDeliveryOfCaseForUpdate(scene.tx, id)
    if (!one || !canDelivery(one.state, 'callOff')) continue
    await moveDelivery(scene, one, 'callOff')
    await closeWhenEmpty(scene, one.pickupId)
  }
}

export const followCases = (): void => {
  followAction('grant', 'deliveries', prepare)
  followAction('deliver', 'deliveries', finish)
  followAction('revoke', 'deliveries', callOff)
  followAction('cancel', 'deliveries', callOff)
}
