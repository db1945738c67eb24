// Whom supervision tells what: those who handle a case, those who answer for the authority, those who watch over it. Several cases for one
// person are one message, so that nobody finds a hundred of them in the morning.
import type { Jurisdiction, StaffRole } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogues } from '../catalogue/index.ts'
import type { RunningCase } from '../cases/index.ts'
import { notifyStaff, type StaffMessageDetail, type StaffMessageKind, type StaffNote } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import type { Card } from './card.ts'

export type Told = { one: RunningCase; to: 'unit' | 'bureau' | 'supervision'; kind: StaffMessageKind }

const roles: Record<Told['to'], readonly StaffRole[]> = { unit: ['clerk', 'approver', 'head'], bureau: ['approver', 'head'], supervision: ['supervisor'] }

/** Asks once for each place and kind of people. */
const recipients = (read: Read) => {
  const known = new Map<string, Promise<string[]>>()
  return (to: Told['to'], place: Jurisdiction): Promise<string[]> => {
    const key = `${to} ${place.line} ${place.region}`
    const found = known.get(key) ?? listStaffPostedTo(read, place, roles[to]).then((staff) => staff.map(({ id }) => id))
    known.set(key, found)
    return found
  }
}

/** What a message says of each of these cases. */
export const namesOf = async (app: App, read: Read, cases: readonly RunningCase[]) => {
  const catalogueOf = await pinnedCatalogues(app, read, cases)
  return (one: RunningCase) => {
    const service = catalogueOf(one).services[one.service]?.name
    const authority = authorityOf(catalogueOf(one), one.line, one.region)?.shortName
    return { number: one.number, ...(service ? { service } : {}), ...(authority ? { authority } : {}) }
  }
}

/** Whoever has the case, else everybody of the unit who could take it on. */
export const tellOfSteps = async (app: App, tx: Tx, told: readonly Told[]): Promise<void> => {
  if (told.length === 0) return
  const [staffOf, names] = [recipients(tx), await namesOf(app, tx, told.map(({ one }) => one))]
  const notes = new Map<string, StaffNote>()
  for (const { one, to, kind } of told) {
    for (const staffId of to === 'unit' && one.assigneeId !== null ? [one.assigneeId] : await staffOf(to, one)) {
      const key = `${staffId} ${kind} ${to === 'unit' ? '' : `${one.line} ${one.region}`}`
      const known = notes.get(key)
      notes.set(key, { staffId, kind, caseId: known?.caseId ?? one.id, detail: { ...(known?.detail ?? names(one)), count: (known?.detail.count ?? 0) + 1 } })
    }
  }
  await notifyStaff(tx, app.clock, [...notes.values()])
}

/** The unit, that it has a card. */
export const tellOfCard = async (app: App, tx: Tx, card: Card, facts: StaffMessageDetail): Promise<void> => {
  const staff = await recipients(tx)('unit', card)
  await notifyStaff(tx, app.clock, staff.map((staffId) => ({ staffId, kind: kinds[card.requestId === null ? 'case' : 'request'][card.color], ...leadsTo(card), detail: { ...facts, days: card.daysLate } })))
}

const kinds = { case: { yellow: 'yellowCard', red: 'redCard' }, request: { yellow: 'requestYellowCard', red: 'requestRedCard' } } as const satisfies Record<string, Record<Card['color'], StaffMessageKind>>

const leadsTo = ({ id, caseId }: Card): Pick<StaffNote, 'caseId' | 'cardId'> => ({ cardId: id, ...(caseId === null ? {} : { caseId }) })

/** What became of a card: an answer to those who watch, a verdict to the unit. */
export const tellOfOutcome = async (app: App, tx: Tx, card: Card, number: string, kind: 'cardAnswered' | 'cardConfirmed' | 'cardCancelled', text: string): Promise<void> => {
  const authority = authorityOf(app.packs.catalogueFor(card.region), card.line, card.region)?.shortName
  const staff = await recipients(tx)(kind === 'cardAnswered' ? 'supervision' : 'unit', card)
  await notifyStaff(tx, app.clock, staff.map((staffId) => ({ staffId, kind, ...leadsTo(card), detail: { number, text, ...(card.requestId === null ? {} : { request: card.requestId }), ...(authority ? { authority } : {}) } })))
}
