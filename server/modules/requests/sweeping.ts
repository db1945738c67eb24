// What time brings about: marks when four fifths are gone, when it is overdue and three times overdue, closing after silence, taking up again
// what was promised and not done, the public page. It looks at everything due, so it catches up after a standstill, and may run twice.
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { notifyStaff, type StaffMessageKind, type StaffNote } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { listAnswersOf } from './answers-store.ts'
import { deadlineOf, markAt, nextLook } from './deadline.ts'
import { isFitForPublic, withoutPeople } from './masking.ts'
import { insertPublication } from './publications-store.ts'
import { listDueForUpdate } from './queue-store.ts'
import { morningAfter } from './promises.ts'
import { calendarOf, system, takeStep, termsOf, type Scene } from './recording.ts'
import { awaitsGrade, isRunning, isSolved } from './request.ts'
import type { CitizenRequest } from './request-record.ts'
import { updateRequest } from './requests-store.ts'
import { timed } from './timing.ts'

const pageSize = 200

/** Whom a mark is told: the unit, then those who lead it, then supervision. */
const told: Record<1 | 2 | 3, { kind: StaffMessageKind; roles: readonly ('clerk' | 'approver' | 'head' | 'supervisor')[] }> = {
  1: { kind: 'requestsNear', roles: ['clerk', 'approver', 'head'] },
  2: { kind: 'requestsLate', roles: ['clerk', 'approver', 'head'] },
  3: { kind: 'requestsLate', roles: ['head', 'supervisor'] },
}

type Late = { one: CitizenRequest; mark: 1 | 2 | 3 }

/** One message for each official and kind, however many requests it is about. */
const tell = async ({ app, tx }: Scene, late: readonly Late[]): Promise<void> => {
  const notes = new Map<string, StaffNote>()
  const staff = new Map<string, Promise<string[]>>()
  for (const { one, mark } of late) {
    if (!one.unit) continue
    const { kind, roles } = told[mark]
    const place = `${one.unit.line} ${one.unit.region} ${mark}`
    const ids = staff.get(place) ?? listStaffPostedTo(tx, one.unit, roles).then((found) => found.map(({ id }) => id))
    staff.set(place, ids)
    const authority = authorityOf(app.packs.catalogueFor(one.region), one.unit.line, one.unit.region)?.shortName
    for (const staffId of mark === 1 && one.assigneeId !== null ? [one.assigneeId] : await ids) {
      const key = `${staffId} ${kind} ${authority?.['zh-CN'] ?? ''}`
      const known = notes.get(key)
      notes.set(key, { staffId, kind, detail: { ...(known?.detail ?? { number: one.number, request: one.id, ...(authority ? { authority } : {}) }), count: (known?.detail.count ?? 0) + 1 } })
    }
  }
  await notifyStaff(tx, app.clock, [...notes.values()])
}

const marked = async (scene: Scene, one: CitizenRequest): Promise<Late | undefined> => {
  const deadline = deadlineOf(one.course.term, new Date(one.clockStartAt), calendarOf(one.region), one.course.extendedDays)
  const mark = markAt(deadline, scene.at)
  if (mark === 0 || mark <= one.mark) {
    await updateRequest(scene.tx, { ...one, dueAt: deadline.dueAt, lookAt: nextLook(deadline, one.mark, scene.at) })
    return undefined
  }
  return { one: await takeStep(scene, one, { action: 'mark', detail: { mark, dueAt: deadline.dueAt, unit: one.unit } }, (next) => ({ ...next, mark })), mark }
}

/** With the next day on which time brings something about, if any. */
const lookedAt = (scene: Scene, one: CitizenRequest): CitizenRequest => ({ ...one, ...timed(one, termsOf(scene.app, one.region), calendarOf(one.region), scene.at) })

const publish = async (scene: Scene, one: CitizenRequest): Promise<void> => {
  const answer = (await listAnswersOf(scene.tx, one.id)).find(({ releasedAt }) => releasedAt !== null)
  const fit = answer !== undefined && isFitForPublic(one)
  if (fit) {
    await insertPublication(scene.tx, {
      id: one.id, region: one.region, category: one.category, kind: one.kind, title: withoutPeople(one.title, one.contact), text: withoutPeople(one.text, one.contact), answer: withoutPeople(answer.text, one.contact),
      unit: one.unit, grade: one.grade, receivedAt: one.receivedAt, publishedAt: scene.at.toISOString(),
    })
  }
  await updateRequest(scene.tx, lookedAt(scene, { ...one, course: { ...one.course, publish: fit ? 'done' : 'no' } }))
}

const lookAt = async (scene: Scene, one: CitizenRequest): Promise<Late | undefined> => {
  if (isRunning(one.state)) return marked(scene, one)
  if (await morningAfter(scene, one)) return undefined
  if (awaitsGrade(one.state) && isSilent(scene, one)) await takeStep(scene, one, { action: 'settle' })
  else if (isSolved(one.state) && one.course.publish === 'agreed') await publish(scene, one)
  else await updateRequest(scene.tx, lookedAt(scene, one))
  return undefined
}

const day = 86_400_000

/** One that cannot be moved, such as where a pack no longer has terms, keeps nobody else from being looked at. */
const lookOrPostpone = async (scene: Scene, one: CitizenRequest): Promise<Late | undefined> => {
  try {
    return await lookAt(scene, one)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    scene.app.log.warn({ err: error, request: one.id }, 'a request could not be moved on and is looked at again tomorrow')
    await updateRequest(scene.tx, { ...one, lookAt: new Date(scene.at.getTime() + day).toISOString() })
    return undefined
  }
}

const isSilent = ({ app, at }: Scene, one: CitizenRequest): boolean =>
  one.answeredAt !== null && at.getTime() >= Date.parse(one.answeredAt) + termsOf(app, one.region).settleDays * day

/** Everything due by now, page by page, each page one transaction; returns how many were looked at. */
export const sweepRequests = async (app: App): Promise<number> => {
  let seen = 0
  for (let found = pageSize; found === pageSize; ) {
    found = await app.db.transaction(async (tx) => {
      const at = app.clock.now()
      const scene: Scene = { app, tx, principal: system, requestId: null, at }
      const due = await listDueForUpdate(tx, at, pageSize)
      const late: Late[] = []
      for (const one of due) {
        const step = await lookOrPostpone(scene, one)
        if (step) late.push(step)
      }
      await tell(scene, late)
      return due.length
    })
    seen += found
  }
  return seen
}

