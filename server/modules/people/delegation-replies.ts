// A delegation as each side is shown it. Numbers of other people are masked; what can be done comes from the lifecycle.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import type { Catalogue } from '../catalogue/definitions.ts'
import type { ActingUse } from './acting-uses-store.ts'
import { actionsOf, delegationActions, delegationKinds, mandateOf, sides, standingOf, standings, type Delegation, type Side } from './delegation.ts'
import { maskIdNumber } from './person.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const texts = Type.Object({ 'zh-CN': text, 'zh-HK': Type.Optional(text), en: Type.Optional(text) })
const side = Type.Enum([...sides], { description: 'person: the one represented; holder: the one who acts.' })

export const delegationSchema = Type.Object(
  {
    id: text, mandate: Type.String({ description: 'Goes into the header x-acting-for.' }), kind: Type.Enum([...delegationKinds]), side, proposedBy: side, standing: Type.Enum([...standings], { description: 'Where it stands today.' }),
    personName: text, holderName: text, otherIdMasked: textOrNull, companyName: Type.Union([text, Type.Null()], { description: 'The company it is for, where one is acted for.' }),
    matters: Type.Union([Type.Array(Type.Object({ id: text, name: texts })), Type.Null()], { description: 'null: every matter.' }),
    startsOn: text, endsOn: text, maxUses: Type.Union([Type.Integer(), Type.Null()], { description: 'Applications it is good for; null: any number.' }), uses: Type.Integer({ description: 'Applications begun so far.' }),
    reason: text, createdAt: text, decidedAt: textOrNull, endedAt: textOrNull, endedBy: Type.Union([Type.Enum([...sides, 'register']), Type.Null()], { description: 'register: what it rested on is not there any more.' }),
    actions: Type.Array(Type.Enum([...delegationActions])), mayAct: Type.Boolean({ description: 'Whether the one who reads this can act by it now.' }),
  },
  { description: 'Who may act for whom, in what, until when, how often.' },
)

export const toDelegationReply = ({ matters }: Catalogue, one: Delegation, viewer: Side, today: string, uses: number): Static<typeof delegationSchema> => {
  const standing = standingOf(one, today, uses)
  const other = viewer === 'person' ? one.holder : one.person
  return {
    id: one.id, mandate: mandateOf(one), kind: one.kind, side: viewer, proposedBy: one.proposedBy, standing, personName: one.person.name, holderName: one.holder.name,
    companyName: one.company?.name ?? null, otherIdMasked: 'idNumber' in other ? maskIdNumber(other.idNumber) : null,
    matters: one.matters && one.matters.map((id) => ({ id, name: nameOr(matters[id], id) })),
    startsOn: one.startsOn, endsOn: one.endsOn, maxUses: one.maxUses, uses, reason: one.reason, createdAt: one.createdAt, decidedAt: one.decidedAt, endedAt: one.endedAt, endedBy: one.endedBy,
    actions: actionsOf(one, viewer, today), mayAct: viewer === 'holder' && (standing === 'inForce' || standing === 'usedUp'),
  }
}

export const useSchema = Type.Object(
  { applicationId: text, matter: text, matterName: texts, actorName: text, capacity: text, mandate: text, at: Type.String({ description: 'When it was first worked on.' }) },
  { description: 'One application somebody worked on in the name of another.' },
)

export const toUseReply = ({ matters }: Catalogue, { applicationId, matter, actorName, capacity, mandate, at }: ActingUse): Static<typeof useSchema> => ({
  applicationId, matter, matterName: nameOr(matters[matter], matter), actorName, capacity, mandate, at,
})
