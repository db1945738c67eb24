// What each registry knows about a subject: the invented population laid out as that registry's record, with later writes on top.
// Pure; `today` decides how many months somebody has been insured.
import type { Birth, Person, Population } from './population.ts'
import { findDeclared } from './declared.ts'
import type { SubjectKey } from './fields.ts'
import type { ModelledName } from './registries.ts'

export type Licence = { type: string; number: string; issuedOn: string; validUntil: string | null; issuer: string }
export type Value = string | number | boolean | null | Licence | Values[]
export type Values = { [field: string]: Value }
/** Exactly one key is set. */
export type Subject = Partial<Record<SubjectKey, string>>
/** Fields written since the start, by the record's key: whatever number it was named by. */
export type Written = ReadonlyMap<string, Values>

const personWith = (population: Population, idNumber: string | undefined): Person | undefined =>
  population.people.find((person) => person.idNumber === idNumber)

const personNamed = (population: Population, id: string | null | undefined): Person | undefined =>
  population.people.find((person) => person.id === id)

/** Whole months from one day to another; never negative. */
export const monthsBetween = (from: string, until: string): number => {
  const months = (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7))
  return Math.max(0, until.slice(8) < from.slice(8) ? months - 1 : months)
}

/** The ID number a birth record was registered under, when the child has one. */
export const idNumberOfBirth = (population: Population, written: Written, birthRecordNumber: string): string | undefined => {
  const birth = population.births.find((each) => each.birthRecordNumber === birthRecordNumber)
  const registered = written.get(birthRecordNumber)?.idNumber
  return typeof registered === 'string' ? registered : personNamed(population, birth?.child)?.idNumber
}

const populationRecord = (population: Population, subject: Subject, written: Written): Values | undefined => {
  const idNumber = subject.idNumber ?? idNumberOfBirth(population, written, subject.birthRecordNumber ?? '')
  if (!idNumber) return undefined
  const person = personWith(population, idNumber)
  const later = written.get(idNumber)
  if (!person) return later
  return {
    idNumber,
    name: person.name,
    sex: person.sex,
    birthDate: person.birthDate,
    ethnicity: person.ethnicity,
    householdRegion: person.household.region,
    householdAddress: person.household.address,
    householdNumber: person.household.number,
    householdType: person.household.type,
    phone: person.phone ?? null,
    residenceRegion: person.residence?.region ?? person.household.region,
    residenceAddress: person.residence?.address ?? person.household.address,
    deceasedOn: person.deceasedOn ?? null,
    kinship: person.kinship ?? null,
    ...later,
  }
}

const birthValues = (population: Population, birth: Birth, written: Written): Values => ({
  birthRecordNumber: birth.birthRecordNumber,
  childName: personNamed(population, birth.child)?.name ?? null,
  childSex: birth.childSex,
  childBirthDate: birth.date,
  childBirthTime: birth.time,
  hospital: birth.hospital,
  birthRegion: birth.region,
  weight: birth.weight,
  length: birth.length,
  gestationalWeeks: birth.gestationalWeeks,
  childCount: birth.childCount,
  motherIdNumber: personNamed(population, birth.mother)?.idNumber ?? null,
  fatherIdNumber: personNamed(population, birth.father)?.idNumber ?? null,
  birthCertificateNumber: birth.certificateNumber ?? null,
  birthCertificateIssuedOn: birth.certificateIssuedOn ?? null,
  ...written.get(birth.birthRecordNumber),
})

const birthsRecord = (population: Population, subject: Subject, written: Written): Values | undefined => {
  const mother = subject.idNumber ? personWith(population, subject.idNumber) : undefined
  const matching = population.births.filter((birth) =>
    subject.birthRecordNumber ? birth.birthRecordNumber === subject.birthRecordNumber : mother && birth.mother === mother.id,
  )
  const births = matching
    .toSorted((a, b) => `${b.date} ${b.time}`.localeCompare(`${a.date} ${a.time}`))
    .map((birth) => birthValues(population, birth, written))
  const latest = births[0]
  return latest && { ...latest, births }
}

const marriageRecord = (population: Population, subject: Subject, written: Written): Values | undefined => {
  const later = written.get(subject.idNumber ?? '')
  const person = personWith(population, subject.idNumber)
  const marriage = population.marriages.find((each) => person && each.spouses.includes(person.id))
  if (!person || (!marriage && !person.maritalStatus)) return later
  const spouse = personNamed(population, marriage?.spouses.find((id) => id !== person.id))
  return {
    maritalStatus: person.maritalStatus ?? 'married',
    spouseName: spouse?.name ?? null,
    spouseIdNumber: spouse?.idNumber ?? null,
    marriageDate: marriage?.date ?? null,
    marriageCertificateNumber: marriage?.certificateNumber ?? null,
    ...later,
  }
}

const insuranceRecord = (population: Population, subject: Subject, written: Written, today: string): Values | undefined => {
  const later = written.get(subject.idNumber ?? '')
  const person = personWith(population, subject.idNumber)
  if (!person?.insurance) return later
  const { status, kind, since, maternitySince, accountBalance, medicalCost, cardIssuedOn } = person.insurance
  return {
    medicalInsuranceStatus: status ?? 'insured',
    medicalInsuranceKind: kind ?? null,
    insuredSince: since ?? null,
    maternityInsuredMonths: maternitySince ? monthsBetween(maternitySince, today) : 0,
    socialSecurityCardNumber: person.socialSecurityCardNumber ?? null,
    bankName: person.bank?.name ?? null,
    bankAccount: person.bank?.account ?? null,
    accountBalance: accountBalance ?? null,
    medicalCost: medicalCost ?? null,
    cardIssuedOn: cardIssuedOn ?? null,
    ...later,
  }
}

const personLicences = (population: Population, person: Person): Values => {
  const regionOf = (code: string | undefined) => population.regions.find((region) => region.code === code)
  const police = regionOf(person.household.region)?.police ?? ''
  const marriage = population.marriages.find((each) => each.spouses.includes(person.id))
  const birth = population.births.find((each) => each.child === person.id && each.certificateNumber)
  const { idCard, residencePermit } = person
  return {
    idCard: idCard ? { type: '居民身份证', number: person.idNumber, ...idCard, issuer: police } : null,
    householdBook: { type: '居民户口簿', number: person.household.number, issuedOn: person.household.bookIssuedOn, validUntil: null, issuer: police },
    marriageCertificate: marriage
      ? { type: '结婚证', number: marriage.certificateNumber, issuedOn: marriage.date, validUntil: null, issuer: regionOf(marriage.region)?.civilAffairs ?? '' }
      : null,
    residencePermit: residencePermit ? { type: '居住证', ...residencePermit, issuer: regionOf(person.residence?.region)?.police ?? '' } : null,
    birthCertificate: birth?.certificateNumber
      ? { type: '出生医学证明', number: birth.certificateNumber, issuedOn: birth.certificateIssuedOn ?? birth.date, validUntil: null, issuer: birth.hospital }
      : null,
    businessLicence: null,
  }
}

const licencesRecord = (population: Population, subject: Subject, written: Written): Values | undefined => {
  const later = written.get(subject.idNumber ?? subject.creditCode ?? '')
  const company = subject.creditCode ? population.companies.find((each) => each.uscc === subject.creditCode) : undefined
  if (company) return { businessLicence: { type: '营业执照', number: company.uscc, ...company.licence }, ...later }
  const person = personWith(population, subject.idNumber)
  return person ? { ...personLicences(population, person), ...later } : later
}

const readers: Record<ModelledName, (population: Population, subject: Subject, written: Written, today: string) => Values | undefined> = {
  population: populationRecord,
  births: birthsRecord,
  marriage: marriageRecord,
  insurance: insuranceRecord,
  licences: licencesRecord,
}

const isModelled = (registry: string): registry is ModelledName => Object.hasOwn(readers, registry)

/** A registry's whole record about a subject, or undefined where it has none. @param today 'YYYY-MM-DD' */
export const findRecord = (registry: string, population: Population, subject: Subject, written: Written, today: string): Values | undefined => {
  if (isModelled(registry)) return readers[registry](population, subject, written, today)
  const declared = findDeclared(population.declared, registry, subject)
  const later = written.get(Object.values(subject)[0] ?? '')
  return declared || later ? { ...declared, ...later } : undefined
}

/** Only the requested fields: data minimisation (PIPL art. 6). Each birth keeps its record number so that it can be told apart. */
export const onlyRequested = (record: Values, fields: readonly string[]): Values =>
  Object.fromEntries(
    fields.map((field): [string, Value] => {
      const value = record[field] ?? null
      if (field !== 'births' || !Array.isArray(value)) return [field, value]
      const inner = ['birthRecordNumber', ...fields.filter((each) => each !== 'births' && each !== 'birthRecordNumber')]
      return [field, value.map((birth) => onlyRequested(birth, inner))]
    }),
  )
