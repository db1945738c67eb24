// What whoever checks is told, as a schema for API replies.
// The type is in checked.ts, which the browser shares.
import { Type } from 'typebox'
import { textsSchema } from '../catalogue/index.ts'
import { verdicts } from './presentation.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const claims = Type.Array(Type.Object({ id: text, name: textsSchema, text }))

export const checkedSchema = Type.Object({
  verdict: Type.Enum([...verdicts], { description: 'About the credential: valid, expired, notYetValid, revoked, suspended, issuerUnknown, tampered, statusUnknown. About the code: used (looked at before), late (older than a minute), unknown (nobody’s).' }),
  type: Type.Union([Type.Object({ id: text, name: textsSchema }), Type.Null()]), issuer: Type.Union([textsSchema, Type.Null()]), claims, validUntil: textOrNull, purpose: textOrNull,
  shownBy: Type.Union([text, Type.Null()], { description: 'Who showed it in the holder’s name; null for the holder.' }),
  bound: Type.Boolean({ description: 'Its holder showed it just now; false for a file, which anybody may have.' }), checkedAt: text,
  statusAt: Type.Union([text, Type.Null()], { description: 'Up to when it is known whether it was revoked.' }),
})

