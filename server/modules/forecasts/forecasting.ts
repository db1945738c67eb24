// Takes a request for a forecast, and works it off in a process of its own. The same rules on the same snapshot are counted once.
// Killed in the middle it begins again; what changed on the way, the policy in force or the population, makes it fail rather than show half of each.
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { StaffRole, Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { leastShown } from '../../kernel/disclosure.ts'
import { Refusal } from '../../kernel/errors.ts'
import { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
import { FeelSyntaxError, parse } from '../../kernel/feel/parse.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import { textIn, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { Fact } from '../catalogue/index.ts'
import { countApart, type Counting } from './counting-client.ts'
import { forecastAfter, isCircular, sidesOf, type Failure, type Rules, type Sides, type WrittenPolicy } from './forecast.ts'
import { countForecastsSince, findForecastForUpdate, findSameForecast, insertForecast, updateForecast, updateForecastProgress, type Forecast } from './forecasts-store.ts'
import { identifyingReads } from './identifying.ts'
import { forecastResult } from './outcome.ts'
import { isThere, snapshotDigest } from './snapshot.ts'

export const forecastTask = 'forecasts.count'

/** Who asks for forecasts, and reads them. */
export const forecasters: readonly StaffRole[] = ['designer', 'supervisor']

/** Of the counting process. What needs more spills to the disk. */
const memoryGb = 2

/** New ones somebody may ask for on one day, also named by forecasts_used_up (kernel/errors.ts): what little each tells of single people is to stay little. */
const mostADay = 20

/** What keeps a rule from being counted: which (`condition`: from 1), and why. */
type RuleFault = { rule: string; condition?: number; message: Texts }

const readRule = (name: Omit<RuleFault, 'message'>, text: string, facts: readonly Fact[], faults: RuleFault[]): Expression => {
  try {
    const expression = parse(text)
    for (const concept of conceptsOf(expression)) if (!facts.some((fact) => fact.concept === concept)) faults.push({ ...name, message: { 'zh-CN': `没有“${concept}”这个事实`, en: `there is no fact “${concept}”` } })
    for (const fact of identifyingReads(expression, facts)) faults.push({ ...name, message: { 'zh-CN': `“${fact.name['zh-CN']}”认得出是哪一个，测算不用它的值；可以看有没有，写 ${fact.concept} != null`, en: `“${textIn(fact.name, 'en')}” tells who it is, so forecasts do not read it; whether there is one may be asked: ${fact.concept} != null` } })
    return expression
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error
    faults.push({ ...name, message: error.placed })
    return { kind: 'literal', value: false }
  }
}

/** @throws Refusal invalid with every rule that cannot be read, or may not be counted */
const rulesOf = (app: Pick<App, 'packs' | 'config'>, written: WrittenPolicy): Rules => {
  const facts = app.packs.factsFor(app.config.region)
  const faults: RuleFault[] = []
  const parts = written.conditions.map(({ id, rule }, at) => readRule({ rule: id, condition: at + 1 }, rule, facts, faults))
  const fen = readRule({ rule: 'amount' }, written.amount, facts, faults)
  if (faults.length > 0) throw new Refusal('invalid', { rules: faults })
  const [first] = parts
  return { eligible: first && parts.length === 1 ? first : { kind: 'and', parts, texts: written.conditions.map(({ rule }) => rule) }, fen }
}

const sidesFor = (app: Pick<App, 'packs' | 'config'>, written: WrittenPolicy, on: string): Sides => sidesOf(written, rulesOf(app, written), app.packs.benefitsFor(app.config.region, on))

const digestOf = (sides: Sides): string => createHash('sha256').update(JSON.stringify(sides)).digest('hex')

/** Whether the policy it was compared with is still in force as it was. */
export const isCurrent = (app: Pick<App, 'packs' | 'config' | 'clock'>, { policy, rulesDigest }: Pick<Forecast, 'policy' | 'rulesDigest'>): boolean => {
  try {
    return digestOf(sidesFor(app, policy, plainDate(app.clock.now()))) === rulesDigest
  } catch (error) {
    if (error instanceof Refusal) return false // a fact it reads is gone
    throw error
  }
}

/** The part of what is served here that somebody's posting covers. @throws Refusal not_found */
export const regionFor = (app: Pick<App, 'config'>, principal: Principal, asked: string | undefined): string => {
  const { region: served } = app.config
  const postings = principal.kind === 'staff' ? principal.postings.filter(({ role }) => forecasters.includes(role)) : []
  const own = postings.flatMap(({ region }) => (regionCovers(region, served) ? [served] : regionCovers(served, region) ? [region] : []))
  const region = asked ?? own[0]
  if (region === undefined || !own.some((each) => regionCovers(each, region))) throw new Refusal('not_found')
  return region
}

/** Of a day in Shanghai, as an instant. */
const dayBegins = (on: string): string => new Date(`${on}T00:00:00+08:00`).toISOString()

type Asking = { principal: Extract<Principal, { kind: 'staff' }>; requestId: string; region: string }

/** @throws Refusal no_population; invalid; forecasts_used_up for a new one after too many of a day */
export const askForecast = async (app: App, { principal, requestId, region }: Asking, policy: WrittenPolicy): Promise<Forecast> => {
  const { population } = app.config
  if (population === undefined || !(await isThere(population))) throw new Refusal('no_population')
  const now = app.clock.now()
  const on = plainDate(now)
  const sides = sidesFor(app, policy, on)
  if (isCircular(sides.after)) throw new Refusal('invalid', { rules: [{ rule: 'excludes', message: { 'zh-CN': '几项政策互相排斥或互相要求，绕成了一圈', en: 'policies go before or need one another in a circle' } }] })
  const same = { rulesDigest: digestOf(sides), snapshotDigest: await snapshotDigest(population, on), on, region }
  const one: Forecast = { id: uuidv7(app.clock), benefit: policy.id, policy, ...same, state: 'waiting', progress: 0, result: null, failure: null, askedBy: principal.id, askedAt: now.toISOString(), endedAt: null }
  return app.db.transaction(async (tx) => {
    const known = await findSameForecast(tx, same)
    if (!known && (await countForecastsSince(tx, principal.id, dayBegins(on))) >= mostADay) throw new Refusal('forecasts_used_up', { most: mostADay })
    const isNew = !known && (await insertForecast(tx, one))
    if (isNew) await planJobs(tx, [{ task: forecastTask, payload: { forecast: one.id }, queue: 'forecasts' }])
    const found = known ?? (isNew ? one : await findSameForecast(tx, same))
    if (!found) throw new Refusal('conflict')
    await insertAudit(tx, [{ at: one.askedAt, ...actorOf(principal), action: 'forecasts.ask', subjectType: 'forecast', subjectId: found.id, region, requestId, detail: { benefit: policy.id, kept: !isNew } }])
    return found
  })
}

/** Moves a forecast on; false: it has ended already. */
const move = (app: App, id: string, action: 'begin' | 'finish' | 'fail', change: Partial<Forecast>): Promise<Forecast | undefined> =>
  app.db.transaction(async (tx) => {
    const one = await findForecastForUpdate(tx, id)
    const state = one && forecastAfter(one.state, action)
    if (!one || state === undefined) return undefined
    const next = { ...one, ...change, state }
    await updateForecast(tx, next)
    return next
  })

const failureOf = (counting: Exclude<Counting, { kind: 'counted' }>): Failure => (counting.kind === 'died' ? { code: 'died' } : { code: 'population', message: counting.says })

/** What of the request no longer holds. */
const changedSince = async ({ on, rulesDigest, snapshotDigest: snapshot }: Forecast, sides: Sides, population: string): Promise<Failure | undefined> => {
  if (digestOf(sides) !== rulesDigest) return { code: 'policyChanged' }
  return (await snapshotDigest(population, on)) === snapshot ? undefined : { code: 'snapshotChanged' }
}

/** The job. @param count starts the counting process */
export const countForecast = async (app: App, id: string, count = countApart): Promise<void> => {
  const { population } = app.config
  const one = await move(app, id, 'begin', { progress: 0 })
  if (!one) return
  const fail = (failure: Failure) => move(app, id, 'fail', { failure, endedAt: app.clock.now().toISOString() })
  if (population === undefined) return void (await fail({ code: 'snapshotChanged' }))
  const { concepts } = app.packs.catalogueFor(app.config.region)
  const facts = app.packs.factsFor(app.config.region)
  const before = await changedSince(one, sidesFor(app, one.policy, one.on), population)
  if (before) return void (await fail(before))
  const counting = await count({
    population, about: one.policy.for, on: one.on, prefix: regionPrefix(one.region), ...sidesFor(app, one.policy, one.on), facts, least: leastShown, memoryGb, threads: Math.max(1, availableParallelism() - 1),
    choices: Object.fromEntries(facts.flatMap(({ concept }) => { const choices = concepts[concept]?.constraint.choices; return choices ? [[concept, choices.map(({ value, name }) => ({ value, name }))] as const] : [] })),
  }, (done) => void app.db.transaction((tx) => updateForecastProgress(tx, id, Math.round(done * 100))).catch((error: unknown) => app.log.warn({ error, forecast: id }, 'progress of a forecast was not noted')))
  if (counting.kind === 'died') app.log.error({ forecast: id, message: counting.message }, 'the process that counts a forecast died')
  const failure = counting.kind === 'counted' ? await changedSince(one, sidesFor(app, one.policy, one.on), population) : failureOf(counting)
  if (failure || counting.kind !== 'counted') await fail(failure ?? { code: 'died' })
  else await move(app, id, 'finish', { result: forecastResult(counting.counted, one.policy), progress: 100, endedAt: app.clock.now().toISOString() })
}
