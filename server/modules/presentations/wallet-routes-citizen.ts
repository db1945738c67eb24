// The wallet over HTTP, for its holder and for who may act for them in everything: cards, showing, requests, phones.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { route } from '../../module.ts'
import { listCredentialsOf, sdJwtOf } from '../credentials/index.ts'
import { mostDevices } from './device.ts'
import { findDevice, insertDevice, listDevices, updateDeviceEnded } from './devices-store.ts'
import { mayShow } from './presentation.ts'
import { findPresentation } from './presentations-store.ts'
import { requestState } from './request.ts'
import { answerRequest, findAsked } from './asking.ts'
import { listRequestsTo } from './requests-store.ts'
import { auditShowing, show, type Holder } from './showing.ts'
import { cardSchema, deviceSchema, requestSchema, toCard, toDevice, toRequestReply } from './wallet-replies.ts'

const closed = { additionalProperties: false }
const uuid = Type.String({ format: 'uuid' })
const byId = Type.Object({ id: uuid })
const mostRequests = 20

const holderOf = (principal: Principal): Holder => {
  const holder = personOf(principal)
  if (!mayShow(holder)) throw new Refusal('while_acting')
  return holder
}

export const walletRoutes = [
  route({
    method: 'GET', path: '/wallet', operation: 'getWallet', summary: 'My e-licences with what their cards say, and what I am asked to show', permission: 'wallet.own',
    reply: Type.Object({ holder: Type.Object({ id: Type.String(), name: Type.String() }), cards: Type.Array(cardSchema), requests: Type.Array(requestSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const holder = holderOf(principal)
      const { read } = app.db
      const [credentials, requests] = await Promise.all([listCredentialsOf(read, holder.id), listRequestsTo(read, holder.id, app.clock.now(), mostRequests)])
      return {
        holder: { id: holder.id, name: holder.name }, cards: credentials.flatMap((each) => toCard(app, each) ?? []),
        requests: await Promise.all(requests.map((each) => toRequestReply(app, each, requestState(each, app.clock.now())))),
      }
    },
  }),
  route({
    method: 'POST', path: '/presentations', operation: 'showCredential', summary: 'A code to show chosen claims by; good for a minute and for one look', permission: 'wallet.own',
    body: Type.Object({ credential: uuid, claims: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 60, description: 'Ids of claims; what every copy shows comes along.' }), purpose: Type.String({ minLength: 2, maxLength: 100 }) }, closed),
    status: 201, reply: Type.Object({ id: Type.String(), code: Type.String(), address: Type.String({ description: 'What the QR code holds: the public page, with the code where no server sees it.' }), claims: Type.Array(Type.String()), expiresAt: Type.String() }),
    refusals: ['invalid', 'not_found', 'not_allowed_now', 'while_acting'],
    handle: async (app, { principal, body, requestId }) => {
      const { presentation: { id, claims, expiresAt }, code } = await show(app, holderOf(principal), body, requestId)
      return { id, code, address: `${app.config.publicUrl}/verify#${code}`, claims, expiresAt }
    },
  }),
  route({
    method: 'GET', path: '/presentations/:id', operation: 'getPresentation', summary: 'Whether a code of mine was looked at, and by whom', permission: 'wallet.own',
    params: byId, reply: Type.Object({ usedAt: Type.Union([Type.String(), Type.Null()]), usedBy: Type.Union([Type.String(), Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const found = await findPresentation(app.db.read, params.id)
      if (found?.personId !== holderOf(principal).id) throw new Refusal('not_found')
      return { usedAt: found.usedAt, usedBy: found.usedBy }
    },
  }),
  route({
    method: 'GET', path: '/wallet/requests/:code', operation: 'findPresentationRequest', summary: 'What I am asked to show: by the code of a request, or the id of one addressed to me', permission: 'wallet.own',
    params: Type.Object({ code: Type.String({ maxLength: 60 }) }), reply: requestSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const asked = await findAsked(app, holderOf(principal), params.code)
      if (!asked) throw new Refusal('not_found')
      return toRequestReply(app, asked, requestState(asked, app.clock.now()))
    },
  }),
  route({
    method: 'POST', path: '/wallet/requests/:code/answer', operation: 'answerPresentationRequest', summary: 'Show what I am asked for, or decline; once', permission: 'wallet.own',
    params: Type.Object({ code: Type.String({ maxLength: 60 }) }), body: Type.Object({ credential: Type.Union([uuid, Type.Null()], { description: 'null to decline' }) }, closed),
    reply: Type.Object({ agreed: Type.Boolean() }), refusals: ['invalid', 'not_found', 'conflict', 'not_allowed_now', 'while_acting'],
    handle: async (app, { principal, params, body, requestId }) => {
      const holder = holderOf(principal)
      const asked = await findAsked(app, holder, params.code)
      if (!asked) throw new Refusal('not_found')
      await answerRequest(app, holder, asked, body.credential, requestId)
      return { agreed: body.credential !== null }
    },
  }),
  route({
    method: 'GET', path: '/wallet/devices', operation: 'listWalletDevices', summary: 'Phones that may show my e-licences without network', permission: 'wallet.own',
    reply: Type.Object({ devices: Type.Array(deviceSchema) }), refusals: [],
    handle: async (app, { principal }) => ({ devices: (await listDevices(app.db.read, holderOf(principal).id, mostDevices)).map(toDevice) }),
  }),
  route({
    method: 'POST', path: '/wallet/devices', operation: 'registerWalletDevice', summary: 'Register the key of this phone, so that it can show without network', permission: 'wallet.own',
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 60 }),
      publicJwk: Type.Object({ kty: Type.Literal('EC'), crv: Type.Literal('P-256'), x: Type.String({ pattern: '^[\\w-]{43}$' }), y: Type.String({ pattern: '^[\\w-]{43}$' }) }, closed),
    }, closed),
    status: 201, reply: deviceSchema, refusals: ['invalid'],
    handle: async (app, { principal, body, requestId }) => {
      const holder = holderOf(principal)
      const device = { id: uuidv7(app.clock), personId: holder.id, ...body, registeredAt: app.clock.now().toISOString(), endedAt: null }
      await app.db.transaction(async (tx) => {
        // The oldest makes room, so that nobody is ever locked out by phones long gone.
        const before = await listDevices(tx, holder.id, mostDevices)
        const oldest = before.length >= mostDevices ? before.at(-1) : undefined
        if (oldest) await updateDeviceEnded(tx, oldest.id, holder.id, app.clock.now())
        await insertDevice(tx, device)
        await insertAudit(tx, [{ ...auditShowing(app, holder, 'registerDevice', device.id, requestId), subjectType: 'device' }])
      })
      return toDevice(device)
    },
  }),
  route({
    method: 'DELETE', path: '/wallet/devices/:id', operation: 'endWalletDevice', summary: 'This phone shows no more', permission: 'wallet.own',
    params: byId, reply: Type.Object({ ended: Type.Boolean() }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params, requestId }) => {
      const holder = holderOf(principal)
      await app.db.transaction(async (tx) => {
        if (!(await updateDeviceEnded(tx, params.id, holder.id, app.clock.now()))) throw new Refusal('not_found')
        await insertAudit(tx, [{ ...auditShowing(app, holder, 'endDevice', params.id, requestId), subjectType: 'device' }])
      })
      return { ended: true }
    },
  }),
  route({
    method: 'GET', path: '/wallet/devices/:id/copies', operation: 'listDeviceCopies', summary: 'My e-licences in force, signed for the key of this phone', permission: 'wallet.own',
    params: byId, reply: Type.Object({ copies: Type.Array(Type.Object({ credential: Type.String(), sdJwt: Type.String() })) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const holder = holderOf(principal)
      const device = await findDevice(app.db.read, params.id, holder.id)
      if (!device || device.endedAt !== null) throw new Refusal('not_found')
      const cards = (await listCredentialsOf(app.db.read, holder.id)).filter((each) => toCard(app, each)?.standing === 'valid')
      return { copies: await Promise.all(cards.map(async (each) => ({ credential: each.id, sdJwt: await sdJwtOf(app, each, { deviceKey: device.publicJwk }) }))) }
    },
  }),
]
