// One request comes in over Open311: key, service and form are checked, the same post within a day is the same request, and everything
// else is the one entry every channel has.
import type { Tx } from '../../kernel/db.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { findCategory } from '../duties/index.ts'
import { findRequest, progressToken, receiveWithin, type NewRequest } from '../requests/index.ts'
import { plainText } from '../safeguards/index.ts'
import { replayMs, type Client } from './client.ts'
import { findClient } from './registering.ts'
import { findPosted, insertPost } from './clients-store.ts'
import { Open311Fault } from './fault.ts'
import { longest, nameOf, problemsOf, readForm, type Posted } from './form.ts'
import { categoryOf, choicesIn } from './offering.ts'
import { chinaTime } from './showing.ts'
import type { Accepted } from './wire.ts'

/** @throws Open311Fault 404 for another jurisdiction */
export const checkJurisdiction = ({ config }: Pick<App, 'config'>, jurisdiction: string | undefined): void => {
  if (jurisdiction !== undefined && jurisdiction !== config.region) throw new Open311Fault(404, [`jurisdiction_id provided was not found; this server answers for ${config.region}`])
}

const newRequest = (posted: Posted, form: URLSearchParams, client: Client, key: string): NewRequest => {
  const problems = problemsOf(posted, form).map(({ description }) => description)
  const choices = choicesIn(posted.attributes)
  if ('problem' in choices) throw new Open311Fault(400, [...problems, choices.problem])
  if (problems.length > 0) throw new Open311Fault(400, problems)
  const { kind, anonymous } = choices
  const name = nameOf(posted)
  const address = posted.address ?? posted.addressId
  return {
    key, kind, channel: 'open311', anonymous, senders: [{ kind: 'client', value: client.id, limit: client.hourly }], text: plainText(posted.description ?? '', longest.description), category: categoryOf(posted.service ?? ''), sourceRef: `open311:${client.name}`,
    place: { ...(address === undefined ? {} : { address: plainText(address, longest.address) }), ...(posted.lat === undefined || posted.lng === undefined ? {} : { lat: posted.lat, lng: posted.lng }) },
    contact: anonymous ? {} : { ...(name === undefined ? {} : { name: plainText(name, longest.name) }), ...(posted.phone === undefined ? {} : { phone: posted.phone.slice(0, 30) }), ...(posted.email === undefined ? {} : { email: posted.email }) },
    // Nothing is fetched from an address somebody else gives; whoever dispatches may open it.
    notes: posted.media === undefined ? [] : [`照片在 ${posted.media}`],
  }
}

const digestOf = (form: URLSearchParams): string =>
  keyedDigest('open311 post', JSON.stringify([...form].filter(([name]) => name !== 'api_key').sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))))

/** Where a client may send for is smaller than the jurisdiction for some. */
const checkRegion = (client: Client, region: string): void => {
  if (!regionCovers(client.region, region) && !regionCovers(region, client.region)) throw new Open311Fault(403, [`this key is for requests about ${client.region}`])
}

/** @param extensions whether the reply may say more than the standard does */
export const postRequest = async (app: App, form: URLSearchParams, { extensions, requestId }: { extensions: boolean; requestId: string }): Promise<Accepted> => {
  const at = app.clock.now()
  const posted = readForm(form)
  const client = await findClient(app.db.read, posted.key, at)
  if (!client) throw new Open311Fault(403, [posted.key === undefined ? 'missing api_key' : 'invalid api_key received'])
  checkJurisdiction(app, posted.jurisdiction)
  if (posted.service === undefined) throw new Open311Fault(400, ['service_code was not provided'])
  if (!findCategory(app, categoryOf(posted.service))) throw new Open311Fault(404, ['service_code provided was not found'])
  const digest = digestOf(form)
  const take = async (tx: Tx): Promise<string> => {
    const known = await findPosted(tx, client.id, digest, new Date(at.getTime() - replayMs))
    if (known !== undefined) return known
    // One key a day: two at the same moment are one request as well.
    const key = `open311 ${keyedDigest('open311 request', `${client.id} ${digest} ${at.toISOString().slice(0, 10)}`)}`
    const receipt = await receiveWithin({ app, tx, principal: { kind: 'system', name: `open311:${client.name}` }, requestId, at }, newRequest(posted, form, client, key))
    checkRegion(client, receipt.region)
    await insertPost(tx, { client: client.id, digest, request: receipt.id, region: receipt.region, at: at.toISOString() })
    return receipt.id
  }
  const one = await findRequest(app.db.read, await app.db.transaction(take))
  if (!one) throw new Open311Fault(404, ['the request is gone'])
  return {
    service_request_id: one.number, service_notice: one.dueAt === null ? '已收到，会尽快确定由谁办理。' : `最晚 ${chinaTime(one.dueAt).slice(0, 16).replace('T', ' ')} 答复。`, account_id: posted.account ?? null,
    ...(extensions ? { extended_attributes: { token: progressToken(one.id), progress_url: `${app.config.publicUrl}/requests/progress/${progressToken(one.id)}`, expected_datetime: one.dueAt === null ? null : chinaTime(one.dueAt) } } : {}),
  }
}
