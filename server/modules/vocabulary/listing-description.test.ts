// What becomes of an implementation list in CPSV-AP: audience, classes, contact points, counters, delivery, the fee's basis.
// The neutral testing pack stands for all packs; its service is given what a test is about.
import { expect, test } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import type { Catalogue, Service } from '../catalogue/index.ts'
import { addressesBelow } from './code-lists.ts'
import { linksOf, textOf, type Resource } from './description.ts'
import { describeService } from './service-description.ts'

const at = addressesBelow('https://tongban.example')
const catalogue: Catalogue = testingPacks('2026-03-02').catalogueFor('990000')
const service = catalogue.services['telescope-permit']
if (!service) throw new Error('the testing pack has lost its content')

const described = (changes: Partial<Service>): Map<string, Resource> => new Map(describeService(at, catalogue, { ...service, ...changes }).map((each) => [each.iri, each]))
const base = at('990000', 'services', service.id)

test('a service says whom it is for, how much of it is online and where it can be applied for', () => {
  const resources = described({ listing: { audience: ['enterprise'], crossRegion: { scope: 'nation' } }, tripsOnline: 1 })
  expect(linksOf(resources.get(base), 'dct:audience')).toEqual([at('codes', 'audiences', 'enterprise')])
  expect(linksOf(resources.get(base), 'cv:isClassifiedBy')).toEqual([at('codes', 'online-depths', 'accept'), at('codes', 'reaches', 'nation')])
})

test('one can see whom to ask and where to complain', () => {
  const resources = described({ listing: { complaint: { phone: '12388', url: 'https://complain.example/' } } })
  expect(linksOf(resources.get(base), 'cv:contactPoint')).toEqual([`${base}/contacts/consult`, `${base}/contacts/complaint`])
  expect(textOf(resources.get(`${base}/contacts/complaint`), 'cv:telephone')).toBe('12388')
  expect(linksOf(resources.get(`${base}/contacts/complaint`), 'cv:contactPage')).toEqual(['https://complain.example/'])
})

test('counters and delivery by post are channels beside online and counter', () => {
  const counters = [{ id: 'hall', region: '990101', name: { 'zh-CN': '大厅' }, address: { 'zh-CN': '山路2号' } }]
  const resources = described({ listing: { delivery: ['post'], counters } })
  expect(linksOf(resources.get(base), 'cv:hasChannel')).toEqual(expect.arrayContaining([`${base}/channels/courier`, `${base}/channels/counter-hall`]))
  expect(textOf(resources.get(`${base}/channels/counter-hall`), 'dct:description')).toBe('大厅，山路2号')
})

test('the procedure is a rule in words, and a fee rests on its law', () => {
  const resources = described({ fee: 500, feeBasis: { title: '收费办法' } })
  expect(textOf(resources.get(`${base}/rules/procedure`), 'dct:description')).toMatch(/^1\. 提交：/)
  expect(linksOf(resources.get(`${base}/rules/fee`), 'cpsv:implements')).toHaveLength(1)
  expect(described({ fee: 0 }).has(`${base}/rules/fee`)).toBe(false)
})
