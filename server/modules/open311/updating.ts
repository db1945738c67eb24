// What happened to requests a system sent, one entry each, as the extension for updates of mySociety asks (servicerequestupdates).
// What only officials among themselves do is not among them; the words of an answer are, once it is released.
import type { App } from '../../module.ts'
import { listActionsOfMany, listAnswersOfMany, listRequestsWithIds, onRequest, requestActions, type CitizenRequest, type RequestAction } from '../requests/index.ts'
import { answering, byNumber, type Filter } from './answering.ts'
import type { Client } from './client.ts'
import { listChangedSince, updateChanged } from './clients-store.ts'
import { chinaTime } from './showing.ts'
import type { Update } from './wire.ts'

type Note = { status: Update['status']; says: string }

const open = (says: string): Note => ({ status: 'open', says })
const closed = (says: string): Note => ({ status: 'closed', says })

const notes: Partial<Record<RequestAction, Note>> = {
  receive: open('已收到。'), dispatch: open('已派给责任单位。'), sign: open('责任单位已签收，正在办理。'), return: open('责任单位认为不归它办，正在重新确定由谁办理。'), keep: open('复核后仍由原单位办理。'), rule: open('已裁定由谁办理。'),
  grantTime: open('经批准延长了期限。'), split: open('由几个单位分别办理。'), join: open('与其他人反映的同一件事合并办理。'), part: open('不是同一件事，单独办理。'), redo: open('反映人不满意，由上一级单位重新办理。'), reopen: open('答应的事没有按时办到，重新办理。'),
  release: closed('已经答复。'), answer: closed('已经答复。'), answerWithLead: closed('已经答复。'), rate: closed('反映人已评价。'), settle: closed('已经办结。'), leave: closed('已经结束，问题没有解决。'), fulfil: closed('答应的事已经办到。'),
  handOver: closed('已转到能办这件事的地方。'), decline: closed('不予受理。'), withdraw: closed('反映人已撤回。'),
}

/** Said once, when the product starts: what happens to a request that came in over Open311 is a change its system may ask for. */
export const followChanges = (): void => onRequest(requestActions, 'open311', async ({ tx, at }, { id, channel }, before) => {
  if (channel === 'open311' && before) await updateChanged(tx, id, at)
})

/** Steps that are told. */
const told = requestActions.filter((action) => notes[action] !== undefined)

/** Every request in which something may have happened in the window; later steps may have moved its last change beyond it. */
const idsOf = async (app: App, client: Client, { numbers, from, until }: Filter): Promise<string[]> =>
  numbers.length > 0 ? (await byNumber(app, client, numbers)).map(({ id }) => id) : listChangedSince(app.db.read, client.id, { from, until })

/** Oldest first, so that whoever asks goes on from the last one. */
export const listUpdates = async (app: App, client: Client, filter: Filter): Promise<Update[]> => {
  const { from, until, page, pageSize } = filter
  const actions = await listActionsOfMany(app.db.read, await idsOf(app, client, filter), { from, until, actions: told, limit: pageSize, offset: (page - 1) * pageSize })
  const requests = new Map((await listRequestsWithIds(app.db.read, [...new Set(actions.map(({ requestId }) => requestId))])).map((one) => [one.id, one]))
  const answers = await listAnswersOfMany(app.db.read, [...new Set([...requests.values()].map(answering))])
  const textOf = (one: CitizenRequest, action: RequestAction, answer: unknown): string | undefined =>
    action === 'answerWithLead' ? answers.findLast(({ requestId }) => requestId === answering(one))?.text : answers.find(({ id }) => id === answer)?.text
  return actions.flatMap(({ requestId, seq, action, at, detail }): Update[] => {
    const [one, note] = [requests.get(requestId), notes[action]]
    return one && note ? [{ update_id: `${one.number}-${seq}`, service_request_id: one.number, status: note.status, updated_datetime: chinaTime(at), description: textOf(one, action, detail['answer']) ?? note.says, media_url: null }] : []
  })
}
