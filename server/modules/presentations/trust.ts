// What whoever checks without network keeps: keys of the authorities, their signed lists of statuses, and the names of what is shown.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, textsSchema } from '../catalogue/index.ts'
import { issuerAddress, issuerKeys, listAddress, listStatusLists, statusToken, typeAddress } from '../credentials/index.ts'
import { claimFaces } from './claim-face.ts'
import { faceSchema } from './wallet-replies.ts'

const text = Type.String()

export const trustSchema = Type.Object({
  at: text,
  issuers: Type.Array(Type.Object({ address: text, name: textsSchema, keys: Type.Array(Type.Object({ kty: text, crv: text, x: text, y: text, kid: text, alg: text })), types: Type.Array(text, { description: 'Addresses of the types it answers for.' }) })),
  lists: Type.Array(Type.Object({ address: text, issuer: text, token: Type.String({ description: 'Token Status List.' }) })),
  types: Type.Array(Type.Object({ address: text, id: text, name: textsSchema, faces: Type.Array(faceSchema) })),
})
export type Trust = Static<typeof trustSchema>

/** Lists of one reply: far more than a city has. */
const mostLists = 500

export const trustOf = async (app: App): Promise<Trust> => {
  const { publicUrl } = app.config
  // Names as the region served knows them, with all its places.
  const catalogue = app.packs.catalogueFor(app.config.region)
  const published = await listStatusLists(app.db.read, mostLists)
  const issuers = new Map(published.map(({ issuer }) => [issuerAddress(publicUrl, issuer), issuer]))
  // Signing its list makes an authority's first key.
  const tokens = await Promise.all(published.map(async ({ id }) => statusToken(app, id)))
  const types = new Map([...issuers.values()].flatMap(({ region }) => Object.values(app.packs.credentialTypesFor(region)).map((type) => [type.id, type] as const)))
  return {
    at: app.clock.now().toISOString(),
    issuers: await Promise.all([...issuers].map(async ([address, issuer]) => ({
      address, name: nameOr(authorityOf(catalogue, issuer.line, issuer.region), issuer.line),
      keys: (await issuerKeys(app, issuer)).map(({ kty, crv, x, y, kid, alg }) => ({ kty, crv, x, y, kid, alg })),
      types: Object.values(app.packs.credentialTypesFor(issuer.region)).filter(({ line }) => line === issuer.line).map(({ id }) => typeAddress(publicUrl, id)),
    }))),
    lists: published.flatMap(({ id, issuer }, nth) => {
      const token = tokens[nth]
      return token === undefined ? [] : [{ address: listAddress(publicUrl, id), issuer: issuerAddress(publicUrl, issuer), token }]
    }),
    types: [...types.values()].map((type) => ({ address: typeAddress(publicUrl, type.id), id: type.id, name: type.name, faces: claimFaces(type, catalogue) })),
  }
}
