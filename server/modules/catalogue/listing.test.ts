// Tests of implementation lists: what a pack states, what follows where it says nothing, and what is refused.
import { describe, expect, test } from 'vitest'
import type { Catalogue, Service } from './definitions.ts'
import { frozenFor, thawed } from './frozen-catalogue.ts'
import { mayFollowIn, listedDocument, listingOf, type Listing } from './listing.ts'
import { loadPacks } from './load-packs.ts'
import { bundleFor } from './matter-bundle.ts'
import { brokenRules, changed, inFolder, tinyPack, type PackFiles } from './tiny-pack.ts'

const first = 'tiny/services/first.yaml'
const authorities = 'tiny/authorities/all.yaml'

const load = (files: PackFiles = tinyPack, on = '2026-03-02'): Catalogue => inFolder(files, (folder) => loadPacks(folder, { on }).catalogueFor('990000'))
const stating = (yaml: string): PackFiles => changed(first, '\nlimits:', `\n${yaml}\nlimits:`)
const serviceIn = (catalogue: Catalogue, id = 'first'): Service => {
  const service = catalogue.services[id]
  if (!service) throw new Error(`no ${id}`)
  return service
}
const listed = (files: PackFiles = tinyPack, on?: string): Listing => {
  const catalogue = load(files, on)
  return listingOf(catalogue, serviceIn(catalogue))
}

describe('where a pack says nothing', () => {
  test('those of its matters may apply, and only where the authority is', () => {
    expect(listed()).toMatchObject({ audience: ['person'], crossRegion: { scope: 'district', ways: [] }, delivery: ['online'], codes: {}, faq: [], counters: [] })
  })

  test('a service without a visit online is fully online, one with a visit is not', () => {
    expect(listed().onlineDepth).toBe('full')
    expect(listed(stating('tripsOnline: 1')).onlineDepth).toBe('accept')
  })

  test('the procedure is hand in, accept, decide within the promised limit, deliver; a visit comes before the decision', () => {
    expect(listed().procedure.map(({ id, who, days }) => [id, who, days])).toEqual([
      ['submit', 'applicant', undefined], ['accept', 'authority', undefined], ['decide', 'authority', 5], ['deliver', 'authority', 0],
    ])
    expect(listed(stating('tripsOnline: 1')).procedure.map(({ id }) => id)).toEqual(['submit', 'accept', 'visit', 'decide', 'deliver'])
  })

  test('one asks the authority by the number all of them share, and complains to 12345', () => {
    expect(listed(changed(authorities, 'shortName: 林业局', "shortName: 林业局, phone: '12119'"))).toMatchObject({ consult: { phone: '12119' }, complaint: { phone: '12345' } })
    expect(listed().consult).toEqual({ phone: '12345' })
  })

  test('the counter is the office of the authority, where its address is known', () => {
    expect(listed(changed(authorities, 'shortName: 林业局', 'shortName: 林业局, address: 林荫路1号')).counters).toEqual([
      { id: 'trees-990101', region: '990101', name: { 'zh-CN': '东山区林业局' }, address: { 'zh-CN': '林荫路1号' } },
    ])
  })
})

test('what a pack states stands as stated', () => {
  const files = stating(`audience: [enterprise, other-organisation]
crossRegion: {scope: nation, ways: [joint], basis: 通办清单}
delivery: [counter, post]
procedure:
  - {id: hand-in, name: 交, who: applicant, does: 交到窗口。}
  - {id: look, name: 看, who: third-party, does: 专家去看。, days: 3}
counters: [{id: hall, region: '990101', name: 大厅, address: 山路2号, hours: 工作日, phone: '12119'}]
complaint: {phone: '12388', url: 'https://example.test/complain'}
faq: [{id: tall, ask: 多高？, answer: 看树种。}]`)
  expect(listed(files)).toMatchObject({
    audience: ['enterprise', 'other-organisation'], crossRegion: { scope: 'nation', ways: ['joint'], basis: { 'zh-CN': '通办清单' } }, delivery: ['counter', 'post'],
    procedure: [{ id: 'hand-in' }, { id: 'look', who: 'third-party', days: 3 }], counters: [{ id: 'hall', hours: { 'zh-CN': '工作日' }, phone: '12119' }],
    complaint: { phone: '12388', url: 'https://example.test/complain' }, faq: [{ id: 'tall', ask: { 'zh-CN': '多高？' }, answer: { 'zh-CN': '看树种。' } }],
  })
})

test('a fee comes with the rule it rests on', () => {
  expect(listed(stating("fee: [{from: '2020-01-01', fen: 500, source: {title: 收费办法}}]")).feeBasis).toEqual({ title: '收费办法' })
  expect(listed().feeBasis).toBeUndefined()
})

describe('a document', () => {
  const documentOf = (files: PackFiles, id: string) => {
    const catalogue = load(files)
    const evidence = catalogue.evidence[id]
    return evidence && listedDocument(catalogue, evidence)
  }

  test('of a registry or a service comes from the authority that keeps or issues it and need not be handed in', () => {
    expect(documentOf(tinyPack, 'card')).toEqual({ evidence: 'card', source: 'authority', issuer: { 'zh-CN': '东山区林业局' }, shared: true, originals: 1, copies: 0, form: 'either' })
    expect(documentOf(tinyPack, 'first-result')).toMatchObject({ source: 'authority', shared: true })
  })

  test('of nobody else is made out by the applicant, and its issuer may be named', () => {
    const file = 'tiny/evidence/all.yaml'
    const own = changed(file, 'name: 证件, registries: [people], proves: [person.name]', 'name: 证件, copies: {originals: 0, copies: 2, form: paper}')
    expect(documentOf(own, 'card')).toEqual({ evidence: 'card', source: 'applicant', issuer: null, shared: false, originals: 0, copies: 2, form: 'paper' })
    expect(documentOf(changed(file, 'name: 证件,', 'name: 证件, origin: {name: 医院},'), 'card')).toMatchObject({ source: 'third-party', issuer: { 'zh-CN': '医院' }, shared: true })
  })

  test('may follow later where the pack says so, or where a commitment says by when', () => {
    const catalogue = load(changed(first, '{id: who, anyOf: [card],', '{id: who, anyOf: [card], tolerable: true,'))
    expect(serviceIn(catalogue).evidence.map((need) => mayFollowIn(catalogue, need))).toEqual([{ dueDays: 10 }])
    const committed = load(changed('tiny/evidence/all.yaml', 'name: 证件,', 'name: 证件, commitment: {statement: 我承诺补交。, dueDays: 10},'))
    expect(serviceIn(committed).evidence.map((need) => mayFollowIn(committed, need))).toEqual([{ dueDays: 10, decideFirst: true }])
    const never = load({ ...changed('tiny/evidence/all.yaml', 'name: 证件,', 'name: 证件, commitment: {statement: 我承诺补交。, dueDays: 10},'), ...changed(first, '{id: who, anyOf: [card],', '{id: who, anyOf: [card], tolerable: false,') })
    expect(serviceIn(never).evidence.map((need) => mayFollowIn(never, need))).toEqual([undefined])
    expect(mayFollowIn(load(), serviceIn(load()).evidence[0] ?? { anyOf: [] })).toBeUndefined()
  })
})

describe('refused are', () => {
  const rulesOf = (yaml: string) => brokenRules(stating(yaml)).map(({ rule }) => rule)

  test('a service called fully online that leaves a visit, and one called less that leaves none', () => {
    expect(brokenRules(stating('tripsOnline: 1\nonlineDepth: full'))).toEqual([{ rule: 'online-depth-wrong', lines: [`${first}: onlineDepth: full`, `${first}: tripsOnline: 1`] }])
    expect(rulesOf('onlineDepth: accept')).toEqual(['online-depth-wrong'])
    expect(rulesOf('onlineDepth: full')).toEqual([])
  })

  test('codes of another shape, kind of act, level or authority', () => {
    expect(rulesOf("codes: {basic: '99'}")).toEqual(['value-wrong'])
    expect(rulesOf("codes: {basic: '990701001000'}")).toEqual(['listing-code-wrong'])
    expect(rulesOf("codes: {basic: '990101001000', implementations: {'990101': '11440300MB2C11111A4990101001000'}}")).toEqual(['listing-code-wrong'])
    expect(rulesOf("codes: {basic: '990101001000', implementations: {'990101': '11440000006939756B3990101001001'}}")).toEqual(['listing-code-wrong', 'listing-code-wrong'])
    expect(rulesOf("codes: {basic: '990101001000', implementations: {'990101': '11440000006939756B4990101001000'}}")).toEqual([])
  })

  test('an issuer no authority is, a counter in no region, and two questions of one id', () => {
    expect(brokenRules(changed('tiny/evidence/all.yaml', 'name: 证件,', 'name: 证件, origin: rivers,')).map(({ rule }) => rule)).toEqual(['authority-unknown'])
    expect(rulesOf("counters: [{id: hall, region: '990102', name: 大厅, address: 山路2号}]")).toEqual(['region-unknown'])
    expect(rulesOf('faq: [{id: a, ask: 问, answer: 答}, {id: a, ask: 问二, answer: 答二}]')).toEqual(['id-duplicate'])
  })
})

describe('a version', () => {
  const dated = changed(first, "{from: '2020-01-01', statutory: 10, promised: 5,", "{from: '2027-01-01', statutory: 8, promised: 4, source: {title: 样例法}}\n  - {from: '2020-01-01', statutory: 10, promised: 5,")

  test('holds from the day its last change began until the day before the next', () => {
    expect(listed(dated).validity).toEqual({ from: '2020-01-01', until: '2026-12-31' })
    expect(listed(dated, '2027-01-01').validity).toEqual({ from: '2027-01-01' })
  })

  test('of a service begins and ends with the service itself', () => {
    const files = changed('tiny/matters/plant.yaml', '- {service: second,', "- {service: second, until: '2026-12-31',")
    const ending = { ...files, 'tiny/services/second.yaml': `${tinyPack['tiny/services/second.yaml']}until: '2026-12-31'\n` }
    expect(serviceIn(load(ending), 'second').validity).toEqual({ from: '2020-01-01', until: '2026-12-31' })
    expect(Object.keys(load(ending, '2027-01-01').services)).toEqual(['first'])
  })

  test('that ends while a matter still needs it is refused', () => {
    const files = { ...tinyPack, 'tiny/services/second.yaml': `${tinyPack['tiny/services/second.yaml']}until: '2026-12-31'\n` }
    expect(brokenRules(files).map(({ rule }) => rule)).toContain('service-unknown')
  })
})

test('the list stays out of what a browser plans with, and in what an application is frozen with', () => {
  const catalogue = load(stating('faq: [{id: a, ask: 问, answer: 答}]'))
  expect(bundleFor(catalogue, 'plant').services['first']).not.toHaveProperty('listing')
  expect(serviceIn(thawed(frozenFor(catalogue, 'plant').content, '990101')).listing?.faq).toHaveLength(1)
})
