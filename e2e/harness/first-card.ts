// A first social security card: everything is known or answered but the photo, which may follow later.
// Handed in over the API with the photo promised, for pages that show a promise.
import { asking } from '../../server/commands/demo-calls.ts'
import { loginOverHttp } from '../../server/modules/people/demo-login.ts'

const matter = 'social-security-card-services'
const answers = {
  'applicant.cardMatter': 'first', 'applicant.wantsElectronicCard': false, 'applicant.wantsLibrary': false, 'applicant.cardBank': 'icbc', 'applicant.cardPickup': 'counter', 'applicant.occupation': '工程师',
}

/** A draft that lacks nothing but the photo; `login` is somebody of Futian. */
export const prepareFirstCard = async (url: string, login: string): Promise<string> => {
  const session = await loginOverHttp(url, login)
  const { id } = await asking.start(session, matter, '440304')
  await asking.save(session, id, answers)
  const { plan } = await asking.draft(session, id)
  await asking.consent(session, id, Object.fromEntries(plan.consents.map(({ registry }) => [registry, true])))
  return id
}

/** Handed in without the photo; the id of the promise. */
export const promisePhoto = async (url: string, login: string): Promise<string> => {
  const id = await prepareFirstCard(url, login)
  const session = await loginOverHttp(url, login)
  const headers = { 'content-type': 'application/json', 'x-csrf-token': session.csrf }
  await session.fetch(`/api/v1/applications/${id}/later`, { method: 'PUT', headers, body: JSON.stringify({ later: { 'applicant-photo': true } }) })
  await asking.submit(session, id)
  const { undertakings } = (await (await session.fetch(`/api/v1/undertakings/own?application=${id}`)).json()) as { undertakings: { id: string }[] }
  const [promise] = undertakings
  if (!promise) throw new Error('nothing was promised')
  return promise.id
}
