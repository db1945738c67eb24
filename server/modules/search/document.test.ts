// What is indexed of matters, services and imported services.
import { expect, test } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { exampleLine } from '../catalogue/gdzwfw-example.ts'
import { readServiceLine } from '../catalogue/gdzwfw.ts'
import { authorityDocument, helpDocument, importedDocument, matterDocument, outletDocument, serviceDocument, toEntry, urlOf } from './document.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990000')
const matter = catalogue.matters['keep-telescope']
const service = catalogue.services['telescope-permit']
if (!matter || !service) throw new Error('the testing pack has lost its content')

const imported = (changes: Record<string, unknown> = {}) => {
  const outcome = readServiceLine(exampleLine(changes))
  if (!('service' in outcome)) throw new Error('the example line is no service')
  return importedDocument(outcome.service)
}

test('a matter is found by its keywords, its id and the services in it, in every language', () => {
  const entry = toEntry(matterDocument(catalogue, matter, '990000'))
  expect(entry.aliasWords).toEqual(['望远镜', '星空', '观星', 'keep telescope'])
  expect(entry.titleWords).toEqual(['拥有一台望远镜', 'keep a telescope'])
  expect(entry.contextWords).toContain('路灯夜间调暗')
})

test('a service is found by what it issues; conditions and documents are its body', () => {
  const entry = toEntry(serviceDocument(catalogue, service, '990000'))
  expect(entry.aliasWords).toContain('望远镜许可证')
  expect(entry.bodyWords).toContain('受赠')
})

test('a service is found by what people ask about it and by the answers', () => {
  const faq = [{ id: 'lens', ask: { 'zh-CN': '镜片碎了怎么办？' }, answer: { 'zh-CN': '找工匠换一片。' } }]
  const entry = toEntry(serviceDocument(catalogue, { ...service, listing: { faq } }, '990000'))
  expect(entry.contextWords).toContain('碎了')
  expect(entry.bodyWords).toContain('工匠')
})

test('an imported service says in one sentence who does it, how fast, and how', () => {
  expect(imported().summary).toEqual({ 'zh-CN': '示范市文化局，承诺 5 个工作日办结，可网上办理，最多跑 1 次。' })
  expect(imported({ handle_time_limit: '0(工作日)', visit_number: '0' }).summary['zh-CN']).toBe('示范市文化局，当场办结，可网上办理，不用跑现场。')
})

test('a bracket inside a word is looked through', () => {
  expect(imported({ TASK_NAME: '出口退（免）税备案' }).aliases).toContain('出口退免税备案')
})

test('the version changes with the content and only with it', () => {
  const first = toEntry(matterDocument(catalogue, matter, '990000')).version
  expect(toEntry(matterDocument(catalogue, { ...matter }, '990000')).version).toBe(first)
  expect(toEntry(matterDocument(catalogue, { ...matter, keywords: ['星'] }, '990000')).version).not.toBe(first)
})

test('a summary is cut at 120 characters', () => {
  const long = matterDocument(catalogue, { ...matter, summary: { 'zh-CN': '长'.repeat(500) } }, '990000')
  expect(long.summary['zh-CN']).toHaveLength(120)
})

test('the address of a result is the page of the portal', () => {
  expect(urlOf('matter', 'newborn')).toBe('/matters/newborn')
  expect(urlOf('service', 'a b')).toBe('/services/a%20b')
  expect(urlOf('importedService', '1144')).toBe('/services/imported/1144')
})

test('what can be done at once is said: applying here or there, booking, calling', () => {
  const acts = (changes: Record<string, unknown>) => imported(changes).action
  expect(matterDocument(catalogue, matter, '990000').action).toEqual({ kind: 'apply', url: '/matters/keep-telescope' })
  expect(acts({ ONLINECHECK: '1', URL: 'https://apply.example.org/kites' })).toEqual({ kind: 'apply', url: 'https://apply.example.org/kites' })
  expect(acts({ ONLINECHECK: '0', online_book: '否', consult_phone: '020-83133642' })).toEqual({ kind: 'call', url: 'tel:02083133642' })
  expect(acts({ ONLINECHECK: '0', online_book: '否', consult_phone: '无' })).toMatchObject({ kind: 'open' })
})

test('an address that is none is not offered', () => {
  expect(imported({ ONLINECHECK: '1', URL: 'javascript:alert(1)' }).action.kind).not.toBe('apply')
})

test('a hall is found by where it is and by its windows, and can be called', () => {
  const hall = { id: 'hall', region: '990100', name: { 'zh-CN': '示范厅' }, address: { 'zh-CN': '灯塔路1号' }, hours: { 'zh-CN': '周一至周五' }, phone: '0990-1234', windows: [{ number: '1', name: { 'zh-CN': '观星窗口' } }] }
  const { context, summary, action } = outletDocument(hall, '990000')
  expect(context).toEqual(['灯塔路1号', '观星窗口'])
  expect([summary['zh-CN'], action]).toEqual(['灯塔路1号，周一至周五', { kind: 'call', url: 'tel:09901234' }])
})

test('a hall that says how a visit is booked is booked at once, by its page before its number', () => {
  const hall = { id: 'hall', region: '990100', name: { 'zh-CN': '示范厅' }, phone: '0990-1234', windows: [] }
  const source = { title: '预约须知' }
  const actionOf = (appointment: { url?: string; phone?: string }) => outletDocument({ ...hall, appointment: { ...appointment, source } }, '990000').action
  expect(actionOf({ url: 'https://book.example.org/', phone: '0990-5678' })).toEqual({ kind: 'book', url: 'https://book.example.org/' })
  expect(actionOf({ phone: '0990-5678' })).toMatchObject({ kind: 'book', url: 'tel:09905678', label: { 'zh-CN': '打电话预约' } })
})

test('an authority without a telephone leads to what it does', () => {
  const { summary, action } = authorityDocument({ line: 'stars', region: '990100', name: { 'zh-CN': '示范市星空局' }, shortName: { 'zh-CN': '星空局' } }, '990000')
  expect([summary['zh-CN'], action]).toEqual(['', { kind: 'open', url: '/services?authority=stars&region=990100' }])
})

test('a page of help offers what its first link is for: a call, seeing how far something is, a page', () => {
  const offers = (more: object) => helpDocument({ id: 'far', group: 'follow', title: { 'zh-CN': '到哪一步了' }, body: [], steps: [], keywords: [], links: [], ...more }, '990000').action
  const label = { 'zh-CN': '查一查' }
  expect(offers({})).toEqual({ kind: 'open', url: '/help/far' })
  expect(offers({ links: [{ label, href: '/progress' }], answers: 'track' })).toEqual({ kind: 'track', url: '/progress', label })
  expect(offers({ links: [{ label, href: '/progress' }] })).toEqual({ kind: 'open', url: '/progress', label })
  expect(offers({ links: [{ label, href: 'tel:12345' }], answers: 'contact' })).toEqual({ kind: 'call', url: 'tel:12345', label })
})
