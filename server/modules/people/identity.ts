// What an identity provider asserts about whoever logged in, checked before anything is stored.
// Pure. Claims: sub, name, id_number, phone, region, companies [{uscc, name}], tongban_staff {unit, postings [{role, region, line}]}.
import type { Posting, StaffRole } from '../../kernel/authz.ts'
import { checkCreditCode, checkResidentId, tidyIdentifier } from '../../kernel/identifiers.ts'
import { checkHongKongId, isHomeReturnPermit, type Assurance, type IdKind } from '../../kernel/identity-documents.ts'
import { isRegionCode } from '../../kernel/regions.ts'
import type { LoginProblem } from './login-problem.ts'
import type { Person, Staff } from './person.ts'

export type Audience = 'person' | 'staff'
/** Known by a resident identity card and surely, where nothing else is said. */
export type PersonIdentity = { kind: 'person' } & Omit<Person, 'id' | 'idKind' | 'assurance'> & Partial<Pick<Person, 'idKind' | 'assurance'>>
export type StaffIdentity = { kind: 'staff' } & Omit<Staff, 'id'>
export type Identity = PersonIdentity | StaffIdentity
export type Claims = Readonly<Record<string, unknown>>

type Circumstances = {
  issuer: string
  audience: Audience
  /** for people whose region the issuer does not know */
  region: string
  /** 'YYYY-MM-DD' */
  today: string
  /** the issuer knows people by a document of another jurisdiction, whose number stands in this claim */
  foreign?: { idKind: IdKind; idClaim: string } | undefined
  /** `acr` → level; one not named is low at a foreign issuer, high at one's own */
  levels?: Readonly<Record<string, Assurance>>
}

const longestName = 100
const roles: readonly StaffRole[] = ['clerk', 'window', 'helper', 'approver', 'head', 'supervisor', 'designer', 'operator', 'steward', 'agent', 'dispatcher']

const isRecord = (value: unknown): value is Claims => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '')
const isRole = (value: unknown): value is StaffRole => roles.some((role) => role === value)

/**
 * The identity the claims describe, or why it is refused. Officials are people too: `audience` says as what they come;
 * an account that is only an official's comes as one wherever it logs in.
 */
export const identityFrom = (claims: Claims, circumstances: Circumstances): Identity | { problem: LoginProblem } => {
  const subject = text(claims['sub'])
  const name = text(claims['name'])
  if (subject === '' || name === '' || name.length > longestName) return { problem: 'incomplete' }
  const who = { issuer: circumstances.issuer, subject, name }
  const official = claims['tongban_staff']
  if (circumstances.audience === 'staff' || (claims['id_number'] === undefined && official !== undefined)) return staffFrom(who, official)
  return personFrom(who, claims, circumstances)
}

/** The number of the document the issuer knows people by, tidied; undefined when it is none. */
const numberOf = (claims: Claims, { foreign, today }: Circumstances): string | undefined => {
  if (!foreign) {
    const checked = checkResidentId(text(claims['id_number']), today)
    return checked.ok ? checked.value : undefined
  }
  const typed = text(claims[foreign.idClaim])
  if (foreign.idKind === 'hk-id') {
    const checked = checkHongKongId(typed)
    return checked.ok ? checked.value : undefined
  }
  const value = tidyIdentifier(typed)
  if (foreign.idKind === 'home-return-permit') return isHomeReturnPermit(value) ? value : undefined
  // A number of the length of a resident's must never be taken for one.
  return /^[A-Z0-9()]{5,17}$/.test(value) ? value : undefined
}

const assuranceOf = (claims: Claims, { foreign, levels = {} }: Circumstances): Assurance => levels[text(claims['acr'])] ?? (foreign ? 'low' : 'high')

const personFrom = (who: Pick<Person, 'issuer' | 'subject' | 'name'>, claims: Claims, circumstances: Circumstances): PersonIdentity | { problem: LoginProblem } => {
  const { region, foreign } = circumstances
  const idNumber = numberOf(claims, circumstances)
  if (idNumber === undefined) return { problem: foreign ? 'foreign_id' : 'id_number' }
  const phone = text(claims['phone'])
  const asserted = text(claims['region'])
  const companies = companiesFrom(claims['companies'])
  if (companies === undefined) return { problem: 'company' }
  return {
    kind: 'person', ...who, idNumber, idKind: foreign?.idKind ?? 'resident-id', assurance: assuranceOf(claims, circumstances), companies,
    phone: /^1\d{10}$/.test(phone) ? phone : null,
    region: isRegionCode(asserted) ? asserted : region,
  }
}

const companiesFrom = (value: unknown): Person['companies'] | undefined => {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return undefined
  const companies = value.map((each: unknown) => {
    const uscc = checkCreditCode(isRecord(each) ? text(each['uscc']) : '')
    const name = isRecord(each) ? text(each['name']) : ''
    return uscc.ok && name !== '' ? { uscc: uscc.value, name } : undefined
  })
  return companies.every((company) => company !== undefined) ? companies : undefined
}

const staffFrom = (who: Pick<Staff, 'issuer' | 'subject' | 'name'>, claim: unknown): StaffIdentity | { problem: LoginProblem } => {
  if (!isRecord(claim)) return { problem: 'not_staff' }
  const unit = text(claim['unit'])
  const listed: unknown = claim['postings']
  const postings = Array.isArray(listed) ? listed.map(postingFrom) : []
  if (postings.length === 0) return { problem: 'not_staff' }
  if (unit === '' || !postings.every((posting) => posting !== undefined)) return { problem: 'posting' }
  return { kind: 'staff', ...who, unit, postings }
}

/** A line missing, null or '*' is every line. */
const postingFrom = (value: unknown): Posting | undefined => {
  if (!isRecord(value)) return undefined
  const role = value['role']
  const region = text(value['region'])
  const line = text(value['line'])
  if (!isRole(role) || !isRegionCode(region) || !/^(\*|[a-z][a-z-]*)?$/.test(line)) return undefined
  return { role, region, line: line === '' || line === '*' ? null : line }
}
