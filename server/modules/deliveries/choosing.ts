// What the applicant wants: for each result a way, one address for all of them. Asked while applying, changed until it is on its way.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { getOwn, planOf } from '../applications/index.ts'
import type { Service } from '../catalogue/index.ts'
import { hasEnded, holdsGood, listCasesOf, wasGranted, type Case, type Scene } from '../cases/index.ts'
import { getPerson } from '../people/index.ts'
import { listDeliveriesForUpdate, listDeliveriesOf } from './deliveries-store.ts'
import { canDelivery, hallsFor, isPhysical, wayFor, waysOf, type Choice, type Delivery, type Place, type Way, type Wish } from './delivery.ts'
import { closeWhenEmpty } from './picking-up.ts'
import { addressConcept, prepare } from './preparing.ts'
import { moveDelivery, outletsOf, serviceOf } from './recording.ts'
import { findWish, upsertWish } from './wishes-store.ts'

type Person = Extract<Principal, { kind: 'person' }>

/** One result of an application, whether it is there yet or not. */
export type Item = { service: Service; region: string; one: Case | undefined; delivery: Delivery | undefined; way: Way; outlet: string | undefined; halls: string[]; canChange: boolean }

export type Choosing = { applicationId: string; items: Item[]; wish: Wish | undefined; receiver: Place; submitted: boolean }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The results of a draft are those of its plan, of an application those of its cases. */
const servicesOf = async (app: App, read: Read, person: Person, id: string) => {
  const application = await getOwn(read, person, id)
  const cases = application.number === null ? [] : await listCasesOf(read, id)
  if (application.number !== null) {
    const value = (concept: string) => textOf(cases.flatMap(({ content }) => content.filter((each) => each.concept === concept)).find((each) => each.value !== null)?.value)
    return { application, address: value(addressConcept) || value('applicant.residenceAddress'), named: cases.map((one) => ({ id: one.service, region: one.region, one })) }
  }
  const { plan } = await planOf(app, read, application)
  const value = (concept: string) => textOf(plan.concepts.find((each) => each.concept === concept)?.value ?? application.answers[concept])
  const named = plan.services.filter(({ state }) => state === 'included').map(({ service, authorityRegion }) => ({ id: service, region: authorityRegion, one: undefined }))
  return { application, address: value(addressConcept) || value('applicant.residenceAddress'), named }
}

const canChange = (one: Case | undefined, delivery: Delivery | undefined): boolean => {
  if (delivery) return canDelivery(delivery.state, 'rechoose')
  if (!one || !hasEnded(one.state)) return true
  return wasGranted(one.state) && holdsGood(one.course) && one.course.delivered === null
}

/** Everything there is to choose and how it stands. @throws Refusal not_found */
export const readChoosing = async (app: App, read: Read, person: Person, id: string): Promise<Choosing> => {
  const { application, address, named } = await servicesOf(app, read, person, id)
  const physical = named.flatMap(({ id: service, region, one }) => {
    const definition = serviceOf(app, { service, region: one?.region ?? application.region })
    return isPhysical(definition) ? [{ service: definition, region, one }] : []
  })
  const [wish, deliveries, { name, phone }] = await Promise.all([findWish(read, id), application.number === null ? [] : listDeliveriesOf(read, id), getPerson(read, application.personId)])
  const receiver = wish?.receiver ?? { name, phone: phone ?? '', address }
  return {
    applicationId: id, wish, receiver, submitted: application.number !== null,
    items: physical.map(({ service, region, one }) => {
      const choice = wish?.choices[service.id]
      const delivery = deliveries.find(({ caseId }) => caseId === one?.id)
      const halls = hallsFor(outletsOf(app), region).map((hall) => hall.id)
      const way = delivery?.way ?? (one && wasGranted(one.state) ? 'online' : wayFor(service, choice, receiver.address !== ''))
      const wanted = delivery?.outlet ?? choice?.outlet
      return { service, region, one, delivery, way, outlet: wanted !== undefined && halls.includes(wanted) ? wanted : halls[0], halls, canChange: canChange(one, delivery) }
    }),
  }
}

export type Wanted = { choices: Record<string, Choice>; receiver?: Place | undefined }

/** What is wrong with a wish: a result there is none of, a way or hall not offered, no address for what is to be sent. */
const problemsIn = ({ items, receiver }: Choosing, wanted: Wanted): Record<string, string> => {
  const problems: Record<string, string> = {}
  for (const [id, { way, outlet }] of Object.entries(wanted.choices)) {
    const item = items.find(({ service }) => service.id === id)
    if (!item) problems[id] = 'unknown'
    else if (!waysOf(item.service).includes(way)) problems[id] = 'way'
    else if (outlet !== undefined && !item.halls.includes(outlet)) problems[id] = 'outlet'
  }
  const sends = Object.values(wanted.choices).some(({ way }) => way === 'post')
  const to = wanted.receiver ?? receiver
  if (sends && (to.address.trim().length < 6 || to.name.trim() === '' || to.phone.trim() === '')) problems['receiver'] = 'address'
  return problems
}

const isSame = ({ way, outlet, receiver }: Delivery, choice: Choice, to: Place): boolean =>
  way === choice.way && (way === 'post' ? JSON.stringify(receiver) === JSON.stringify(to) : outlet === (choice.outlet ?? outlet))

/** Another way for what is already made: what waited on the shelf is taken off it. A thing cannot be read in an account, so that is no way for it. */
const rechoose = async (scene: Scene, delivery: Delivery, choice: Choice, to: Place): Promise<void> => {
  const [held] = await listDeliveriesForUpdate(scene.tx, [delivery.id])
  if (!held || choice.way === 'online' || isSame(held, choice, to)) return
  const hall = outletsOf(scene.app).find(({ id }) => id === (choice.way === 'counter' ? (choice.outlet ?? held.outlet) : held.outlet))
  await moveDelivery(scene, held, 'rechoose', { from: held.way, way: choice.way, ...(hall ? { outlet: hall.id } : {}) }, {
    way: choice.way, receiver: choice.way === 'post' ? to : null, pickupId: null, mishap: null, ...(hall ? { outlet: hall.id, outletRegion: hall.region } : {}),
  })
  await closeWhenEmpty(scene, held.pickupId)
}

/** Keeps the wish, and follows it with what is already made. Refuses `invalid` naming what is wrong, `not_allowed_now` for what has left. */
export const choose = (app: App, person: Person, id: string, wanted: Wanted, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const choosing = await readChoosing(app, tx, person, id)
    const problems = problemsIn(choosing, wanted)
    if (Object.keys(problems).length > 0) throw new Refusal('invalid', { problems })
    const scene: Scene = { app, tx, principal: person, requestId, at: app.clock.now() }
    const receiver = wanted.receiver ?? choosing.receiver
    const before = choosing.wish?.choices ?? {}
    await upsertWish(tx, { applicationId: id, personId: person.id, choices: { ...before, ...wanted.choices }, receiver, updatedAt: scene.at.toISOString() })
    for (const item of choosing.items) {
      const choice = wanted.choices[item.service.id]
      if (!choice || !item.one || (item.delivery === undefined && !wasGranted(item.one.state))) continue
      if (!item.canChange) throw new Refusal('not_allowed_now', { service: item.service.id, state: item.delivery?.state ?? item.one.state })
      await (item.delivery ? rechoose(scene, item.delivery, choice, receiver) : prepare(scene, [item.one]))
    }
    await insertAudit(tx, [{ at: scene.at.toISOString(), ...actorOf(person), action: 'deliveries.choose', subjectType: 'application', subjectId: id, region: null, requestId, detail: { choices: wanted.choices } }])
  })
