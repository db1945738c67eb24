// What a registry is made of: the numbers its records are found by, and its fields with what their values look like on the wire.
// Pure.
import { Type } from 'typebox'
import { isBankCard, isCreditCode, isDate, isIdNumber } from './numbers.ts'

/** What a subject may be named by. A title, contract, project or frame number has no check digit the registries agree on. */
export const subjectKeys = {
  idNumber: { title: '公民身份号码，GB 11643', isRight: isIdNumber },
  creditCode: { title: '统一社会信用代码，GB 32100', isRight: isCreditCode },
  birthRecordNumber: { title: '出生登记号', isRight: () => true },
  titleNumber: { title: '不动产权证号', isRight: () => true },
  landContractNumber: { title: '土地出让合同编号', isRight: () => true },
  code: { title: '投资项目代码', isRight: () => true },
  frameNumber: { title: '车架号，GB 16735', isRight: (text: string) => /^[A-HJ-NPR-Z0-9]{17}$/.test(text) },
} as const satisfies Record<string, { title: string; isRight: (text: string) => boolean }>
export type SubjectKey = keyof typeof subjectKeys

export const isSubjectKey = (name: string): name is SubjectKey => Object.hasOwn(subjectKeys, name)
export const subjectKeyNames: readonly SubjectKey[] = Object.keys(subjectKeys).filter(isSubjectKey)

export const fieldKinds = ['text', 'name', 'idNumber', 'creditCode', 'bankAccount', 'region', 'date', 'time', 'integer', 'decimal', 'boolean', 'code', 'licence', 'births'] as const
export type FieldKind = (typeof fieldKinds)[number]
/** `computed` fields are answered, never accepted. */
export type Field = { title: string; kind: FieldKind; codes?: readonly string[]; computed?: true; unit?: string }

/**
 * `consent`: the registry answers only with the person's consent (PIPL art. 29: sensitive data).
 * `accepts`: a write may concern a known subject only, any subject, or a newborn whom the registry gives an ID number.
 */
export type Registry = {
  name: string
  title: string
  keeper: string
  keys: readonly SubjectKey[]
  consent: boolean
  accepts: { keys: readonly SubjectKey[]; subjects: 'known' | 'any' | 'knownOrNewborn' }
  fields: Readonly<Record<string, Field>>
}

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' })
const withUnit = (unit: string | undefined) => (unit ? { description: `unit ${unit}` } : {})

/** What a field's value looks like on the wire; every field may be null: the registry holds no value. */
export const fieldSchema = (field: Field): Type.TSchema => {
  const shapes: Record<FieldKind, () => Type.TSchema> = {
    text: () => Type.String({ minLength: 1, maxLength: 500 }),
    name: () => Type.String({ minLength: 1, maxLength: 100 }),
    idNumber: () => Type.String({ pattern: '^\\d{17}[\\dX]$', description: 'GB 11643' }),
    creditCode: () => Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', description: 'GB 32100' }),
    bankAccount: () => Type.String({ pattern: '^\\d{16,19}$', description: 'ISO/IEC 7812-1' }),
    region: () => Type.String({ pattern: '^\\d{6}$', description: 'GB/T 2260' }),
    date: () => day,
    time: () => Type.String({ pattern: '^\\d{2}:\\d{2}$', description: 'HH:MM, Asia/Shanghai' }),
    integer: () => Type.Integer({ minimum: 0, ...withUnit(field.unit) }),
    decimal: () => Type.Number({ minimum: 0, ...withUnit(field.unit) }),
    boolean: () => Type.Boolean(),
    code: () => Type.Union((field.codes ?? []).map((each) => Type.Literal(each))),
    licence: () =>
      Type.Object({
        type: Type.String(),
        number: Type.String(),
        issuedOn: day,
        validUntil: Type.Union([day, Type.Null()], { description: 'null: without end' }),
        issuer: Type.String(),
      }),
    births: () => Type.Array(Type.Object({ birthRecordNumber: Type.String() }, { description: 'also each other requested field' })),
  }
  return Type.Union([shapes[field.kind](), Type.Null()], { title: field.title })
}

/** Whether a value of the right shape also names something that can exist: a day, a number with its check digit. */
export const isPossible = (kind: FieldKind | undefined, value: unknown): boolean => {
  if (typeof value !== 'string') return true
  if (kind === 'date') return isDate(value)
  if (kind === 'idNumber') return isIdNumber(value)
  if (kind === 'creditCode') return isCreditCode(value)
  return kind !== 'bankAccount' || isBankCard(value)
}
