// A power as its holder, another guardian or an official is shown it. Numbers are masked; names are as the register has them.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import { legalBasisSchema, textsSchema, type Catalogue } from '../catalogue/index.ts'
import { maskIdNumber } from '../people/index.ts'
import { mandateOf } from './establishing.ts'
import { isInForce, powerActions, powerActionsOf, powerStates, type Power, type PowerParty } from './power.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const powerSchema = Type.Object(
  {
    id: text, mandate: Type.String({ description: 'Goes into the header x-acting-for; a guardian only.' }), kind: Type.Enum(['guardian', 'company']),
    side: Type.Enum(['holder', 'guardian', 'official'], { description: 'holder: the reader has it; guardian: the reader is another guardian of the same ward.' }),
    name: Type.String({ description: 'Ward or company.' }), number: Type.String({ description: 'Masked ID number of the ward, or the credit code.' }), holderName: text,
    registryName: textsSchema, legalBasis: legalBasisSchema, endsOn: textOrNull, state: Type.Enum([...powerStates]), provenAt: text, reason: text,
    endedBy: Type.Union([Type.Enum(['holder', 'register', 'age', 'official']), Type.Null()]), endedAt: textOrNull,
    actions: Type.Array(Type.Enum([...powerActions])), mayAct: Type.Boolean({ description: 'Whether the reader can act for the ward now.' }),
  },
  { description: 'A power to act for a ward or a company that a registry proves.' },
)

/** @param today YYYY-MM-DD */
export const toPowerReply = ({ registries }: Catalogue, power: Power, holderName: string, side: Exclude<PowerParty, 'register'>, today: string): Static<typeof powerSchema> => ({
  id: power.id, mandate: mandateOf(power), kind: power.kind, side, name: power.name, number: power.kind === 'guardian' ? maskIdNumber(power.subject) : power.subject, holderName,
  registryName: nameOr(registries[power.registry], power.registry), legalBasis: power.legalBasis, endsOn: power.endsOn, state: power.state, provenAt: power.provenAt, reason: power.reason,
  endedBy: power.endedBy, endedAt: power.endedAt, actions: powerActionsOf(power, side), mayAct: side === 'holder' && power.kind === 'guardian' && isInForce(power, today),
})
