// Which names mean the same document, and what sharing saves.
// Guides are invented; the pairs are of the kind real lists are full of.
import { describe, expect, test } from 'vitest'
import { documentKey, plainName } from './document-names.ts'
import { isSameDocument, likeness, shareEvidence } from './shared-evidence.ts'
import { documents, guide } from './testing-guide.ts'

const same = (a: string, b: string) => isSameDocument(documentKey(a), documentKey(b))

describe('a name', () => {
  test('is reduced to what it means', () => {
    expect(plainName(' 1、《施工方案》(原件及复印件)；')).toBe('施工方案')
    expect(documentKey('申请人身份证（复印件）')).toBe('居民身份证')
    expect(documentKey('单位证明')).toBe('单位证明')
  })
  test.each([
    ['居民身份证', '身份证原件及复印件'], ['《个人所得税基础信息表（B表）》', '个人所得税基础信息表(B表)'], ['户口本', '居民户口簿'], ['照片', '相片'], ['保障公路、公路附属设施安全的技术评价报告', '保障公路公路附属设施安全的技术评价报告'],
    ['律师事务所执业许可证副本', '律师事务所执业许可证'], ['执业药师资格证', '《执业药师资格证书》'], ['企业营业执照', '营业执照'],
  ])('%s and %s are one document', (a, b) => expect(same(a, b)).toBe(true))
  test.each([
    ['建设项目环境影响报告书', '建设项目环境影响报告表'], ['专职律师执业许可申请表格', '兼职律师执业许可申请表格'], ['残疾人证', '残疾人证申请表'], ['法人证明文件', '申请人证明文件'], ['监护人身份证明', '监护人身份证'],
    ['申请单位出具的使用无线电频率申请公函', '申请单位出具的停止使用无线电频率申请公函'], ['承诺书', '股东承诺书'], ['一级建造师注册申请表', '二级建造师注册申请表'],
  ])('%s and %s are two', (a, b) => expect(same(a, b)).toBe(false))
  test('is as like itself as can be', () => expect(likeness('施工方案', '施工方案')).toBe(1))
})

describe('sharing', () => {
  const guides = [
    guide({ key: 'G1', documents: documents('居民身份证', '申请表') }),
    guide({ key: 'G2', documents: documents('身份证复印件', '申请表') }),
    guide({ key: 'G3', authority: { id: 'P', name: '示范市公安局' }, documents: documents('居民身份证') }),
    guide({ key: 'G4', documents: [{ name: '居民身份证', sharedBy: ['population'] }] }),
    guide({ key: 'G5', name: '演艺场所许可证核发', authority: { id: 'C', name: '样例市文化局' }, documents: [] }),
    guide({ key: 'G6', documents: documents('演艺场所许可证') }),
    guide({ key: 'G7', documents: documents('演艺场所许可证（复印件）') }),
  ]
  const report = shareEvidence(guides)
  test('counts guides, demands, names and documents', () => {
    expect(report).toMatchObject({ guides: 7, withDocuments: 6, demands: 8, names: 5, documents: 3, recurring: 3, underSeveralNames: 2 })
  })
  test('could save what another authority issues and nobody is known to look up', () => {
    expect(report.clusters.find(({ name }) => name === '居民身份证')).toMatchObject({ services: 4, authorities: 2, issuer: '公安机关', basis: 'list', saved: 2 })
  })
  test('knows an issuer by the service named after the document', () => {
    expect(report.clusters.find(({ name }) => name.startsWith('演艺场所'))).toMatchObject({ issuer: '样例市文化局', basis: 'catalogue', saved: 2 })
  })
  test('promises nothing for documents the applicant makes', () => expect(report.clusters.find(({ name }) => name === '申请表')).toMatchObject({ issuer: null, saved: 0 }))
})
