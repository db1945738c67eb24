// A person who wants to be told what fits: they agree once that the registers are asked, for themselves or a company they act for.
// Afterwards a change in a register screens them again; ending it stops the asking, not what is due already.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import type { BenefitAudience } from '../catalogue/index.ts'
import { getPerson, type Person } from '../people/index.ts'
import { regionFacts, type Subject } from './entitlement.ts'
import { gatherFacts } from './gathering.ts'
import { screenSubject, type Screened } from './screening.ts'
import { deleteWatch, findSubject, getSubject, listSpousesOf, listWatchers, upsertSubject, upsertWatch } from './subjects-store.ts'

/** Whom a person asks about: themselves, or the company of this credit code. */
export type About = { audience: BenefitAudience; number: string; name: string }

/** @throws Refusal not_found for a company the person does not act for */
export const aboutOf = (person: Person, uscc: string | undefined): About => {
  if (uscc === undefined) return { audience: 'person', number: person.idNumber, name: person.name }
  const company = person.companies.find((each) => each.uscc === uscc)
  if (!company) throw new Refusal('not_found')
  return { audience: 'company', number: company.uscc, name: company.name }
}

/** What the registries answered is put over what is known by then: what a list said while they were asked stays. @param otherwise the region where nobody states one */
const learnt = (app: App, about: About & { id: string }, facts: Readonly<Record<string, unknown>>, otherwise: string) => (before: Subject | undefined): Subject => {
  const all = { ...before?.facts, ...facts }
  const stated = all[regionFacts[about.audience]]
  return { id: before?.id ?? about.id, audience: about.audience, number: about.number, name: about.name, region: typeof stated === 'string' ? stated : otherwise, facts: all, factsAt: app.clock.now().toISOString(), source: 'registries' }
}

type Asked = { personId: string; requestId: string; uscc?: string | undefined }

/** Agrees, asks the registers, and screens. Repeating it asks anew. */
export const watch = async (app: App, { personId, requestId, uscc }: Asked): Promise<Screened> => {
  const person = await getPerson(app.db.read, personId)
  const about = aboutOf(person, uscc)
  const now = app.clock.now()
  const before = await findSubject(app.db.read, about.audience, about.number)
  const id = before?.id ?? uuidv7(app.clock)
  const facts = await gatherFacts(app, { subject: id, audience: about.audience, number: about.number, region: person.region, consent: now.toISOString(), personId, before: before?.facts ?? {} })
  return app.db.transaction(async (tx) => {
    const subject = await upsertSubject(tx, about.audience, about.number, learnt(app, { ...about, id }, facts, person.region))
    await upsertWatch(tx, personId, subject.id, now)
    await insertAudit(tx, [{ at: now.toISOString(), ...actorOf({ kind: 'person', id: personId, name: person.name }), action: 'benefits.watch', subjectType: 'benefitSubject', subjectId: subject.id, region: subject.region, requestId, detail: { audience: about.audience } }])
    return screenSubject(app, tx, subject.id)
  })
}

/** Nothing is asked any more in this person's name. */
export const unwatch = async (app: App, { personId, requestId, uscc }: Asked): Promise<boolean> => {
  const person = await getPerson(app.db.read, personId)
  const about = aboutOf(person, uscc)
  return app.db.transaction(async (tx) => {
    const subject = await findSubject(tx, about.audience, about.number)
    if (!subject || !(await deleteWatch(tx, personId, subject.id))) return false
    await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf({ kind: 'person', id: personId, name: person.name }), action: 'benefits.unwatch', subjectType: 'benefitSubject', subjectId: subject.id, region: subject.region, requestId, detail: {} }])
    return true
  })
}

/** Asks the registers again about somebody who agreed, or goes by what lists say, and screens them. */
const rescreen = async (app: App, subject: Subject): Promise<void> => {
  const [watcher] = await listWatchers(app.db.read, subject.id)
  const { id, audience, number, region, facts: before } = subject
  const facts = watcher && (await gatherFacts(app, { subject: id, audience, number, region, consent: watcher.agreedAt, personId: watcher.personId, before }))
  await app.db.transaction(async (tx) => {
    if (facts) await upsertSubject(tx, audience, number, (now = subject) => learnt(app, now, facts, now.region)(now))
    await screenSubject(app, tx, id)
  })
}

/**
 * The job after a register changed, for each whom it concerns: the registers are asked again where the person agreed, else what lists say counts.
 * Repeating it changes nothing.
 */
export const followChange = async (app: App, id: string): Promise<void> => rescreen(app, await getSubject(app.db.read, id))

/** Whom a change about this number may concern: themselves, and a husband or wife, whose rights may follow from it. */
export const concernedBy = async (tx: Tx, audience: BenefitAudience, number: string): Promise<Subject[]> => {
  const own = await findSubject(tx, audience, number)
  return [...(own ? [own] : []), ...(audience === 'person' ? await listSpousesOf(tx, number) : [])]
}
