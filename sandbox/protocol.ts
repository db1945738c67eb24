// The messages of the registries' protocol as JSON Schema, and the checks a registry makes on each of them.
// Pure; the OpenAPI documents are made of the same schemas, so what is published is what is enforced.
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { fieldSchema, isPossible, subjectKeyNames, subjectKeys, type Registry, type SubjectKey } from './fields.ts'
import type { Subject, Values } from './records.ts'

const Text = (description: string) => Type.String({ minLength: 1, maxLength: 500, description })
const optionalText = (description: string) => Type.Optional(Type.Union([Text(description), Type.Null()]))

const keyText = (key: SubjectKey) => Type.Optional(Type.String({ description: subjectKeys[key].title, minLength: 1, maxLength: 60 }))
// Written out by the table of keys, whose names TypeScript cannot follow through fromEntries.
const keyProperties = Object.fromEntries(subjectKeyNames.map((key) => [key, keyText(key)])) as Record<SubjectKey, ReturnType<typeof keyText>>
export const SubjectSchema = Type.Object(keyProperties, { additionalProperties: false, description: 'exactly one key' })
const why = {
  fields: Type.Array(Type.String(), { minItems: 1, maxItems: 50, description: 'only these come back' }),
  purpose: Text('what the data is needed for, in words a person understands'),
  legalBasis: Text('the law or rule that allows it'),
  caseNumber: optionalText('the case it is needed for'),
  consent: optionalText('reference of the consent the person gave'),
}
export const QuerySchema = Type.Object({ subject: SubjectSchema, ...why })
export const BatchSchema = Type.Object({ subjects: Type.Array(SubjectSchema, { minItems: 1, maxItems: 100 }), ...why })
export const WriteSchema = Type.Object({
  subject: SubjectSchema,
  fields: Type.Record(Type.String(), Type.Unknown(), { description: 'field → value' }),
  legalBasis: Text('the law or rule the result rests on'),
  caseNumber: optionalText('the case that produced the result'),
})
export type Query = Static<typeof QuerySchema>
export type Batch = Static<typeof BatchSchema>
export type Write = Static<typeof WriteSchema>

/** HTTP status of every code a registry may answer with. */
export const refusals = {
  invalid: 400,
  unknown_field: 400,
  unauthorized: 401,
  consent_required: 403,
  not_found: 404,
  unknown_subject: 404,
  method_not_allowed: 405,
  idempotency_conflict: 409,
  too_large: 413,
  too_many: 429,
  internal: 500,
} as const satisfies Record<string, number>

/** Thrown to refuse a request. `message` is shown to the caller. */
export class Refused extends Error {
  readonly code: keyof typeof refusals
  constructor(code: keyof typeof refusals, message: string) {
    super(message)
    this.code = code
  }
}

const checker = <Schema extends Type.TSchema>(schema: Schema) => {
  const compiled = Compile(schema)
  return (body: unknown): Static<Schema> => {
    if (compiled.Check(body)) return body
    const [fault] = compiled.Errors(body)
    throw new Refused('invalid', `${fault?.instancePath || 'body'} ${fault?.message ?? 'is not valid'}`)
  }
}
export const readQuery = checker(QuerySchema)
export const readBatch = checker(BatchSchema)
export const readWrite = checker(WriteSchema)

/** The one key of a subject. @throws Refused when there are none or several, or the number itself cannot be right */
export const subjectKey = (subject: Subject, allowed: readonly SubjectKey[]): { key: SubjectKey; value: string } => {
  const given = subjectKeyNames.filter((key) => subject[key] !== undefined)
  const [key] = given
  const value = key && subject[key]
  if (!key || value === undefined || given.length > 1 || !allowed.includes(key)) {
    throw new Refused('invalid', `subject needs exactly one of ${allowed.join(', ')}`)
  }
  if (!subjectKeys[key].isRight(value)) throw new Refused('invalid', `subject.${key} has a wrong format or check digit`)
  return { key, value }
}

/** Refuses a field the registry does not hold. */
export const checkFields = (registry: Registry, fields: readonly string[]): void => {
  const unknown = fields.filter((field) => !Object.hasOwn(registry.fields, field))
  if (unknown.length > 0) {
    throw new Refused('unknown_field', `${registry.name} holds no ${unknown.join(', ')}; it holds ${Object.keys(registry.fields).join(', ')}`)
  }
}

export const checkConsent = (registry: Registry, consent: string | null | undefined): void => {
  if (registry.consent && !consent) throw new Refused('consent_required', `${registry.name} answers only with the person's consent`)
}

const writable = new Map<Registry, (fields: unknown) => unknown>()

/** The fields of a write, each of the right type. @throws Refused naming the first that is not */
export const readFields = (registry: Registry, fields: Record<string, unknown>): Values => {
  checkFields(registry, Object.keys(fields))
  const computed = Object.keys(fields).find((field) => registry.fields[field]?.computed)
  if (computed) throw new Refused('invalid', `${computed} is computed by ${registry.name} and cannot be written`)
  if (Object.keys(fields).length === 0) throw new Refused('invalid', 'fields is empty')
  let check = writable.get(registry)
  if (!check) {
    check = checker(Type.Partial(Type.Object(fieldSchemas(registry))))
    writable.set(registry, check)
  }
  const impossible = Object.entries(fields).find(([field, value]) => !isPossible(registry.fields[field]?.kind, value))
  if (impossible) throw new Refused('invalid', `/${impossible[0]} ${impossible[1]} does not exist`)
  // The check is compiled from the same table that types Values, which TypeScript cannot follow through a computed schema.
  return check(fields) as Values
}

/** JSON Schema of every field, by name. */
export const fieldSchemas = (registry: Registry): Record<string, Type.TSchema> =>
  Object.fromEntries(Object.entries(registry.fields).map(([name, field]) => [name, fieldSchema(field)]))
