// Who people are: residents with the companies they act for, and officials with their postings.
// Pure: shapes, what is shown masked, and which account a verified identity belongs to.
import type { Assurance, IdKind } from '../../kernel/identity-documents.ts'
import type { Posting, StaffRole } from '../../kernel/authz.ts'

/** A company a person may act for: unified social credit code (GB 32100) and registered name. */
export type Company = { uscc: string; name: string }

/** A resident. `region` is a GB/T 2260 code; `phone` a mainland mobile number. */
export type Person = {
  id: string
  issuer: string
  subject: string
  name: string
  /** GB 11643, 18 characters; of another kind of document as `idKind` says */
  idNumber: string
  /** what document idNumber is the number of */
  idKind: IdKind
  /** how surely the identity provider knew them at their last login */
  assurance: Assurance
  phone: string | null
  region: string
  companies: readonly Company[]
}

/** An official. A posting's `line` null means every line of authority in that region. */
export type Staff = { id: string; issuer: string; subject: string; name: string; unit: string; postings: readonly Posting[] }

/** 440305199005219994 → 440***********9994 */
export const maskIdNumber = (idNumber: string): string => `${idNumber.slice(0, 3)}${'*'.repeat(Math.max(0, idNumber.length - 7))}${idNumber.slice(-4)}`

/** 15400000101 → 154****0101 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** Each role once, in the order of the postings. */
export const rolesOf = (postings: readonly Posting[]): StaffRole[] => [...new Set(postings.map((posting) => posting.role))]

type Account = Pick<Person, 'id' | 'issuer' | 'subject' | 'idNumber'>

/**
 * The account a verified identity belongs to. An ID number is one human being for life, so it decides: a new subject with a known
 * number is the same person. A known subject with another number would hand one person's files to another and is a conflict.
 */
export const accountFor = (
  identity: Pick<Person, 'issuer' | 'subject' | 'idNumber'>,
  known: { byIdNumber: Account | undefined; bySubject: Account | undefined },
): { found: Account } | 'new' | 'conflict' => {
  if (known.bySubject && known.bySubject.idNumber !== identity.idNumber) return 'conflict'
  return known.byIdNumber ? { found: known.byIdNumber } : 'new'
}
