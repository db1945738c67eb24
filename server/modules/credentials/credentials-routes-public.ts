// What anybody may read to check an e-licence: the keys of an authority and what a type says. Nothing here is about a person.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { authorityOf, textsSchema } from '../catalogue/index.ts'
import { issuerAddress, typeAddress, type Credential } from './credential.ts'
import type { CredentialType } from './credential-type.ts'
import { issuerKeys } from './publishing.ts'

const jwk = Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), y: Type.String(), kid: Type.String(), alg: Type.String(), use: Type.String() })

export const issuerSchema = Type.Object({ issuer: Type.String({ description: 'Its address, as copies name it.' }), name: textsSchema, jwks: Type.Object({ keys: Type.Array(jwk) }) })

/** `<line>:<region>` of an authority that issues something; undefined for anything else. */
export const issuerNamed = (app: App, id: string): Credential['issuer'] | undefined => {
  const [line = '', region = '', ...rest] = id.split(':')
  return rest.length === 0 && Object.values(app.packs.credentialTypesFor(region)).some((type) => type.line === line) ? { line, region } : undefined
}

/** @throws Refusal not_found */
export const issuerReply = async (app: App, id: string) => {
  const issuer = issuerNamed(app, id)
  const authority = issuer && authorityOf(app.packs.catalogueFor(issuer.region), issuer.line, issuer.region)
  if (!issuer || !authority) throw new Refusal('not_found')
  return { issuer: issuerAddress(app.config.publicUrl, issuer), name: authority.name, jwks: { keys: [...(await issuerKeys(app, issuer))] } }
}

const typeNamed = (app: App, id: string): CredentialType | undefined => app.packs.packs.flatMap(({ region }) => (Object.hasOwn(app.packs.credentialTypesFor(region), id) ? (app.packs.credentialTypesFor(region)[id] ?? []) : []))[0]

export const publicCredentialRoutes = [
  route({
    method: 'GET', path: '/credential-issuers/:id', operation: 'getCredentialIssuer', summary: 'Public keys of an authority that issues e-licences, by `<line>:<region>`', permission: 'credentials.check',
    params: Type.Object({ id: Type.String({ maxLength: 80 }) }), reply: issuerSchema, refusals: ['invalid', 'not_found'],
    handle: (app, { params }) => issuerReply(app, params.id),
  }),
  route({
    method: 'GET', path: '/credential-types/:id', operation: 'getCredentialType', summary: 'What a type of e-licence says: SD-JWT VC type metadata', permission: 'credentials.check',
    params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
    reply: Type.Object({
      vct: Type.String(), name: Type.String(), display: Type.Array(Type.Object({ locale: Type.String(), name: Type.String() })),
      claims: Type.Array(Type.Object({ path: Type.Array(Type.String()), sd: Type.Enum(['never', 'always']), display: Type.Array(Type.Object({ locale: Type.String(), label: Type.String() })) })),
    }),
    refusals: ['invalid', 'not_found'],
    handle: async (app, { params }) => {
      const type = typeNamed(app, params.id)
      if (!type) throw new Refusal('not_found')
      const { name, claims, derived } = type
      const shown = [...claims.map((each) => ({ ...each, sd: each.disclosed === 'always' ? ('never' as const) : ('always' as const) })), ...derived.map((each) => ({ ...each, sd: 'always' as const }))]
      return {
        vct: typeAddress(app.config.publicUrl, type.id), name: name['zh-CN'], display: Object.entries(name).map(([locale, words]) => ({ locale, name: words })),
        claims: shown.map(({ id, name: label, sd }) => ({ path: [id], sd, display: Object.entries(label).map(([locale, words]) => ({ locale, label: words })) })),
      }
    },
  }),
]
