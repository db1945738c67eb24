// Names a person in records that are only ever asked "is this about me?": a keyed digest of the ID number, never the number itself.
// Keyed, because the 10^11 numbers there are could all be tried against a plain hash within a day.
import { createHash } from 'node:crypto'
import { keyedDigest } from './field-encryption.ts'

/** 43 characters of base64url. @param idNumber resident ID number, GB 11643, or another number of identity, tidied */
export const personDigest = (idNumber: string): string => digestAgain(createHash('sha256').update(`person ${idNumber}`).digest('hex'))

/** The digest of the one key a record is asked by, such as `{ creditCode: '…' }`; of an ID number it is the person's. */
export const keyDigest = (subject: Readonly<Record<string, string>>): string => {
  const [key = '', value = ''] = Object.entries(subject)[0] ?? []
  return key === 'idNumber' ? personDigest(value) : digestAgain(createHash('sha256').update(`${key} ${value}`).digest('hex'))
}

/** The digest in use today of a plain SHA-256 (64 hexadecimal digits), which earlier versions kept as it was. */
export const digestAgain = (plain: string): string => keyedDigest('person', plain)
