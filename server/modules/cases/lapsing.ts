// What time alone brings about: an application nobody has said anything about for five working days counts as accepted from the day it
// was received (Administrative Licensing Law Art. 32), an opinion not given by its day is recorded as silence, a correction not answered ends
// its case (following-corrections.ts), and results end (ending.ts). Repeating it changes nothing.
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { correctionDays } from './approval.ts'
import { awaitsAcceptance, type Case } from './case.ts'
import { listCasesUnanswered } from './cases-store.ts'
import { askOpinions, noteSilence } from './consulting.ts'
import { extendByLaw, tellOfEnds } from './ending.ts'
import { followCorrections } from './following-corrections.ts'
import { actOnCase, getCaseForAction } from './handling.ts'
import { correctionUntil } from './obstacles.ts'
import { listOpinionsSilent } from './opinions-store.ts'
import { system, type Scene } from './recording.ts'

export const lapseTask = 'cases.lapse'

/** Each hour, a few minutes after the full one: what a day ends is found soon after midnight, and what failed is found again. */
export const lapseCron = '7 * * * *'

const pageSize = 200

const isDue = (one: Case, today: string): boolean => {
  const until = correctionUntil(one)
  return awaitsAcceptance(one.state) && until !== null && today > until
}

const inScene = (app: App, work: (scene: Scene) => Promise<void>): Promise<void> =>
  app.db.transaction((tx) => work({ app, tx, principal: system, requestId: null, at: app.clock.now() }))

/** Accepts what counts as accepted by law; returns how many. @param today 'YYYY-MM-DD' */
const acceptByLaw = async (app: App, today: string): Promise<number> => {
  let [accepted, after] = [0, { clockFrom: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }]
  for (let page: Case[] = []; ; ) {
    page = await listCasesUnanswered(app.db.read, addDays(today, -correctionDays), after, pageSize)
    for (const { id } of page.filter((one) => isDue(one, today))) {
      await inScene(app, async (scene) => {
        const { one } = await getCaseForAction(scene.tx, id)
        if (!isDue(one, today)) return
        await askOpinions(scene, await actOnCase(scene, one, 'deemAccepted', { receivedOn: one.clockFrom }))
        accepted += 1
      })
    }
    const last = page.at(-1)
    if (page.length < pageSize || !last || last.clockFrom === null) return accepted
    after = { clockFrom: last.clockFrom, id: last.id }
  }
}

/** Records the silence of authorities that did not answer in time; returns how many. */
const recordSilences = async (app: App, today: string): Promise<number> => {
  let silent = 0
  for (let page = await listOpinionsSilent(app.db.read, today, pageSize); page.length > 0; page = page.length < pageSize ? [] : await listOpinionsSilent(app.db.read, today, pageSize)) {
    for (const { caseId, opinion } of page) {
      await inScene(app, async (scene) => noteSilence(scene, (await getCaseForAction(scene.tx, caseId)).one, opinion))
      silent += 1
    }
  }
  return silent
}

/** Does everything that time has brought about by now. */
export const lapse = async (app: App): Promise<{ accepted: number; silent: number; givenUp: number; extended: number; told: number }> => {
  const today = plainDate(app.clock.now())
  return { accepted: await acceptByLaw(app, today), silent: await recordSilences(app, today), givenUp: await followCorrections(app), extended: await extendByLaw(app), told: await tellOfEnds(app) }
}
