// Asking other authorities for their opinion, their answers, and the silence of those who do not answer in time.
// Administrative Licensing Law Art. 26 (one department accepts and asks the others, who give their opinions).
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import { authorityOf, pinnedCatalogue, type Catalogue, type CoSigner, type Service } from '../catalogue/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { coSignersOf } from './approval.ts'
import { countDay } from './awaited-days.ts'
import { dayKinds, partOf } from './day-kinds.ts'
import type { Case } from './case.ts'
import { openOpinions } from './course.ts'
import { actOnCase } from './handling.ts'
import { insertOpinionRequest, updateOpinionAnswered } from './opinions-store.ts'
import type { Scene } from './recording.ts'
import { handlerRoles } from './standing-in.ts'

/** Where the authority asked is: its line in the region of the case at the level stated, or the nearest above it. */
const regionAsked = (catalogue: Catalogue, service: Service, { line, level = service.level }: CoSigner, { region }: Case): string | undefined => {
  const at = regionAndAbove(region).find((code) => catalogue.regions[code]?.level === level) ?? region
  return authorityOf(catalogue, line, at)?.region
}

/** Asks one authority, unless it has been asked and has not answered yet. */
const ask = async (scene: Scene, catalogue: Catalogue, service: Service, one: Case, coSigner: CoSigner): Promise<Case> => {
  const region = regionAsked(catalogue, service, coSigner, one)
  if (region === undefined || openOpinions(one.course).some((open) => open.line === coSigner.line && open.region === region)) return one
  const dueOn = await countDay(scene, { kind: dayKinds.opinion, subject: partOf(one.id, one.course.opinions.length + 1), region, from: plainDate(scene.at), days: coSigner.days })
  const next = await actOnCase(scene, one, 'askOpinion', { line: coSigner.line, region, question: coSigner.asks['zh-CN'], dueOn })
  const opinion = next.course.opinions.length
  await insertOpinionRequest(scene.tx, { caseId: one.id, opinion, personId: one.personId, line: coSigner.line, region, askedAt: scene.at.toISOString(), dueOn })
  await tellAsked(scene, catalogue, service, one, { line: coSigner.line, region, question: coSigner.asks['zh-CN'] })
  return next
}

/** Those who can answer for the authority find it among their messages. */
const tellAsked = async ({ app, tx }: Scene, catalogue: Catalogue, service: Service, one: Case, { question, ...asked }: { line: string; region: string; question: string }): Promise<void> => {
  const [asker, staff] = [authorityOf(catalogue, one.line, one.region)?.shortName, await listStaffPostedTo(tx, asked, handlerRoles)]
  const detail = { number: one.number, service: service.name, text: question, ...(asker ? { authority: asker } : {}) }
  await notifyStaff(tx, app.clock, staff.map(({ id }) => ({ staffId: id, kind: 'opinionAsked' as const, caseId: one.id, detail })))
}

/** Asks the authorities the service needs, all of them or those of one line. @throws Refusal invalid for a line the service does not ask */
export const askOpinions = async (scene: Scene, one: Case, line?: string): Promise<Case> => {
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, one)
  const service = catalogue.services[one.service]
  const asked = coSignersOf(service).filter((each) => line === undefined || each.line === line)
  if (line !== undefined && asked.length === 0) throw new Refusal('invalid', { line })
  let next = one
  if (service) for (const each of asked) next = await ask(scene, catalogue, service, next, each)
  return next
}

/** The answer of an authority that was asked. @throws Refusal not_allowed_now when it has been answered or its day has passed */
export const giveOpinion = async (scene: Scene, one: Case, opinion: number, agree: boolean, text: string): Promise<Case> => {
  if (!openOpinions(one.course).some(({ id }) => id === opinion)) throw new Refusal('not_allowed_now', { state: one.state, action: 'giveOpinion' })
  const next = await actOnCase(scene, one, 'giveOpinion', { opinion, agree, text })
  await updateOpinionAnswered(scene.tx, one.id, opinion, scene.at)
  return next
}

/** Its day has passed without an answer: recorded as silence, the case goes on. */
export const noteSilence = async (scene: Scene, one: Case, opinion: number): Promise<void> => {
  if (openOpinions(one.course).some(({ id }) => id === opinion)) await actOnCase(scene, one, 'noteSilence', { opinion })
  await updateOpinionAnswered(scene.tx, one.id, opinion, scene.at)
}
