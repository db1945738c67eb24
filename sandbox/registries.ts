// The five registries: who keeps them, what identifies a record, whether the person must consent, and every field they hold.
// This table is the protocol: the OpenAPI documents, the checks and the README's field list all come from it.
import { Type } from 'typebox'

export const registryNames = ['population', 'births', 'marriage', 'insurance', 'licences'] as const
export type RegistryName = (typeof registryNames)[number]
export type SubjectKey = 'idNumber' | 'birthRecordNumber' | 'uscc'

export type FieldKind = 'text' | 'name' | 'idNumber' | 'region' | 'date' | 'time' | 'integer' | 'code' | 'licence' | 'births'
/** `computed` fields are answered, never accepted. */
export type Field = { title: string; kind: FieldKind; codes?: readonly string[]; computed?: true; unit?: string }

/**
 * `consent`: the registry answers only with the person's consent (PIPL art. 29: sensitive data).
 * `accepts`: a write may concern a known subject only, any subject, or a newborn whom the registry gives an ID number.
 */
export type Registry = {
  name: RegistryName
  title: string
  keeper: string
  keys: readonly SubjectKey[]
  consent: boolean
  accepts: { keys: readonly SubjectKey[]; subjects: 'known' | 'any' | 'knownOrNewborn' }
  fields: Readonly<Record<string, Field>>
}

const text = (title: string): Field => ({ title, kind: 'text' })
const name = (title: string): Field => ({ title, kind: 'name' })
const date = (title: string): Field => ({ title, kind: 'date' })
const region = (title: string): Field => ({ title, kind: 'region' })
const integer = (title: string, unit: string): Field => ({ title, kind: 'integer', unit })
const idNumber = (title: string): Field => ({ title, kind: 'idNumber' })
const code = (title: string, ...codes: string[]): Field => ({ title, kind: 'code', codes })
const licence = (title: string): Field => ({ title, kind: 'licence' })
const computed = (field: Field): Field => ({ ...field, computed: true })

export const registries: Readonly<Record<RegistryName, Registry>> = {
  population: {
    name: 'population',
    title: '人口基础信息库',
    keeper: '公安',
    keys: ['idNumber', 'birthRecordNumber'],
    consent: false,
    accepts: { keys: ['idNumber', 'birthRecordNumber'], subjects: 'knownOrNewborn' },
    fields: {
      idNumber: computed(idNumber('公民身份号码')),
      name: name('姓名'),
      sex: code('性别', 'male', 'female'),
      birthDate: date('出生日期'),
      ethnicity: text('民族'),
      householdRegion: region('户籍所在地区划代码'),
      householdAddress: text('户籍地址'),
      householdNumber: text('户号'),
      householdType: code('户别', 'family', 'collective'),
      phone: text('联系电话'),
      residenceRegion: region('居住地区划代码'),
      residenceAddress: text('居住地址'),
      deceasedOn: date('死亡日期'),
    },
  },
  births: {
    name: 'births',
    title: '出生医学信息库',
    keeper: '卫生健康',
    keys: ['idNumber', 'birthRecordNumber'],
    consent: true,
    accepts: { keys: ['birthRecordNumber'], subjects: 'known' },
    fields: {
      birthRecordNumber: computed(text('出生登记号')),
      childName: name('新生儿姓名'),
      childSex: code('新生儿性别', 'male', 'female'),
      childBirthDate: date('出生日期'),
      childBirthTime: { title: '出生时间', kind: 'time' },
      hospital: text('接生机构'),
      birthRegion: region('出生地区划代码'),
      weight: integer('出生体重', 'g'),
      length: integer('出生身长', 'cm'),
      gestationalWeeks: integer('孕周', 'week'),
      childCount: integer('本次分娩胎儿数', '1'),
      motherIdNumber: idNumber('母亲公民身份号码'),
      fatherIdNumber: idNumber('父亲公民身份号码'),
      birthCertificateNumber: text('出生医学证明编号'),
      birthCertificateIssuedOn: date('出生医学证明签发日期'),
      births: { title: '该母亲的历次生育记录，最近的在前', kind: 'births', computed: true },
    },
  },
  marriage: {
    name: 'marriage',
    title: '婚姻登记信息库',
    keeper: '民政',
    keys: ['idNumber'],
    consent: true,
    accepts: { keys: ['idNumber'], subjects: 'any' },
    fields: {
      maritalStatus: code('婚姻状况', 'unmarried', 'married', 'divorced', 'widowed'),
      spouseName: name('配偶姓名'),
      spouseIdNumber: idNumber('配偶公民身份号码'),
      marriageDate: date('结婚登记日期'),
      marriageCertificateNumber: text('结婚证字号'),
    },
  },
  insurance: {
    name: 'insurance',
    title: '医保社保参保信息库',
    keeper: '医疗保障、人力资源社会保障',
    keys: ['idNumber'],
    consent: true,
    accepts: { keys: ['idNumber'], subjects: 'any' },
    fields: {
      medicalInsuranceStatus: code('医保参保状态', 'insured', 'suspended', 'uninsured'),
      medicalInsuranceKind: code('医保险种', 'employee', 'resident'),
      insuredSince: date('参保开始日期'),
      maternityInsuredMonths: computed(integer('生育保险累计参保月数', 'month')),
      socialSecurityCardNumber: text('社会保障卡卡号'),
      bankName: text('社保卡金融账户开户行'),
      bankAccount: text('社保卡金融账户账号'),
    },
  },
  licences: {
    name: 'licences',
    title: '电子证照库',
    keeper: '政务服务数据管理',
    keys: ['idNumber', 'uscc'],
    consent: false,
    accepts: { keys: ['idNumber', 'uscc'], subjects: 'any' },
    fields: {
      idCard: licence('居民身份证'),
      householdBook: licence('居民户口簿'),
      marriageCertificate: licence('结婚证'),
      residencePermit: licence('居住证'),
      birthCertificate: licence('出生医学证明'),
      businessLicence: licence('营业执照'),
    },
  },
}

export const isRegistryName = (id: string): id is RegistryName => registryNames.some((each) => each === id)

/** What a field's value looks like on the wire; every field may be null: the registry holds no value. */
export const fieldSchema = (field: Field): Type.TSchema => {
  const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' })
  const shapes: Record<FieldKind, Type.TSchema> = {
    text: Type.String({ minLength: 1, maxLength: 500 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    idNumber: Type.String({ pattern: '^\\d{17}[\\dX]$', description: 'GB 11643' }),
    region: Type.String({ pattern: '^\\d{6}$', description: 'GB/T 2260' }),
    date: day,
    time: Type.String({ pattern: '^\\d{2}:\\d{2}$', description: 'HH:MM, Asia/Shanghai' }),
    integer: Type.Integer({ minimum: 0, ...(field.unit ? { description: `unit ${field.unit}` } : {}) }),
    code: Type.Union((field.codes ?? []).map((each) => Type.Literal(each))),
    licence: Type.Object({
      type: Type.String(),
      number: Type.String(),
      issuedOn: day,
      validUntil: Type.Union([day, Type.Null()], { description: 'null: without end' }),
      issuer: Type.String(),
    }),
    births: Type.Array(Type.Object({ birthRecordNumber: Type.String() }, { description: 'also each other requested field' })),
  }
  return Type.Union([shapes[field.kind], Type.Null()], { title: field.title })
}
