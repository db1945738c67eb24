// Registries that are nothing but declared records: registers/*.yaml name the fields and hold the records, no code knows any of them.
// Read once; every broken rule is reported with the register and record it concerns, all at once.
import { readdirSync, readFileSync } from 'node:fs'
import { Type, type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import { datedFrom } from './days.ts'
import { fieldKinds, fieldSchema, isPossible, isSubjectKey, subjectKeys, type Field, type Registry } from './fields.ts'
import type { Subject, Values } from './records.ts'

const strict = { additionalProperties: false }
const Text = Type.String({ minLength: 1 })
const FieldSchema = Type.Object(
  {
    title: Text,
    kind: Type.Union(fieldKinds.filter((kind) => kind !== 'births' && kind !== 'licence').map((kind) => Type.Literal(kind))),
    codes: Type.Optional(Type.Array(Text, { minItems: 1 })),
    unit: Type.Optional(Text),
  },
  strict,
)
const RegisterSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$' }),
    title: Text,
    keeper: Text,
    consent: Type.Boolean(),
    keys: Type.Array(Text, { minItems: 1 }),
    fields: Type.Record(Type.String(), FieldSchema),
    records: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  },
  strict,
)
const file = Compile(Type.Object({ registers: Type.Array(RegisterSchema) }, strict))

type Register = Static<typeof RegisterSchema>
/** Records by registry; each holds the keys it is found by beside its fields. */
export type Declared = Readonly<Record<string, readonly Values[]>>

const folder = new URL('registers/', import.meta.url)

const toRegistry = ({ id, title, keeper, consent, keys, fields }: Register): Registry => {
  const known = keys.filter(isSubjectKey)
  // FieldSchema is the same type, with the kinds in a union made at run time.
  return { name: id, title, keeper, consent, keys: known, accepts: { keys: known, subjects: 'any' }, fields: fields as Record<string, Field> }
}

const recordFaults = (register: Register, registry: Registry, record: Record<string, unknown>, at: number): string[] => {
  const where = `${register.id}, record ${at + 1}`
  const own = registry.keys.filter((key) => record[key] !== undefined)
  return [
    ...(own.length > 0 ? [] : [`${where} has none of the keys ${registry.keys.join(', ')}`]),
    ...own.filter((key) => !subjectKeys[key].isRight(String(record[key]))).map((key) => `${where}: ${key} ${String(record[key])} is wrong`),
    ...Object.entries(record).flatMap(([name, value]) => {
      const field = Object.hasOwn(registry.fields, name) ? registry.fields[name] : undefined
      if (!field) return registry.keys.some((key) => key === name) ? [] : [`${where}: there is no field ${name}`]
      return Compile(fieldSchema(field)).Check(value) && isPossible(field.kind, value) ? [] : [`${where}: ${name} ${JSON.stringify(value)} cannot be right`]
    }),
  ]
}

/** @param source the file's name, for the message @throws Error naming every broken rule */
export const readRegisters = (text: string, source: string): { registries: Registry[]; records: Declared } => {
  const content: unknown = parse(text)
  const shape = file.Check(content) ? [] : file.Errors(content).map((fault) => `${fault.instancePath || '/'} ${fault.message}`)
  const { registers } = shape.length === 0 ? (content as { registers: Register[] }) : { registers: [] }
  const registries = registers.map(toRegistry)
  const faults = [
    ...shape,
    ...registers.flatMap(({ id, keys }) => keys.filter((key) => !isSubjectKey(key)).map((key) => `${id}: nothing is found by ${key}`)),
    ...registers.flatMap((register, at) => register.records.flatMap((record, index) => recordFaults(register, registries[at] ?? toRegistry(register), record, index))),
  ]
  if (faults.length > 0) throw new Error(`${source} breaks ${faults.length} rule(s):\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  return { registries, records: Object.fromEntries(registers.map(({ id, records }) => [id, records as Values[]])) }
}

const readAll = (today: string) =>
  readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted().map((name) => readRegisters(datedFrom(readFileSync(new URL(name, folder), 'utf8'), today), `sandbox/registers/${name}`))

/** A date with which relative ones become real ones; what the fields are does not depend on it. */
const anyDay = '2026-01-01'

export const declaredRegistries = (): Registry[] => readAll(anyDay).flatMap(({ registries }) => registries)

/** Read once for each day: reading the files takes longest of all when the sandbox starts. */
const known = new Map<string, Declared>()

/** @param today 'YYYY-MM-DD', from which relative dates count */
export const declaredRecords = (today: string): Declared => {
  const records = known.get(today) ?? Object.assign({}, ...readAll(today).map((each) => each.records))
  known.set(today, records)
  return records
}

/** The first record with the subject's key. */
export const findDeclared = (declared: Declared, registry: string, subject: Subject): Values | undefined =>
  declared[registry]?.find((record) => Object.entries(subject).some(([key, value]) => record[key] === value))
