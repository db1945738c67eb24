// Measuring drift: some requests of each day of a span, put beside as many of the span before. Kept; who runs the request centre is told once
// when a limit is passed.
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { listRequestsWithIds } from '../requests/index.ts'
import { classOf, learntLines, listCorrectionsOf, listRequestIdsWithin, maskSensitive, modelInUse } from '../triage/index.ts'
import { driftOf, type Drift, type DriftSample, type DriftWarning, type ReadRequest } from './drift.ts'
import { insertOrUpdateDrift, type KeptDrift } from './drifts-store.ts'
import { newTerms } from './new-terms.ts'

/** Days 'YYYY-MM-DD' in China; `before` is the day after the last. */
export type DriftSpan = { from: string; before: string }

const perDay = 100
const mostReread = 1000
const mostTerms = 12
export const centreLine = 'government-services'

const startOf = (day: string): string => `${day}T00:00:00+08:00`

const daysIn = ({ from, before }: DriftSpan): string[] => {
  const days: string[] = []
  for (let day = from; day < before; day = addDays(day, 1)) days.push(day)
  return days
}

const sampleOf = async (read: Read, span: DriftSpan): Promise<DriftSample> => {
  const requests: ReadRequest[] = []
  for (const day of daysIn(span)) {
    const ids = await listRequestIdsWithin(read, { from: startOf(day), before: startOf(addDays(day, 1)), limit: perDay })
    const named = new Map((await listCorrectionsOf(read, ids)).map((each) => [each.requestId, each.category]))
    for (const { id, title, text, understood, category, personId, phoneDigest } of await listRequestsWithIds(read, ids)) {
      requests.push({ title, text, readAs: understood.category?.id ?? null, abstained: understood.abstained ?? understood.category === undefined, category, named: named.get(id) ?? null, reporter: personId ?? phoneDigest ?? id })
    }
  }
  const corrected = requests.filter(({ named }) => named !== null).slice(0, mostReread)
  return { requests, rereads: corrected.map(({ title, text, named }) => classOf({ title, text }) === named) }
}

const wordsOf = ({ requests }: DriftSample) => requests.map(({ reporter, title, text }) => ({ reporter, text: maskSensitive(`${title}。${text}`) }))

/** Of the span against the one of the same length before it. */
export const measureDrift = async (read: Read, span: DriftSpan): Promise<Drift> => {
  const length = daysIn(span).length
  const [now, before] = [await sampleOf(read, span), await sampleOf(read, { from: addDays(span.from, -length), before: span.from })]
  const { learnt, coverageAt95 } = modelInUse()
  return driftOf(now, before, { rows: learnt, expectedSure: coverageAt95 }, newTerms(wordsOf(now), wordsOf(before), learntLines(), mostTerms))
}

const whatMoved: Record<DriftWarning, Texts> = {
  classes: { 'zh-CN': '各类诉求的占比变化很大', en: 'what people report about has moved a lot' },
  abstained: { 'zh-CN': '拿不准、转人工的比预期多得多', en: 'far more than expected is left to people' },
  corrected: { 'zh-CN': '自动分类后被人工改过的明显偏多', en: 'people correct far more than they should' },
}

const inWords = (warnings: readonly DriftWarning[]): Texts => ({
  'zh-CN': warnings.map((each) => whatMoved[each]['zh-CN']).join('；'), en: warnings.map((each) => whatMoved[each].en).join('; '),
})

/** Keeps the figures; dispatchers and designers hear of a span that passes a limit, once. */
export const keepDrift = async (app: App, tx: Tx, span: DriftSpan, drift: Drift): Promise<KeptDrift> => {
  const kept: KeptDrift = { id: uuidv7(app.clock), region: app.config.region, ...span, drift, madeAt: app.clock.now().toISOString() }
  const isNew = await insertOrUpdateDrift(tx, kept)
  if (isNew && drift.warnings.length > 0) {
    const staff = await listStaffPostedTo(tx, { region: app.config.region, line: centreLine }, ['dispatcher', 'designer'])
    await notifyStaff(tx, app.clock, staff.map(({ id }) => ({ staffId: id, kind: 'requestsDrift' as const, detail: { text: inWords(drift.warnings) } })))
  }
  return kept
}

/** The month before the present one. */
export const lastMonth = (now: Date): DriftSpan => {
  const before = `${plainDate(now).slice(0, 7)}-01`
  return { from: `${addDays(before, -1).slice(0, 7)}-01`, before }
}

/** Once a month; a month without requests says nothing. */
export const measureLastMonth = async (app: App): Promise<void> => {
  const span = lastMonth(app.clock.now())
  const drift = await measureDrift(app.db.read, span)
  if (drift.requests > 0) await app.db.transaction((tx) => keepDrift(app, tx, span, drift))
}
