// Screens one person or company: what is new, what has lapsed, why; what is agreed already goes on by itself, the rest is told.
// All in one transaction that holds the subject, so that a run, an event and a person who asks never find the same thing twice.
import { addDays, plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import type { Benefit } from '../catalogue/index.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import { deceasedOn, payerRegion, withinCap, type Match } from './due.ts'
import { accountOnFile, isAgreed, isLive, isOut, regionFacts, type Entitlement, type Subject } from './entitlement.ts'
import { deleteClaims, insertAction, insertClaims, insertEntitlement, listEntitlementsForUpdate } from './entitlements-store.ts'
import { judgeSubject } from './judging.ts'
import { listSentBack } from './pay-lists-store.ts'
import { moveEntitlement } from './recording.ts'
import { claimsOf, monthsOf, periodOn } from './period.ts'
import { hasPolicySince } from './policies-seen-store.ts'
import { getSubjectForUpdate, listWatchers } from './subjects-store.ts'
import { tellFound, tellLapsed } from './telling.ts'

export type Screened = { found: string[]; lapsed: string[]; open: number }

/** How long a policy is news, in days. */
const newsDays = 31

const system = { actorKind: 'system', actorId: 'benefits' } as const

/** Fen of the same calendar year this subject has, or is to have, under the policy. */
const takenIn = (year: string, benefitId: string, own: readonly Entitlement[]): number =>
  own.filter((each) => each.benefitId === benefitId && isLive(each.state) && (each.period.startsWith(year) || each.period === 'once')).reduce((sum, each) => sum + each.fen, 0)

/** The account money goes to without another word: the person has agreed to this policy before, or it is paid by itself and they have given one for another. */
const goesOn = async (tx: Tx, { id, way }: Benefit, subjectId: string, own: readonly Entitlement[]): Promise<Pick<Entitlement, 'account' | 'accountGivenAt'>> => {
  const may = own.some(({ account }) => account !== null) && (way === 'automatic' || own.some((each) => each.benefitId === id && isAgreed(each.state)))
  return (may ? accountOnFile(own, await listSentBack(tx, subjectId)) : undefined) ?? { account: null, accountGivenAt: null }
}

const regionOf = ({ audience, facts, region }: Subject): string => {
  const stated = facts[regionFacts[audience]]
  return typeof stated === 'string' && stated !== '' ? stated : region
}

const screening = async (app: App, tx: Tx, subject: Subject, matches: readonly Match[], personId: string | null): Promise<Screened> => {
  const now = app.clock.now()
  const [at, on] = [now.toISOString(), plainDate(now)]
  const own = await listEntitlementsForUpdate(tx, subject.id)
  const benefits = app.packs.benefitsFor(app.config.region)
  const result: Screened = { found: [], lapsed: [], open: matches.filter(({ verdict }) => verdict === 'unknown').length }

  for (const match of matches.filter(({ isDue }) => isDue)) {
    const { benefit } = match
    const period = periodOn(benefit.period, on)
    const before = own.find((each) => each.benefitId === benefit.id && each.period === period)
    if (before && (before.state !== 'lapsed' || before.ruling !== null)) continue
    const fen = withinCap(benefit, match.fen ?? 0, takenIn(on.slice(0, 4), benefit.id, own))
    if (fen === 0) continue
    const { account, accountGivenAt } = await goesOn(tx, benefit, subject.id, own)
    const one: Entitlement = {
      id: before?.id ?? uuidv7(app.clock), benefitId: benefit.id, benefitVersion: benefit.version, subjectId: subject.id, personId, region: payerRegion(benefit, regionOf(subject)), line: benefit.payer.line,
      period, fen, state: 'found', name: subject.name, reasons: benefit.conditions.map(({ id, name }) => ({ condition: id, name })), account, accountGivenAt, ruling: null, foundAt: at, changedAt: at,
    }
    if (before) await moveEntitlement(tx, before, { action: 'find', at: now, ...system }, one)
    else if (await insertEntitlement(tx, one)) await insertAction(tx, one.id, { action: 'find', at: now, ...system })
    else continue
    result.found.push(benefit.id)
    if (account !== null && (await insertClaims(tx, one, claimsOf(benefit, period, benefits)))) await moveEntitlement(tx, one, { action: 'confirm', at: now, ...system, detail: { because: 'goes on' } })
    else if (personId !== null) await moveEntitlement(tx, one, { action: 'tell', at: now, ...system })
    if (account === null) {
      const isNew = own.every((each) => each.benefitId !== benefit.id) && (await hasPolicySince(tx, benefit.id, addDays(on, -newsDays)))
      await tellFound(app, tx, subject, match, fen, await tellable(tx, subject, personId), isNew)
    }
  }

  const due = new Set(matches.filter(({ isDue }) => isDue).map(({ benefit }) => benefit.id))
  const died = deceasedOn(subject)
  for (const each of own.filter(({ benefitId }) => !due.has(benefitId))) {
    const isNow = each.period === 'once' || each.period === periodOn(benefits[each.benefitId]?.period ?? 'month', on)
    const [month = ''] = monthsOf(each.period)
    if (isOut(each.state) && died !== undefined && month > died.slice(0, 7)) {
      await moveEntitlement(tx, each, { action: 'recover', at: now, ...system, detail: { because: 'deceased' } }, { recovery: { because: 'deceased', reasons: '', repayer: null } })
      result.lapsed.push(each.benefitId)
    } else if (isNow && canLapse(each) && (each.ruling !== 'upheld' || died !== undefined)) {
      await moveEntitlement(tx, each, { action: 'lapse', at: now, ...system, detail: { because: died ? 'deceased' : 'conditions' } })
      await deleteClaims(tx, each.id)
      result.lapsed.push(each.benefitId)
      if (died === undefined) await tellLapsed(app, tx, each, matches.find(({ benefit }) => benefit.id === each.benefitId)?.benefit)
    }
  }
  return result
}

/** What was paid once stays paid, and what stands on a list is taken off by whoever decides on the list. */
const canLapse = ({ state }: Entitlement): boolean => state === 'found' || state === 'told' || state === 'confirmed' || state === 'declined'

/** Who is told: the person, or for a company those who watch it. */
const tellable = async (tx: Tx, subject: Subject, personId: string | null): Promise<string[]> =>
  subject.audience === 'company' ? (await listWatchers(tx, subject.id)).map((each) => each.personId) : personId === null ? [] : [personId]

/** By what is known of them once they are held. Repeating it changes nothing. @throws Refusal not_found */
export const screenSubject = async (app: App, tx: Tx, id: string): Promise<Screened> => {
  const subject = await getSubjectForUpdate(tx, id)
  const person = subject.audience === 'person' ? await findPersonByIdNumber(tx, subject.number) : undefined
  const matches = await judgeSubject(app, tx, subject, plainDate(app.clock.now()))
  return screening(app, tx, subject, matches, person?.id ?? null)
}
