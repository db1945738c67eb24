// Asks the product's API with the cookies of a window: to compare what a page shows with what the API says, and to prepare
// what another journey already proves on the screen.
import type { Page } from 'playwright-core'
import { addOperations, addressOf, callOf, type Operation, type Reply } from '../../web/api/client.ts'
import { deskOperations } from '../../web/api/desk-operations.ts'
import type { Operations } from '../../web/api/operations.ts'

addOperations(deskOperations)

type Input<O extends Operation> = Operations[O]['input']

/** @throws Error with status and body when the API refuses */
export const ask = async <O extends Operation>(page: Page, operation: O, input: Partial<Input<O>> = {}): Promise<Reply<O>> => {
  const { params, query, body } = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
  const { method } = callOf(operation)
  const headers: Record<string, string> = method === 'GET' ? {} : { 'x-csrf-token': (await ask(page, 'getSession')).csrf ?? '' }
  const reply = await page.request.fetch(addressOf(operation, params, query), { method, headers, ...(body === undefined ? {} : { data: body }) })
  if (!reply.ok()) throw new Error(`${method} ${reply.url()}: ${reply.status()} ${await reply.text()}`)
  return (reply.status() === 204 ? undefined : await reply.json()) as Reply<O>
}
