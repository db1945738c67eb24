// The one window over HTTP, for clerks of the halls: their seat, who is served, results to hand out, handing over.
import { Type } from 'typebox'
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { getPerson, listRepresented, listStaffNames } from '../people/index.ts'
import { codeIn, lookAtWindow } from '../presentations/index.ts'
import { findLeft, giveOver, makeList, takeOver } from './handing-over.ts'
import { handOut, listCollectable } from './handing-out.ts'
import { endSession, findLiveSession, findOutlet, identify, outletsOf, serveFor, takeSeat } from './serving.ts'
import { countSessions } from './sessions-store.ts'
import { findOpenShift, listTakenSeats, type HandOver } from './shifts-store.ts'
import { hallsOf, listDigest, type Clerk, type Shift, type WindowSession } from './window.ts'
import { collectableSchema, handOverSchema, hallSchema, listSchema, servedSchema, shiftSchema, toServed } from './window-replies.ts'

const closed = { additionalProperties: false }
const refusals = ['invalid', 'not_found', 'not_allowed_now'] as const
const signing = Type.Object({ digest: Type.String({ maxLength: 100, description: 'Of the list that was shown.' }), remark: Type.String({ maxLength: 500, default: '' }) }, closed)

const nameOf = async (app: App, staffId: string): Promise<string> => (await listStaffNames(app.db.read, [staffId]))[0]?.name ?? ''

const hallsReply = async (app: App, clerk: Clerk) => {
  const halls = hallsOf(clerk, outletsOf(app))
  const seats = await listTakenSeats(app.db.read, halls.map(({ id }) => id))
  const names = new Map((await listStaffNames(app.db.read, seats.map(({ staffId }) => staffId))).map(({ id, name }) => [id, name]))
  return halls.map(({ id, name, region, windows }) => ({
    id, name, region,
    windows: windows.map((each) => ({ ...each, taken: names.get(seats.find(({ outlet, counter }) => outlet === id && counter === each.number)?.staffId ?? '') ?? null })),
  }))
}

const shiftReply = async (app: App, { id, outlet, counter, openedAt }: Shift) => {
  const hall = findOutlet(app, outlet)
  return {
    id, outlet, counter, openedAt, hall: nameOr(hall, outlet), counterName: nameOr(hall?.windows.find(({ number }) => number === counter), counter),
    served: await countSessions(app.db.read, id),
  }
}

const servedReply = async (app: App, session: WindowSession) => {
  const { read } = app.db
  const [person, came, standsInFor] = await Promise.all([getPerson(read, session.personId), getPerson(read, session.cameId), listRepresented(app, read, session.cameId)])
  return toServed(session, person, came, standsInFor)
}

const handOverReply = async (app: App, { list, digest, staffId, remark, signedAt }: HandOver) => ({ list, digest, by: await nameOf(app, staffId), remark, signedAt })

export const windowRoutes = [
  route({
    method: 'GET', path: '/window', operation: 'getWindow', summary: 'My seat, who is served there, what the shift before left; the halls I may sit in', permission: 'windows.serve',
    reply: Type.Object({ halls: Type.Array(hallSchema), shift: Type.Union([shiftSchema, Type.Null()]), served: Type.Union([servedSchema, Type.Null()]), left: Type.Union([handOverSchema, Type.Null()]) }), refusals: [],
    handle: async (app, { principal }) => {
      const clerk = staffOf(principal)
      const [halls, shift, live] = await Promise.all([hallsReply(app, clerk), findOpenShift(app.db.read, clerk.id), findLiveSession(app, app.db.read, clerk)])
      const left = shift && (await findLeft(app.db.read, shift))
      return { halls, shift: shift ? await shiftReply(app, shift) : null, served: live ? await servedReply(app, live.session) : null, left: left ? await handOverReply(app, left) : null }
    },
  }),
  route({
    method: 'POST', path: '/window/seat', operation: 'takeSeat', summary: 'Sit down at a window', permission: 'windows.serve',
    body: Type.Object({ outlet: Type.String({ maxLength: 100 }), counter: Type.String({ maxLength: 10 }) }, closed), status: 201, reply: shiftSchema, refusals: ['invalid', 'not_found', 'window_taken'],
    handle: async (app, { principal, body, requestId }) => shiftReply(app, await takeSeat(app, staffOf(principal), body, requestId)),
  }),
  route({
    method: 'POST', path: '/window/session', operation: 'identifyAtWindow', summary: 'Identify who came, by the card that was read or the code their phone shows; ends the session before', permission: 'windows.serve',
    body: Type.Object({
      card: Type.Optional(Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), idNumber: Type.String({ maxLength: 40 }) }, closed)),
      code: Type.Optional(Type.String({ pattern: '^\\d{8}$' })),
      shown: Type.Optional(Type.String({ maxLength: 300, description: 'Code of an e-licence they show, or its address.' })),
    }, { ...closed, description: 'One of these.' }),
    status: 201, reply: servedSchema, refusals: [...refusals, 'show_code', 'too_many'],
    handle: async (app, { principal, body: { card, code, shown }, language, requestId, raw }) => {
      const clerk = staffOf(principal)
      if ([card, code, shown].filter((each) => each !== undefined).length !== 1) throw new Refusal('invalid', { presented: 'card, code or shown' })
      const licence = shown === undefined ? undefined : codeIn(shown)
      if (licence !== undefined) {
        const { personId, checked, values } = await lookAtWindow(app, { principal, address: raw.ip, language, requestId }, licence)
        return { ...(await servedReply(app, await identify(app, clerk, { person: personId }, requestId))), shown: { checked, values } }
      }
      const presented = card ? { card } : code === undefined ? undefined : { code }
      if (!presented) throw new Refusal('invalid', { shown: 'no code' })
      return servedReply(app, await identify(app, clerk, presented, requestId))
    },
  }),
  route({
    method: 'POST', path: '/window/session/for', operation: 'serveFor', summary: 'Go on for somebody the person who came may act for, or for themselves again', permission: 'windows.serve',
    body: Type.Object({ delegation: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], { description: 'null: for themselves' }) }, closed), reply: servedSchema, refusals: [...refusals, 'conflict'],
    handle: async (app, { principal, body, requestId }) => servedReply(app, await serveFor(app, staffOf(principal), body.delegation, requestId)),
  }),
  route({
    method: 'DELETE', path: '/window/session', operation: 'endWindowSession', summary: 'Done with who is served', permission: 'windows.serve',
    reply: Type.Object({ ended: Type.Boolean() }), refusals: ['not_allowed_now'],
    handle: async (app, { principal, requestId }) => ({ ended: await endSession(app, staffOf(principal), requestId) }),
  }),
  route({
    method: 'GET', path: '/window/results', operation: 'listCollectable', summary: 'Results to hand out: of who is served, or by number', permission: 'windows.serve',
    query: Type.Object({ number: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }), reply: Type.Object({ results: Type.Array(collectableSchema) }), refusals: ['invalid', 'not_allowed_now'],
    handle: async (app, { principal, query }) => ({ results: await listCollectable(app, staffOf(principal), query.number) }),
  }),
  route({
    method: 'POST', path: '/window/results/:result/hand-out', operation: 'handOutResult', summary: 'Hand a result to who is served; once', permission: 'windows.serve',
    params: Type.Object({ result: Type.String({ format: 'uuid' }) }), reply: Type.Object({ handedAt: Type.String() }), refusals: [...refusals, 'handed_out', 'fee_owed'],
    handle: async (app, { principal, params, requestId }) => ({ handedAt: (await handOut(app, staffOf(principal), params.result, requestId)).handedAt }),
  }),
  route({
    method: 'GET', path: '/window/list', operation: 'getShiftList', summary: 'What my shift hands on, as it stands', permission: 'windows.serve',
    reply: Type.Object({ list: listSchema, digest: Type.String() }), refusals: ['not_allowed_now'],
    handle: async (app, { principal }) => {
      const shift = await findOpenShift(app.db.read, staffOf(principal).id)
      if (!shift) throw new Refusal('not_allowed_now', { shift: 'none' })
      const list = await makeList(app, app.db.read, shift)
      return { list, digest: listDigest(list) }
    },
  }),
  route({
    method: 'POST', path: '/window/hand-over', operation: 'giveWindowOver', summary: 'Sign the list of my shift and leave the window', permission: 'windows.serve',
    body: signing, reply: handOverSchema, refusals: ['invalid', 'not_allowed_now', 'conflict'],
    handle: async (app, { principal, body, requestId }) => handOverReply(app, await giveOver(app, staffOf(principal), body.digest, body.remark, requestId)),
  }),
  route({
    method: 'POST', path: '/window/take-over', operation: 'takeWindowOver', summary: 'Sign the list the shift before left at this window', permission: 'windows.serve',
    body: signing, reply: handOverSchema, refusals: [...refusals, 'conflict'],
    handle: async (app, { principal, body, requestId }) => handOverReply(app, await takeOver(app, staffOf(principal), body.digest, body.remark, requestId)),
  }),
]
