// The shape of people.yaml, and the reader that turns its text into a checked population.
// Pure: text in, people out; every broken rule is reported with the entry it concerns, all at once.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import type { Declared } from './declared.ts'
import { idBirthDate, idSex, isBankCard, isCreditCode, isDate, isIdNumber } from './numbers.ts'

const strict = { additionalProperties: false }
const Region = Type.String({ pattern: '^\\d{6}$' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Text = Type.String({ minLength: 1 })
const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Sex = Type.Union([Type.Literal('male'), Type.Literal('female')])

const HouseholdSchema = Type.Object(
  { region: Region, number: Text, bookIssuedOn: Day, type: Type.Union([Type.Literal('family'), Type.Literal('collective')]), address: Text },
  strict,
)
const InsuranceSchema = Type.Object(
  {
    status: Type.Optional(Type.Union([Type.Literal('insured'), Type.Literal('suspended'), Type.Literal('uninsured')])),
    kind: Type.Optional(Type.Union([Type.Literal('employee'), Type.Literal('resident')])),
    since: Type.Optional(Day),
    maternitySince: Type.Optional(Day),
    accountBalance: Type.Optional(Type.Integer({ description: 'fen', minimum: 0 })),
    medicalCost: Type.Optional(Type.Integer({ description: 'fen paid by oneself in twelve months', minimum: 0 })),
    cardIssuedOn: Type.Optional(Day),
  },
  strict,
)
const MaritalStatus = Type.Union([Type.Literal('unmarried'), Type.Literal('married'), Type.Literal('divorced'), Type.Literal('widowed')])
const PersonSchema = Type.Object(
  {
    id: Text,
    name: Text,
    sex: Sex,
    birthDate: Day,
    idNumber: Text,
    ethnicity: Text,
    phone: Type.Optional(Type.String({ pattern: '^1\\d{10}$' })),
    household: Type.Optional(HouseholdSchema),
    residence: Type.Optional(Type.Object({ region: Region, address: Text }, strict)),
    residencePermit: Type.Optional(Type.Object({ number: Text, issuedOn: Day, validUntil: Day }, strict)),
    idCard: Type.Optional(Type.Object({ issuedOn: Day, validUntil: orNull(Day) }, strict)),
    maritalStatus: Type.Optional(MaritalStatus),
    insurance: Type.Optional(InsuranceSchema),
    socialSecurityCardNumber: Type.Optional(Text),
    bank: Type.Optional(Type.Object({ name: Text, account: Text }, strict)),
    deceasedOn: Type.Optional(Day),
    kinship: Type.Optional(Text),
  },
  strict,
)
const MarriageSchema = Type.Object({ spouses: Type.Tuple([Text, Text]), region: Region, date: Day, certificateNumber: Text }, strict)
const FamilySchema = Type.Object(
  { id: Text, story: Text, household: HouseholdSchema, marriages: Type.Optional(Type.Array(MarriageSchema)), people: Type.Array(PersonSchema) },
  strict,
)
const BirthSchema = Type.Object(
  {
    birthRecordNumber: Text,
    mother: Text,
    father: orNull(Text),
    plannedName: Type.Optional(Text),
    child: Type.Optional(Text),
    certificateNumber: Type.Optional(Text),
    certificateIssuedOn: Type.Optional(Day),
    childSex: Sex,
    date: Day,
    time: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    hospital: Text,
    region: Region,
    weight: Type.Integer({ description: 'grams', minimum: 300, maximum: 7000 }),
    length: Type.Integer({ description: 'centimetres', minimum: 20, maximum: 70 }),
    gestationalWeeks: Type.Integer({ minimum: 20, maximum: 45 }),
    childCount: Type.Integer({ minimum: 1, maximum: 6, description: 'children of this delivery' }),
  },
  strict,
)
const CompanySchema = Type.Object(
  {
    id: Text,
    name: Text,
    uscc: Text,
    region: Region,
    address: Text,
    legalRepresentative: Text,
    agents: Type.Array(Text),
    licence: Type.Object({ issuedOn: Day, validUntil: orNull(Day), issuer: Text }, strict),
  },
  strict,
)
const RegionSchema = Type.Object({ code: Region, name: Text, police: Text, civilAffairs: Text }, strict)
const FileSchema = Type.Object(
  { regions: Type.Array(RegionSchema), families: Type.Array(FamilySchema), births: Type.Array(BirthSchema), companies: Type.Array(CompanySchema) },
  strict,
)
const file = Compile(FileSchema)

export type Marriage = Static<typeof MarriageSchema>
export type Birth = Static<typeof BirthSchema>
export type Company = Static<typeof CompanySchema>
export type SandboxRegion = Static<typeof RegionSchema>
/** One invented resident; the family's household is filled in. `canLogIn`: alive and has a phone, so a demo login exists. */
export type Person = Static<typeof PersonSchema> & {
  household: Static<typeof HouseholdSchema>
  family: string
  story: string
  canLogIn: boolean
}
export type Residents = { people: Person[]; marriages: Marriage[]; births: Birth[]; companies: Company[]; regions: SandboxRegion[] }
/** Those in people.yaml, and the records that are plainly declared. */
export type Population = Residents & { declared: Declared }

const personFaults = (person: Person): string[] => {
  const faults: string[] = []
  if (!isIdNumber(person.idNumber)) faults.push(`idNumber ${person.idNumber} has a wrong check digit or date (GB 11643)`)
  else {
    if (idBirthDate(person.idNumber) !== person.birthDate) faults.push(`idNumber says ${idBirthDate(person.idNumber)}, birthDate ${person.birthDate}`)
    if (idSex(person.idNumber) !== person.sex) faults.push(`idNumber says ${idSex(person.idNumber)}, sex ${person.sex}`)
  }
  if (person.bank && !isBankCard(person.bank.account)) faults.push(`bank account ${person.bank.account} has a wrong Luhn digit`)
  return faults.map((fault) => `${person.id}: ${fault}`)
}

const repeated = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index)

const populationFaults = ({ people, marriages, births, companies, regions }: Residents): string[] => {
  const byId = new Map(people.map((person) => [person.id, person]))
  const codes = new Set(regions.map((region) => region.code))
  const unknownPerson = (id: string, where: string): string[] => (byId.has(id) ? [] : [`${where}: nobody has the id ${id}`])
  const usedRegions = [
    ...people.flatMap((person) => [person.household.region, person.residence?.region ?? person.household.region]),
    ...[...marriages, ...births, ...companies].map((entry) => entry.region),
  ]
  const days = [
    ...people.flatMap(({ household, idCard, residencePermit, insurance, deceasedOn }) => [
      household.bookIssuedOn, idCard?.issuedOn, idCard?.validUntil, residencePermit?.issuedOn, residencePermit?.validUntil, insurance?.since, insurance?.maternitySince, insurance?.cardIssuedOn, deceasedOn,
    ]),
    ...marriages.map((marriage) => marriage.date),
    ...births.flatMap((birth) => [birth.date, birth.certificateIssuedOn]),
    ...companies.flatMap(({ licence }) => [licence.issuedOn, licence.validUntil]),
  ]
  return [
    ...people.flatMap(personFaults),
    ...days.flatMap((day) => (day && !isDate(day) ? [`the day ${day} does not exist`] : [])),
    ...repeated(people.map((person) => person.id)).map((id) => `the id ${id} is used twice`),
    ...repeated(people.map((person) => person.idNumber)).map((number) => `the idNumber ${number} is used twice`),
    ...repeated(births.map((birth) => birth.birthRecordNumber)).map((number) => `the birthRecordNumber ${number} is used twice`),
    ...usedRegions.filter((code) => !codes.has(code)).map((code) => `region ${code} is not in the list of regions`),
    ...marriages.flatMap(({ spouses, certificateNumber }) => spouses.flatMap((id) => unknownPerson(id, certificateNumber))),
    ...births.flatMap(({ birthRecordNumber, mother, father, child }) =>
      [mother, father, child].flatMap((id) => (id ? unknownPerson(id, birthRecordNumber) : [])),
    ),
    ...births.filter((birth) => byId.get(birth.mother)?.sex === 'male').map((birth) => `${birth.birthRecordNumber}: mother ${birth.mother} is a man`),
    ...companies.flatMap(({ id, legalRepresentative, agents }) => [legalRepresentative, ...agents].flatMap((person) => unknownPerson(person, id))),
    ...companies.filter((company) => !isCreditCode(company.uscc)).map((company) => `${company.id}: uscc ${company.uscc} is wrong (GB 32100)`),
  ]
}

const refuse = (faults: string[], source: string): never => {
  throw new Error(`${source} breaks ${faults.length} rule(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

/**
 * Reads the text of people.yaml.
 * @param source the file's name, for the message @throws Error naming every broken rule
 */
export const readPopulation = (text: string, source: string): Residents => {
  const content: unknown = parse(text)
  if (!file.Check(content)) {
    return refuse(file.Errors(content).map((fault) => `${fault.instancePath || '/'} ${fault.message}`), source)
  }
  const people = content.families.flatMap((family) =>
    family.people.map((person) => ({
      ...person,
      household: person.household ?? family.household,
      family: family.id,
      story: family.story,
      canLogIn: person.phone !== undefined && person.deceasedOn === undefined,
    })),
  )
  const marriages = content.families.flatMap((family) => family.marriages ?? [])
  const population = { people, marriages, births: content.births, companies: content.companies, regions: content.regions }
  const faults = populationFaults(population)
  return faults.length > 0 ? refuse(faults, source) : population
}
