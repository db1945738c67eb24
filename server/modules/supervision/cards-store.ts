// Storing cards. One card of a color for a case or request, the day it was due and the reason, whoever issues it.
import type { Jurisdiction, JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Card, CardAnswer, CardColor, CardReason, CardStanding, CardVerdict } from './card.ts'

type Row = {
  id: string; region: string; line: string; color: CardColor; reason: CardReason; case_id: string | null; request_id: string | null; person_id: string | null; promised_on: string; days_late: number
  issued_at: Date; answer_due_on: string | null; answer: CardAnswer | null; answered_at: Date | null; verdict: CardVerdict | null; decided_at: Date | null
}

const toCard = (row: Row): Card => ({
  id: row.id, region: row.region, line: row.line, color: row.color, reason: row.reason, caseId: row.case_id, requestId: row.request_id, personId: row.person_id, promisedOn: row.promised_on, daysLate: row.days_late,
  issuedAt: row.issued_at.toISOString(), answerDueOn: row.answer_due_on, answer: row.answer, answeredAt: row.answered_at?.toISOString() ?? null,
  verdict: row.verdict, decidedAt: row.decided_at?.toISOString() ?? null,
})

/** Whoever issues cards to a unit does so after everybody else, so that repeated cards are counted right. Held until the transaction ends. */
export const lockUnit = async (tx: Tx, { line, region }: Jurisdiction): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`cards ${line} ${region}`}, 0))`
}

/** False when there is such a card already. */
export const insertCard = async (tx: Tx, card: Card): Promise<boolean> =>
  (await tx`
    insert into cards (id, region, line, color, reason, case_id, request_id, person_id, promised_on, days_late, issued_at, answer_due_on)
    values (${card.id}, ${card.region}, ${card.line}, ${card.color}, ${card.reason}, ${card.caseId}, ${card.requestId}, ${card.personId}, ${card.promisedOn}, ${card.daysLate}, ${card.issuedAt}, ${card.answerDueOn})
    on conflict do nothing returning 1`).length > 0

/** Its calendar is published by now. */
export const updateCardDay = async (tx: Tx, id: string, answerDueOn: string): Promise<void> => {
  await tx`update cards set answer_due_on = ${answerDueOn} where id = ${id} and answer_due_on is null`
}

export const findCard = async (read: Read, id: string): Promise<Card | undefined> => {
  const [row] = await read<Row[]>`select * from cards where id = ${id}`
  return row && toCard(row)
}

/** Held until the transaction ends. */
export const findCardForUpdate = async (tx: Tx, id: string): Promise<Card | undefined> => {
  const [row] = await tx<Row[]>`select * from cards where id = ${id} for no key update`
  return row && toCard(row)
}

/** Newest first. */
export const listCardsOfCases = async (read: Read, caseIds: readonly string[]): Promise<Card[]> =>
  caseIds.length === 0 ? [] : (await read<Row[]>`select * from cards where case_id = any(${[...caseIds]}::uuid[]) order by issued_at desc, id desc`).map(toCard)

/** Newest first. */
export const listCardsOfRequest = async (read: Read, requestId: string): Promise<Card[]> =>
  (await read<Row[]>`select * from cards where request_id = ${requestId} order by issued_at desc, id desc`).map(toCard)

/** Yellow cards of a unit since an instant that have not been cancelled and not been counted for a red one; oldest first. */
export const listYellows = async (read: Read, { line, region }: Jurisdiction, since: Date): Promise<string[]> => {
  const rows = await read<{ id: string }[]>`
    select id from cards
    where line = ${line} and region = ${region} and color = 'yellow' and issued_at >= ${since} and made_red_id is null and (verdict is null or verdict ->> 'verdict' <> 'cancelled')
    order by issued_at, id`
  return rows.map(({ id }) => id)
}

/** These yellow cards have been counted for a red one. */
export const updateCounted = async (tx: Tx, yellows: readonly string[], red: string): Promise<void> => {
  await tx`update cards set made_red_id = ${red} where id = any(${[...yellows]}::uuid[])`
}

export type CardFilter = { jurisdiction: JurisdictionFilter; standing?: CardStanding; line?: string; region?: string; before?: string; limit: number }

const ofStanding = (read: Read, standing: CardStanding) => {
  if (standing === 'open') return read`and answer is null and verdict is null`
  if (standing === 'answered') return read`and answer is not null and verdict is null`
  return read`and verdict ->> 'verdict' = ${standing}`
}

/** Newest first; `before` is the id of the last card of the page before. */
export const listCards = async (read: Read, { jurisdiction, standing, line, region, before, limit }: CardFilter): Promise<Card[]> => {
  const rows = await read<Row[]>`
    select * from cards where ${inJurisdiction(read, jurisdiction)} ${standing ? ofStanding(read, standing) : read``} ${line ? read`and line = ${line}` : read``} ${region ? read`and region = ${region}` : read``}
      ${before ? read`and (issued_at, id) < (select issued_at, id from cards where id = ${before})` : read``}
    order by issued_at desc, id desc limit ${limit}`
  return rows.map(toCard)
}

export const updateCardAnswer = async (tx: Tx, id: string, answer: CardAnswer, at: Date): Promise<void> => {
  await tx`update cards set answer = ${json(answer)}, answered_at = ${at} where id = ${id}`
}

export const updateCardVerdict = async (tx: Tx, id: string, verdict: CardVerdict, at: Date): Promise<void> => {
  await tx`update cards set verdict = ${json(verdict)}, decided_at = ${at} where id = ${id}`
}
