// Documents that one authority issues and every other can look up: asking the applicant for them again is what sharing ends.
// Pure. Source: the national list of e-licences (国办发〔2022〕3 号) and the rule that what can be shared is not asked again (国办发〔2018〕45 号).
import { documentKey } from './document-names.ts'

export type SharedDocument = { name: string; issuer: string; issuedBy: RegExp }

export const sharedDocuments: readonly SharedDocument[] = [
  { name: '居民身份证', issuer: '公安机关', issuedBy: /公安/ },
  { name: '居民户口簿', issuer: '公安机关', issuedBy: /公安/ },
  { name: '居住证', issuer: '公安机关', issuedBy: /公安/ },
  { name: '机动车驾驶证', issuer: '公安机关', issuedBy: /公安/ },
  { name: '机动车行驶证', issuer: '公安机关', issuedBy: /公安/ },
  { name: '往来港澳通行证', issuer: '公安机关', issuedBy: /公安/ },
  { name: '往来台湾通行证', issuer: '公安机关', issuedBy: /公安/ },
  { name: '结婚证', issuer: '民政部门', issuedBy: /民政/ },
  { name: '离婚证', issuer: '民政部门', issuedBy: /民政/ },
  { name: '社会团体法人登记证书', issuer: '民政部门', issuedBy: /民政/ },
  { name: '民办非企业单位登记证书', issuer: '民政部门', issuedBy: /民政/ },
  { name: '出生医学证明', issuer: '卫生健康部门', issuedBy: /卫生健康|卫健/ },
  { name: '医师资格证书', issuer: '卫生健康部门', issuedBy: /卫生健康|卫健/ },
  { name: '医师执业证书', issuer: '卫生健康部门', issuedBy: /卫生健康|卫健/ },
  { name: '医疗机构执业许可证', issuer: '卫生健康部门', issuedBy: /卫生健康|卫健/ },
  { name: '营业执照', issuer: '市场监督管理部门', issuedBy: /市场监督|市场监管|工商/ },
  { name: '事业单位法人证书', issuer: '机构编制部门', issuedBy: /编制|编办|事业单位登记/ },
  { name: '社会保险参保缴费证明', issuer: '人力资源社会保障部门', issuedBy: /人力资源|社会保险|社保/ },
  { name: '退休证', issuer: '人力资源社会保障部门', issuedBy: /人力资源|社会保险/ },
  { name: '不动产权证书', issuer: '自然资源部门', issuedBy: /自然资源|不动产/ },
  { name: '建设工程规划许可证', issuer: '自然资源部门', issuedBy: /自然资源|规划/ },
  { name: '建设用地规划许可证', issuer: '自然资源部门', issuedBy: /自然资源|规划/ },
  { name: '残疾人证', issuer: '残疾人联合会', issuedBy: /残疾人联合会|残联/ },
  { name: '律师执业证', issuer: '司法行政部门', issuedBy: /司法/ },
  { name: '道路运输证', issuer: '交通运输部门', issuedBy: /交通运输/ },
]

const others: Readonly<Record<string, string>> = { 中华人民共和国居民身份证: '居民身份证', 广东省居住证: '居住证', 律师执业证书: '律师执业证', 中华人民共和国残疾人证: '残疾人证', 第二代残疾人证: '残疾人证' }

/** The shared document a name means; undefined when it means another, several at once, or one of several. */
export const findSharedDocument = (name: string): SharedDocument | undefined => {
  const key = documentKey(name)
  const meant = others[key] ?? key
  return sharedDocuments.find((each) => each.name === meant)
}
