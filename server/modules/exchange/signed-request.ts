// A request as a department's system signs it, and what must hold before it is looked at: whom it is for, when it was made. Pure.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'

const closed = { additionalProperties: false }
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })
const stamp = {
  iss: text(60), aud: text(300), jti: Type.String({ pattern: '^[\\w-]{16,64}$' }), iat: Type.Integer(),
}

/** `subject`: exactly one key; `fields`: by their names on the wire. */
const asked = {
  resource: text(60),
  subject: Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), text(60), { minProperties: 1, maxProperties: 1 }),
  fields: Type.Array(text(60), { minItems: 1, maxItems: 50, uniqueItems: true }),
  purpose: text(200), legalBasis: text(200), caseNumber: text(60),
}

/** `iat`: seconds since 1970; `jti`: a number of its own for each request; `consent`: number of one that was asked for and given here. */
export const questionSchema = Type.Object({ ...stamp, ...asked, consent: Type.Optional(text(200)) }, closed)

/** Asks whoever the subject is to agree to such calls; `until`: 'YYYY-MM-DD', the last day on which the consent may be used. */
export const consentWishSchema = Type.Object({ ...stamp, ...asked, until: text(10) }, closed)

/** Asks what became of it. */
export const consentQuestionSchema = Type.Object({ ...stamp, consent: Type.String({ format: 'uuid' }) }, closed)

/** Asks for the answer of a call ordered before. */
export const collectionSchema = Type.Object({ ...stamp, order: Type.String({ format: 'uuid' }) }, closed)

export type SignedQuestion = Static<typeof questionSchema>
export type SignedCollection = Static<typeof collectionSchema>

export type SignedConsentWish = Static<typeof consentWishSchema>
export type SignedConsentQuestion = Static<typeof consentQuestionSchema>

const [questions, collections, consentWishes, consentQuestions] = [Compile(questionSchema), Compile(collectionSchema), Compile(consentWishSchema), Compile(consentQuestionSchema)]

export const readQuestion = (content: unknown): SignedQuestion | undefined => (questions.Check(content) && isWellFormed(content) ? content : undefined)
export const readCollection = (content: unknown): SignedCollection | undefined => (collections.Check(content) ? content : undefined)
export const readConsentWish = (content: unknown): SignedConsentWish | undefined => (consentWishes.Check(content) && isWellFormed(content) ? content : undefined)
export const readConsentQuestion = (content: unknown): SignedConsentQuestion | undefined => (consentQuestions.Check(content) ? content : undefined)

/** No half of a surrogate pair, which PostgreSQL cannot hold. */
const isWellFormed = (content: SignedQuestion | SignedConsentWish): boolean => JSON.stringify(content).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(content))

/** Seconds by which a sender's clock may differ from ours. */
export const skewSeconds = 60

export const isTimely = ({ iat }: { iat: number }, now: Date): boolean => Math.abs(now.getTime() / 1000 - iat) <= skewSeconds
