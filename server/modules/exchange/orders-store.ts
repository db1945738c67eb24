// Calls ordered by departments' systems and answered later. What was asked and answered is sealed, and gone a day after the answer.
import type { Read, Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'

export type Order = { id: string; consumer: string; state: 'waiting' | 'answered' | 'collected'; request: string; at: string }
export type OrderAnswer = { response?: string; refused?: string }

const requests = { table: 'exchange_orders.request', class: 'content' } as const
const answers = { table: 'exchange_orders.answer', class: 'content' } as const

type Row = { id: string; consumer: string; request: string; answer: string | null; at: Date; collected_at: Date | null }

export const insertOrder = async (tx: Tx, { id, consumer, request, at }: Omit<Order, 'state'>): Promise<void> => {
  await tx`insert into exchange_orders (id, consumer, request, at) values (${id}, ${consumer}, ${sealRow(requests, id, request)}, ${at})`
}

type Found = Order & { answer: OrderAnswer | undefined }

const toOrder = ({ id, consumer, request, answer, at, collected_at }: Row): Found => {
  const state = collected_at ? 'collected' : answer === null ? 'waiting' : 'answered'
  return { id, consumer, state, request: openRow<string>(requests, id, request), at: at.toISOString(), answer: answer === null ? undefined : openRow<OrderAnswer>(answers, id, answer) }
}

export const findOrder = async (read: Read, id: string): Promise<Found | undefined> => {
  const [row] = await read<Row[]>`select id, consumer, request, answer, at, collected_at from exchange_orders where id = ${id}`
  return row && toOrder(row)
}

export const findOrderForUpdate = async (tx: Tx, id: string): Promise<Found | undefined> => {
  const [row] = await tx<Row[]>`select id, consumer, request, answer, at, collected_at from exchange_orders where id = ${id} for no key update`
  return row && toOrder(row)
}

/** False when it had been answered before. */
export const updateOrderAnswered = async (tx: Tx, id: string, answer: OrderAnswer, at: Date): Promise<boolean> =>
  (await tx`update exchange_orders set answer = ${sealRow(answers, id, answer)}, answered_at = ${at} where id = ${id} and answer is null returning id`).length > 0

/** What was answered is overwritten. The caller holds the order. */
export const updateOrderWithheld = async (tx: Tx, id: string, refused: string): Promise<void> => {
  await tx`update exchange_orders set answer = ${sealRow(answers, id, { refused })} where id = ${id} and answer is not null`
}

export const updateOrderCollected = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx`update exchange_orders set collected_at = ${at} where id = ${id} and answer is not null and collected_at is null`
}

export const deleteOrdersAnsweredBefore = async (tx: Tx, at: Date): Promise<void> => {
  await tx`delete from exchange_orders where answered_at < ${at}`
}
