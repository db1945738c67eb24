// `demo`: walks a matter through a running product over HTTP as its people would: an applicant logs in, answers only what is asked,
// hands in, and an official of every authority decides. Every figure printed is read back from the product.
import { findExample, type DemoExample } from './demo-example.ts'
import { decideAll } from './demo-officials.ts'
import { wasGranted, type CaseState } from '../modules/cases/index.ts'
import { loginOverHttp, type LoggedIn } from '../modules/people/demo-login.ts'
import { StartRefusal } from '../start-refusal.ts'
import { asking, refusalOfDemo, type Draft, type Tracking } from './demo-calls.ts'
import { sampleDocument, samplePhoto } from './demo-document.ts'
import { withProduct } from './with-product.ts'

export type DemoOptions = { url?: string; applicant?: string; json?: boolean }

export type DemoOutcome = {
  matter: string
  applicant: string
  /** whether the applicant had applied before and what is told is that application: cases, results and figures of then */
  reused: boolean
  services: { id: string; authority: string; state: CaseState; result: string | null }[]
  /** what was really typed and uploaded; `leftEmpty`: optional fields that were not */
  asked: { fields: number; evidence: number; leftEmpty: string[] }
  before: Tracking['before']
  after: Tracking['after']
  actions: number
  durationMs: number
}

const scan = (evidence: string): Blob => new Blob([sampleDocument(evidence)], { type: 'application/pdf' })

const photo = new Blob([samplePhoto], { type: 'image/png' })

const furthest = 20

/** Concepts typed and documents uploaded, as they were sent. */
type Sent = { concepts: Set<string>; evidence: Set<string> }

/** What was asked, counted from what was sent and not from the plan; the plan has to come to the same. @throws StartRefusal naming what differs */
const countAsked = ({ plan }: Draft, sent: Sent): DemoOutcome['asked'] => {
  const leftEmpty = plan.concepts.filter(({ concept, source, value }) => source.kind === 'ask' && value === undefined && !sent.concepts.has(concept)).map(({ concept }) => concept)
  const promised = plan.evidence.filter(({ source }) => source.kind === 'later').length
  const counted = { fields: sent.concepts.size + leftEmpty.length, evidence: sent.evidence.size + promised }
  if (counted.fields !== plan.after.fields || counted.evidence !== plan.after.evidence) {
    const said = { sent: [...sent.concepts], leftEmpty, uploaded: [...sent.evidence], counted, planned: { fields: plan.after.fields, evidence: plan.after.evidence } }
    throw new StartRefusal('configuration', `填的、传的跟方案算的对不上 / What was typed and uploaded is not what the plan counts: ${JSON.stringify(said)}`)
  }
  return { fields: sent.concepts.size, evidence: sent.evidence.size, leftEmpty }
}

/** Answers what the plan asks, uploads and signs, round by round, until nothing is missing that the example has an answer for. */
const fillIn = async (session: LoggedIn, id: string, example: DemoExample): Promise<{ draft: Draft; sent: Sent }> => {
  let draft = await asking.draft(session, id)
  // A draft begun before is gone on with: what was typed into it then counts as well.
  const sent: Sent = { concepts: new Set(Object.keys(draft.answers)), evidence: new Set(draft.uploads.map(({ evidence }) => evidence)) }
  for (let round = 0; round < furthest; round += 1) {
    const open = [...draft.plan.questions.map((question) => question.concept), ...draft.plan.concepts.filter((each) => each.source.kind === 'ask' && each.value === undefined).map((each) => each.concept)]
    const given = Object.fromEntries(open.flatMap((concept) => (example.answers[concept] === undefined ? [] : [[concept, example.answers[concept]]])))
    const consents = Object.fromEntries(draft.plan.consents.filter((each) => draft.consents[each.registry] === undefined).map((each) => [each.registry, true]))
    // Which documents are wanted is known when all questions are answered.
    const missing = draft.plan.settled ? draft.missing.evidence.filter((evidence) => !draft.uploads.some((upload) => upload.evidence === evidence)) : []
    const unsigned = draft.plan.settled ? draft.missing.commitments : []
    if (Object.keys(given).length + Object.keys(consents).length + missing.length + unsigned.length === 0) return { draft, sent }
    for (const concept of Object.keys(given)) sent.concepts.add(concept)
    if (Object.keys(given).length > 0) draft = await asking.save(session, id, given)
    if (Object.keys(consents).length > 0) draft = await asking.consent(session, id, consents)
    for (const evidence of missing) {
      await asking.upload(session, id, evidence, scan(evidence), photo)
      sent.evidence.add(evidence)
    }
    if (unsigned.length > 0) await asking.sign(session, id, unsigned)
    draft = await asking.draft(session, id)
  }
  return { draft, sent }
}

const walk = async (url: string, matter: string, options: DemoOptions): Promise<DemoOutcome> => {
  const start = performance.now()
  const served = await fetch(`${url}/api/v1/regions`).then((response) => response.json() as Promise<{ region: string }>)
  const example = findExample(matter, served.region, options.applicant)
  const applicant = example.login
  const session = await loginOverHttp(url, applicant)
  const started = await asking.start(session, matter, example.region)
  const { draft, sent } = await fillIn(session, started.id, example)
  const asked = countAsked(draft, sent)
  const { id, reused } = await asking.submit(session, draft.id)
  await decideAll(url, session, id)
  const done = await asking.track(session, id)
  return {
    matter, applicant, reused,
    services: done.cases.map((one) => ({ id: one.service, authority: one.authorityName['zh-CN'], state: one.state, result: one.result?.number ?? null })),
    asked, before: done.before, after: done.after, actions: done.history.flatMap(({ services }) => services).length, durationMs: Math.round(performance.now() - start),
  }
}

const describe = (outcome: DemoOutcome): string =>
  [
    `${outcome.matter} · ${outcome.applicant} · ${(outcome.durationMs / 1000).toFixed(1)} s`,
    ...(outcome.reused ? ['  这位居民以前已经办过这件事，不能再交一次，以下是那一次的办件和结果；要重新走一遍，请换一位居民（--applicant） / Applied for before, which is not done twice: below are the cases and results of then; name another resident with --applicant to walk it anew'] : []),
    ...outcome.services.map((service) => `  ${wasGranted(service.state) ? '✓' : '·'} ${service.id}  ${service.authority}  ${service.state}  ${service.result ?? ''}`),
    `  ${JSON.stringify({ asked: outcome.asked, before: outcome.before, after: outcome.after })}`,
    `  before：各部门分开办，表单上共有多少项；after：这位居民登录、同意查询后还要填的。登录前的估算（网页、burden）还不知道是谁，after 会多一些，before 一样。 / before: fields on the forms of separate applications; after: what is asked of this resident, logged in and with look-ups agreed to. Before anybody logs in (web, burden) nobody is known yet: before is the same, after is more.`,
  ].join('\n')

export const demo = (matter: string, options: DemoOptions): Promise<number> =>
  withProduct(options.url, async (url) => {
    const outcome = await walk(url, matter, options).catch((error: unknown) => {
      throw refusalOfDemo(error)
    })
    process.stdout.write(options.json ? `${JSON.stringify(outcome)}\n` : `${describe(outcome)}\n`)
    return outcome.services.every((service) => wasGranted(service.state)) ? 0 : 1
  })
