// An agency as everybody is shown it, and as the officials see it who keep the register: with its staff, numbers masked.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import { textsSchema, type Catalogue } from '../catalogue/index.ts'
import { agencyActions, agencyStandingOf, agencyStandings, canAgency, type Agency } from './agency.ts'

const text = Type.String()

export const agencySchema = Type.Object(
  {
    uscc: text, name: text, region: text, regionName: textsSchema, phone: text, licence: Type.String({ description: 'Number of the licence or filing.' }),
    matters: Type.Union([Type.Array(Type.Object({ id: text, name: textsSchema })), Type.Null()], { description: 'null: every matter.' }),
    startsOn: text, endsOn: text, standing: Type.Enum([...agencyStandings], { description: 'Whether it may work today.' }), reason: Type.String({ description: 'Why it may not.' }),
  },
  { description: 'An organisation that may apply for others.' },
)

export const keptAgencySchema = Type.Object(
  {
    ...agencySchema.properties, actions: Type.Array(Type.Enum([...agencyActions])), updatedAt: text,
    staff: Type.Array(Type.Object({ name: text, idNumber: text }), { description: 'Who acts for it.' }),
  },
  { description: 'An entry of the register with its staff.' },
)

export const toAgencyReply = ({ matters: offered, regions }: Catalogue, agency: Agency, today: string): Static<typeof agencySchema> => {
  const { uscc, name, region, phone, licence, matters, startsOn, endsOn, reason } = agency
  return {
    uscc, name, region, regionName: nameOr(regions[region], region), phone, licence, startsOn, endsOn, standing: agencyStandingOf(agency, today), reason,
    matters: matters && matters.map((id) => ({ id, name: nameOr(offered[id], id) })),
  }
}

export const toKeptReply = (catalogue: Catalogue, agency: Agency, staff: Static<typeof keptAgencySchema>['staff'], today: string): Static<typeof keptAgencySchema> => ({
  ...toAgencyReply(catalogue, agency, today), staff, updatedAt: agency.updatedAt, actions: agencyActions.filter((action) => canAgency(agency.state, action)),
})
