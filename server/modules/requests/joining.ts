// Requests that belong together: duplicates joined to one that leads, and one split into parts for several units. Who joined hears the same
// answer; whoever split hears one answer when all parts have theirs. Long rows of followers are told by a job, safe to repeat.
import { Refusal } from '../../kernel/errors.ts'
import { together } from '../../kernel/db.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { humanNumber, uuidv7 } from '../../kernel/ids.ts'
import { takeSequence } from '../cases/index.ts'
import { noteRequest, shapeNow } from '../triage/index.ts'
import { insertAnswer, listAnswersOfMany, type RequestAnswer } from './answers-store.ts'
import { insertCoUnit } from './co-units-store.ts'
import { newCoUnit, sentBy } from './dispatching.ts'
import { calendarOf, eventOf, recordNew, takeStep, termsOf, type Scene } from './recording.ts'
import { isAnswered, isRunning } from './request.ts'
import { keepsPromise, requestLimits, type CitizenRequest, type Unit } from './request-record.ts'
import { insertRequest, listParts, listWaitingForUpdate, updateRequest } from './requests-store.ts'
import { timed } from './timing.ts'

export const followTask = 'requests.follow'

export const planFollowUpOf = ({ tx }: Pick<Scene, 'tx'>, id: string): Promise<void> => planJobs(tx, [{ task: followTask, payload: { requestId: id }, key: `${followTask} ${id}` }])

/** Somebody waits for the answer of this one: joined duplicates, those who follow it, the one it was split from. */
export const planFollowUp = async (scene: Pick<Scene, 'tx'>, { id, course }: CitizenRequest): Promise<void> => {
  if (course.children > 0 || course.followers > 0 || course.tree === 'split') await planFollowUpOf(scene, id)
}

/** @param lead held by the caller as well @throws Refusal not_allowed_now when the other one follows one itself, or is over */
export const join = async (scene: Scene, one: CitizenRequest, lead: CitizenRequest): Promise<CitizenRequest> => {
  if (lead.id === one.id || lead.course.tree === 'joined' || one.course.children > 0 || !isRunning(lead.state)) throw new Refusal('not_allowed_now', { action: 'join', state: lead.state, because: 'lead' })
  await updateRequest(scene.tx, { ...lead, seconds: lead.seconds + 1 + one.seconds, course: { ...lead.course, children: lead.course.children + 1 } })
  return takeStep(scene, one, { action: 'join', detail: { lead: lead.id, number: lead.number }, told: { reasons: lead.number } }, (next) => ({
    ...next, parentId: lead.id, unit: lead.unit, assigneeId: null, assignee: null, course: { ...next.course, tree: 'joined' },
  }))
}

/** Not the same after all: a request of its own again. */
export const part = async (scene: Scene, one: CitizenRequest, lead: CitizenRequest | undefined): Promise<CitizenRequest> => {
  if (lead) await updateRequest(scene.tx, { ...lead, seconds: Math.max(0, lead.seconds - 1 - one.seconds), course: { ...lead.course, children: Math.max(0, lead.course.children - 1) } })
  return takeStep(scene, one, { action: 'part', detail: lead ? { lead: lead.id } : {} }, (next) => ({ ...next, parentId: null, unit: null, course: { ...next.course, tree: null } }))
}

export type Piece = { text: string; unit?: Unit; category?: string }

/** One for each piece, sent to its unit at once; the reporter sees one request and gets one answer. */
export const split = async (scene: Scene, one: CitizenRequest, pieces: readonly Piece[], centre: Unit): Promise<CitizenRequest> => {
  if (pieces.length < 2 || pieces.length > requestLimits.children) throw new Refusal('invalid', { pieces: pieces.length })
  if (one.course.children > 0 || one.course.tree !== null) throw new Refusal('not_allowed_now', { action: 'split', because: 'tree' })
  const sequences = await takeSequence(scene.tx, pieces.length)
  const parent = await takeStep(scene, one, { action: 'split', detail: { pieces: pieces.length } }, (next) => ({
    ...next, unit: centre, assigneeId: null, assignee: null, course: { ...next.course, children: pieces.length },
  }))
  for (const [index, piece] of pieces.entries()) await addPiece(scene, parent, piece, index, sequences[index] ?? 0)
  return parent
}

const addPiece = async (scene: Scene, parent: CitizenRequest, piece: Piece, index: number, sequence: number): Promise<void> => {
  const at = scene.at.toISOString()
  const title = `${parent.title}（${index + 1}）`
  const bare: CitizenRequest = {
    ...parent, id: uuidv7(scene.app.clock), number: humanNumber(parent.region, scene.at, sequence), key: `${parent.id} ${index + 1}`, category: piece.category ?? parent.category, personId: null, phoneDigest: null,
    title, text: piece.text, contact: {}, state: 'received', revision: 2, steps: 2, unit: null, parentId: parent.id, seconds: 0, updatedAt: at,
    course: { ...parent.course, children: 0, followers: 0, tree: 'split', returnedBy: [], first: null, answer: null },
  }
  const sent = sentBy(scene, bare, piece.unit, '')
  const moved: CitizenRequest = { ...bare, ...sent.change }
  const child = { ...moved, ...timed(moved, termsOf(scene.app, moved.region), calendarOf(moved.region), scene.at) }
  const events = [eventOf(scene, 1, 'receive', { channel: child.channel, kind: child.kind, splitFrom: parent.number }, null), eventOf(scene, 2, 'dispatch', sent.detail, null)]
  if (!(await insertRequest(scene.tx, child, events))) return
  await together([recordNew(scene, child, events), noteRequest(scene.tx, { ...child, at: scene.at, terms: shapeNow(child, child.region) })])
  for (const unit of sent.coUnits) await insertCoUnit(scene.tx, child, newCoUnit(scene, unit))
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** What the reporter of a request that was split reads once every part has its answer; undefined while one has not. */
export const composed = (scene: Scene, parent: CitizenRequest, children: readonly CitizenRequest[], answers: readonly (RequestAnswer & { requestId: string })[]): RequestAnswer | undefined => {
  const texts = children.map(({ id }) => answers.findLast(({ requestId }) => requestId === id))
  if (children.length === 0 || !children.every(({ state }) => isAnswered(state)) || texts.some((answer) => answer === undefined)) return undefined
  const found = texts.flatMap((answer) => answer ?? [])
  const promised = found.flatMap(({ promisedOn }) => promisedOn ?? []).toSorted().at(-1) ?? null
  return {
    id: uuidv7(scene.app.clock), round: parent.round, unit: parent.unit, outcome: found.every(({ outcome }) => outcome === 'solved') ? 'solved' : promised !== null ? 'promised' : (found.find(({ outcome }) => outcome !== 'solved')?.outcome ?? 'solved'),
    promisedOn: promised, text: found.map(({ text }, index) => `${numerals[index] ?? index + 1}、${text}`).join('\n'), findings: [], writtenBy: '', writerId: null, writtenAt: scene.at.toISOString(),
    releasedBy: '', releasedAt: scene.at.toISOString(), sentBack: null, sentBackAt: null,
  }
}

/** How many hear at once, in one transaction; the job goes on with the next. */
export const mostAtOnce = 200

/** Everything that follows the answer of a request; safe to repeat. Returns whether there is more to do. */
export const followUp = async (scene: Scene, lead: CitizenRequest, parentOf: (id: string) => Promise<CitizenRequest>): Promise<boolean> => {
  const { answer } = lead.course
  const joined = answer && lead.course.children > 0 ? await listWaitingForUpdate(scene.tx, lead.id, mostAtOnce) : []
  for (const child of joined) {
    await takeStep(scene, child, { action: 'answerWithLead', detail: { lead: lead.id, number: lead.number } }, (next) => ({ ...next, unit: lead.unit, course: { ...next.course, ladder: lead.course.ladder, answer, solved: null } }))
  }
  if (lead.course.tree === 'split' && lead.parentId !== null && isAnswered(lead.state)) await answerWhole(scene, await parentOf(lead.parentId))
  return joined.length === mostAtOnce
}

const answerWhole = async (scene: Scene, parent: CitizenRequest): Promise<void> => {
  if (!isRunning(parent.state)) return
  const children = await listParts(scene.tx, parent.id)
  const answer = composed(scene, parent, children, await listAnswersOfMany(scene.tx, children.map(({ id }) => id)))
  if (!answer) return
  await insertAnswer(scene.tx, parent, answer)
  const next = await takeStep(scene, parent, { action: 'answer', detail: { answer: answer.id, outcome: answer.outcome } }, (moved) => ({
    ...moved, grade: null, course: { ...moved.course, solved: null, answer: { id: answer.id, outcome: answer.outcome, promisedOn: answer.promisedOn, kept: children.every(keepsPromise) } },
  }))
  await planFollowUp(scene, next)
}
