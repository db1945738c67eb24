// Applications that are really handed in and handled, over HTTP, for the generator to copy: permits of every line in every state an
// official finds them in, and matters of 14 services the rules have granted.
import { lines, matter as fourteen, answers as fourteenAnswers } from '../matters/matter-of-14.ts'
import { permitAnswers, permitMatter } from './city.ts'
import { get, post, type User } from './people.ts'

export type Template = { application: string; weight: number }

type Tracking = { id: string; cases: { id: string }[] }
type CaseReply = { id: string; revision: number }

export const applyFor = async (resident: User, matter: string, answers: Readonly<Record<string, unknown>>, region: string): Promise<Tracking> => {
  const draft = await post<{ id: string }>(resident, '/applications', { matter, region, channel: 'api', answers })
  return post<Tracking>(resident, `/applications/${draft.id}/submit`, { truthful: true })
}

const act = async (official: User, id: string, action: string, body: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const { revision } = await get<CaseReply>(official, `/cases/${id}`)
  await post(official, `/cases/${id}/${action}`, { revision, ...body })
}

const reveal = (official: User, id: string, concept: string) => post(official, `/cases/${id}/reveal`, { concept, reason: 'identity' })

/** As long a history as an ordinary permit has: looked at, given back, corrected, looked at again, decided. */
const handleFully = async (resident: User, official: User, application: string, id: string): Promise<void> => {
  await act(official, id, 'claim')
  await reveal(official, id, 'applicant.idNumber')
  await act(official, id, 'put-back')
  await act(official, id, 'claim')
  await act(official, id, 'supplement-request', { items: [{ what: '请补充用途说明', concept: 'permit.use' }] })
  await post(resident, `/applications/${application}/cases/${id}/supplement`, { answers: { 'permit.use': '餐饮堂食' } })
  await reveal(official, id, 'applicant.idNumber')
  await act(official, id, 'accept')
  await reveal(official, id, 'applicant.idNumber')
  await reveal(official, id, 'applicant.phone')
  await act(official, id, 'grant', { opinion: '符合条件' })
}

/** @param newResident a new one for each application, as each has one draft of a matter at a time */
export const makeTemplates = async (newResident: () => Promise<User>, officialOf: (line: string) => User, district: string): Promise<Template[]> => {
  const templates: Template[] = []
  const permit = async (line: string, weight: number, handle: (resident: User, official: User, application: string, id: string) => Promise<void>) => {
    const resident = await newResident()
    const { id, cases: [one] } = await applyFor(resident, `${permitMatter}-${line}`, permitAnswers(district), district)
    await handle(resident, officialOf(line), id, one?.id ?? '')
    templates.push({ application: id, weight })
  }
  for (const line of lines) {
    await permit(line, 12, handleFully)
    await permit(line, 1, (_, official, __, id) => act(official, id, 'claim').then(() => act(official, id, 'accept')).then(() => act(official, id, 'refuse', { reasons: '面积不符合规定' })))
    await permit(line, 5, async () => {})
    await permit(line, 4, (_, official, __, id) => act(official, id, 'claim').then(() => act(official, id, 'accept')))
    await permit(line, 1, (_, official, __, id) => act(official, id, 'supplement-request', { items: [{ what: '请补充用途说明', concept: 'permit.use' }] }))
  }
  const { id } = await applyFor(await newResident(), fourteen, { ...fourteenAnswers, 'applicant.region': district }, district)
  return [...templates, { application: id, weight: 0.5 }]
}
