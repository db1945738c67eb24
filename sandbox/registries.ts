// Every registry of the sandbox: five whose records are laid out from the families (records.ts), and those that are plainly declared.
// This table is the protocol: the OpenAPI documents, the checks and the README's field list all come from it.
import { declaredRegistries } from './declared.ts'
import type { Field, Registry } from './fields.ts'

const text = (title: string): Field => ({ title, kind: 'text' })
const name = (title: string): Field => ({ title, kind: 'name' })
const date = (title: string): Field => ({ title, kind: 'date' })
const region = (title: string): Field => ({ title, kind: 'region' })
const integer = (title: string, unit: string): Field => ({ title, kind: 'integer', unit })
const idNumber = (title: string): Field => ({ title, kind: 'idNumber' })
const code = (title: string, ...codes: string[]): Field => ({ title, kind: 'code', codes })
const licence = (title: string): Field => ({ title, kind: 'licence' })
const computed = (field: Field): Field => ({ ...field, computed: true })

const modelled = {
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
      kinship: text('与同户亲属的关系'),
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
      accountBalance: integer('医保个人账户余额', 'fen'),
      medicalCost: integer('近十二个月自付医疗费', 'fen'),
      cardIssuedOn: date('社会保障卡发卡日期'),
    },
  },
  licences: {
    name: 'licences',
    title: '电子证照库',
    keeper: '政务服务数据管理',
    keys: ['idNumber', 'creditCode'],
    consent: false,
    accepts: { keys: ['idNumber', 'creditCode'], subjects: 'any' },
    fields: {
      idCard: licence('居民身份证'),
      householdBook: licence('居民户口簿'),
      marriageCertificate: licence('结婚证'),
      residencePermit: licence('居住证'),
      birthCertificate: licence('出生医学证明'),
      businessLicence: licence('营业执照'),
    },
  },
} as const satisfies Record<string, Registry>

/** Registries whose records come from people.yaml. */
export type ModelledName = keyof typeof modelled

/** By name, in the order of their ports. */
export const registries: ReadonlyMap<string, Registry> = new Map<string, Registry>([...Object.entries(modelled), ...declaredRegistries().map((registry) => [registry.name, registry] as const)])

export const registryNames: readonly string[] = [...registries.keys()]

export const isRegistryName = (id: string): boolean => registries.has(id)

/** @throws RangeError when there is no such registry */
export const getRegistry = (id: string): Registry => {
  const registry = registries.get(id)
  if (!registry) throw new RangeError(`“${id}” is none of ${registryNames.join(', ')}`)
  return registry
}
