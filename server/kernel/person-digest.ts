// Names a person in records that are only ever asked "is this about me?": the SHA-256 of the ID number, never the number itself.
// Not for secrecy from who holds the database (numbers can be tried), but so that such records read nothing to anybody else.
import { createHash } from 'node:crypto'

/** 64 hexadecimal digits. @param idNumber resident ID number, GB 11643, tidied */
export const personDigest = (idNumber: string): string => createHash('sha256').update(`person ${idNumber}`).digest('hex')
