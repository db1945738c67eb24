// A restaurant of a company that has its licence, in Nanshan: food, drains and fire are looked at on the spot before they are decided.
// Handed in over the API, for journeys and pages about what several authorities do together.
import { asking, call, type Draft } from '../../server/commands/demo-calls.ts'
import { loginOverHttp, type LoggedIn } from '../../server/modules/people/demo-login.ts'
import { readExample } from './concept-form.ts'
import { samplePdf } from './newborn.ts'

const mostRounds = 12

/** Handed in by the company's legal representative; the address makes it an event of its own. */
export const prepareRestaurant = async (url: string, login: string, address: string): Promise<{ session: LoggedIn; id: string }> => {
  const { answers } = readExample('open-a-small-restaurant-nanshan', {
    'company.registered': true, 'company.creditCode': '91440300MA99900019', 'restaurant.dineIn': true, 'fire.method': 'inspection', 'drainage.byLandlord': false, 'sign.wanted': false, 'tobacco.sells': false,
    'agent.relation': 'representative', 'premises.address': address, 'foodSafetyOfficer.who': 'representative',
  })
  const session = await loginOverHttp(url, login)
  const { id } = await asking.start(session, 'open-a-restaurant', '440305')
  let draft: Draft = await asking.draft(session, id)
  for (let round = 0; round < mostRounds; round += 1) {
    const open = [...draft.plan.questions.map(({ concept }) => concept), ...draft.plan.concepts.filter(({ source, value }) => source.kind === 'ask' && value === undefined).map(({ concept }) => concept)]
    const given = Object.fromEntries(open.flatMap((concept) => (answers[concept] === undefined ? [] : [[concept, answers[concept]]])))
    const consents = Object.fromEntries(draft.plan.consents.filter(({ registry }) => draft.consents[registry] === undefined).map(({ registry }) => [registry, true]))
    if (Object.keys(given).length + Object.keys(consents).length === 0) break
    if (Object.keys(given).length > 0) await asking.save(session, id, given)
    if (Object.keys(consents).length > 0) await asking.consent(session, id, consents)
    draft = await asking.draft(session, id)
  }
  const file = new Blob([samplePdf], { type: 'application/pdf' })
  // Whoever may sign a commitment instead of giving a document may also give the document.
  for (const evidence of new Set([...draft.missing.evidence, ...draft.missing.commitments])) await asking.upload(session, id, evidence, file)
  await asking.submit(session, id)
  return { session, id }
}

/** A restaurant whose fire check is accepted and a joint visit opened for it; somebody of the fire brigade sees both. */
export const prepareVisit = async (url: string): Promise<{ id: string; visit: string }> => {
  const { session, id } = await prepareRestaurant(url, 'shen-tingxue', '广东省深圳市南山区粤海街道示例路302号102铺')
  const { cases } = await call<{ cases: { id: string; service: string }[] }>(session, 'GET', `/applications/${id}`)
  const fire = cases.find(({ service }) => service === 'fire-safety-check')?.id ?? ''
  const official = await loginOverHttp(url, 'nanshan-fire-rescue-approver', { staff: true })
  const { revision } = await call<{ revision: number }>(official, 'GET', `/cases/${fire}`)
  await call(official, 'POST', `/cases/${fire}/accept`, { revision })
  return { id, visit: (await call<{ id: string }>(official, 'POST', `/cases/${fire}/site-visits`)).id }
}
