// E-licences for their holders: what they have, what it was used for, and asking for one from a registry.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route } from '../../module.ts'
import { getPerson } from '../people/index.ts'
import { claimCredential } from './claiming.ts'
import { credentialTypeOf } from './copying.ts'
import { credentialSchema, toCredentialReply, toTypeReply, toUseReply, typeSchema, useSchema } from './credential-replies.ts'
import { listCredentialUses } from './credential-uses-store.ts'
import { printCredential } from './printing.ts'
import { findCredential, listCredentialsOf } from './credentials-store.ts'

const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const citizenCredentialRoutes = [
  route({
    method: 'GET', path: '/credentials', operation: 'listCredentials', summary: 'My e-licences, newest first', permission: 'credentials.own',
    reply: Type.Array(credentialSchema), refusals: [],
    handle: async (app, { principal }) => (await listCredentialsOf(app.db.read, personOf(principal).id)).map((each) => toCredentialReply(app, each)),
  }),
  route({
    method: 'GET', path: '/credential-offers', operation: 'listCredentialOffers', summary: 'Types of e-licence there are where I live', permission: 'credentials.own',
    reply: Type.Array(typeSchema), refusals: [],
    handle: async (app, { principal }) => {
      const { region } = await getPerson(app.db.read, personOf(principal).id)
      return Object.values(app.packs.credentialTypesFor(region)).map((type) => toTypeReply(app, region, type))
    },
  }),
  route({
    method: 'GET', path: '/credentials/:id', operation: 'getCredential', summary: 'One of my e-licences', permission: 'credentials.own',
    params: byId, reply: credentialSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const found = await findCredential(app.db.read, params.id)
      if (found?.holderPersonId !== personOf(principal).id) throw new Refusal('not_found')
      return toCredentialReply(app, found)
    },
  }),
  route({
    method: 'GET', path: '/credentials/:id/pdf', operation: 'printCredential', summary: 'One of my e-licences as a PDF with the seal of its authority', permission: 'credentials.own',
    params: byId, reply: fileReply, refusals: ['invalid', 'not_found', 'not_allowed_now', 'not_offered', 'seal_unusable', 'unavailable'],
    handle: async (app, { principal, params }) => {
      const found = await findCredential(app.db.read, params.id)
      if (found?.holderPersonId !== personOf(principal).id) throw new Refusal('not_found')
      return { stream: Readable.from([await printCredential(app, found)]), type: 'application/pdf', name: `${found.number}.pdf`, inline: true }
    },
  }),
  route({
    method: 'GET', path: '/credentials/:id/uses', operation: 'listCredentialUses', summary: 'What one of my e-licences was used for, newest first', permission: 'credentials.own',
    params: byId, reply: Type.Array(useSchema), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const person = personOf(principal)
      const found = await findCredential(app.db.read, params.id)
      if (found?.holderPersonId !== person.id) throw new Refusal('not_found')
      const type = credentialTypeOf(app, found)
      return (await listCredentialUses(app.db.read, person.id, { credential: found.id })).map((use) => toUseReply(type, use))
    },
  }),
  route({
    method: 'POST', path: '/credentials/claims', operation: 'claimCredential', summary: 'Have an e-licence made from registries, which are asked about me with my consent', permission: 'credentials.own',
    body: Type.Object({ type: Type.String({ maxLength: 100 }), consent: Type.Literal(true, { description: 'The registries of the type may be asked about me.' }) }, { additionalProperties: false }),
    status: 201, reply: credentialSchema, refusals: ['invalid', 'not_found', 'unavailable', 'not_offered', 'not_allowed_now', 'conflict'],
    handle: async (app, { principal, body, requestId }) => toCredentialReply(app, await claimCredential(app, personOf(principal), body.type, requestId)),
  }),
]
