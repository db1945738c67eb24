// What its holder is told of a result: what it is, how long it holds, how it stands, and how it can be changed or extended.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import { authorityOf, textsSchema, type Catalogue, type Service } from '../catalogue/index.ts'
import { amendObstacles, isInForce, obstacleToAmend, standingOn, standings, windowOf } from './licence.ts'
import type { Amendment } from './amendments-store.ts'
import type { Result } from './results-store.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const standingSchema = Type.Enum([...standings], { description: 'valid; corrected: in a corrected edition; revoked 撤销; cancelled 注销; replaced: by a later edition; expired: its days are over.' })

export const ownResultSchema = Type.Object(
  {
    id: text, number: text, name: textsSchema, authorityName: textsSchema, service: text, applicationId: text, caseId: text, issuedAt: text, validUntil: textOrNull, edition: Type.Integer(), standing: standingSchema,
    inForce: Type.Boolean({ description: 'It holds today.' }),
    pending: Type.Union([text, Type.Null()], { description: 'Id of the case under way that changes or extends it.' }),
    ways: Type.Array(
      Type.Object({
        service: text, way: Type.Enum(['change', 'extend']), name: textsSchema, possible: Type.Boolean(), because: Type.Union([Type.Enum([...amendObstacles]), Type.Null()]), opensOn: textOrNull, closesOn: textOrNull,
        timelyUntil: Type.Union([text, Type.Null()], { description: 'Asked for until then it counts as extended when nobody decides in time.' }),
      }),
      { description: 'Services that change or extend it.' },
    ),
  },
  { description: 'A result of mine.' },
)

/** Services in force that change or extend what this service gives, changes first. */
export const amendingServices = (catalogue: Catalogue, service: string): (Service & { amends: NonNullable<Service['amends']> })[] =>
  Object.values(catalogue.services).flatMap((each) => (each.amends?.service === service ? [{ ...each, amends: each.amends }] : [])).sort((a, b) => (a.amends.way < b.amends.way ? -1 : 1))

/** @param catalogue that of the region of the result, today @param open the case under way about it */
export const toOwnResult = (catalogue: Catalogue, result: Result, open: Amendment | undefined, today: string): Static<typeof ownResultSchema> => {
  const inForce = isInForce(result, today)
  return {
    id: result.id, number: result.number, name: nameOr(catalogue.services[result.service]?.result, result.service), authorityName: nameOr(authorityOf(catalogue, result.line, result.region), result.line),
    service: result.service, applicationId: result.applicationId, caseId: result.caseId, issuedAt: result.issuedAt, validUntil: result.validUntil, edition: result.edition, standing: standingOn(result, today), inForce, pending: open?.caseId ?? null,
    ways: amendingServices(catalogue, result.service).map(({ id, name, amends }) => {
      const because = obstacleToAmend(amends, result, { today, pending: open !== undefined }) ?? null
      return { service: id, way: amends.way, name, possible: because === null, because, ...windowOf(amends, result.validUntil, result.region) }
    }),
  }
}
