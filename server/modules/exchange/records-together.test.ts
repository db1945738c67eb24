// The births of twins come as two records of one mother: told as one event, each child under its number, and never mixed with another birth.
import { describe, expect, it } from 'vitest'
import { withInstances } from '../planning/index.ts'
import { catalogueOf, concept, matter, matterService, registry, service } from '../planning/testing/telescope-catalogue.ts'
import { readReplied } from './registry-reading.ts'
import { possibleLookUps } from './registry.ts'

const births = registry('births', { star: 'club.code' }, [], {
  answers: { 'star.name': 'name', 'star.place': 'place', 'star.count': 'count', 'star.code': 'code' },
  several: { field: 'births', by: 'star.code', shows: ['star.name'], together: ['star.place', 'star.count'] },
})
const subjects = [{ id: 'star', name: { 'zh-CN': '星' }, repeats: { count: 'star.count', max: 3, own: ['star.name', 'star.code'] } }]
const catalogue = withInstances(catalogueOf({
  concepts: [concept('club.code'), concept('star.name'), concept('star.place'), concept('star.code'), concept('star.count', 'integer')],
  services: [service('entry', { concepts: ['star.name', 'star.place'] })], registries: [births],
  matter: matter([{ ...matterService('entry'), each: 'star' }], { subjects }),
}))
const own = catalogue.registries['births'] ?? births
const record = (name: string, place: string, count: number) => ({ name, code: name, place, count })
const reply = (records: object[], concepts = ['star.name', 'star.place', 'star.count', 'star.code']) =>
  readReplied({ kind: 'found', record: { births: records }, asOf: '2026-03-01T00:00:00Z' }, { registry: own, asked: { concepts }, catalogue, proven: true, vouching: [], known: [], on: '2026-03-01' })
const said = (facts: readonly { concept: string; value: unknown }[]) => Object.fromEntries(facts.map(({ concept: id, value }) => [id, value]))

describe('records of one event', () => {
  it('are taken over together, what is shared once', () => {
    const read = reply([record('织女', '天鹰', 2), record('牛郎', '天鹰', 2)])
    expect(read.records).toBeUndefined()
    expect(said(read.facts)).toEqual({ 'star.name': '牛郎', 'star.code': '牛郎', 'star.place': '天鹰', 'star.count': 2, 'star.2.name': '织女', 'star.2.code': '织女' })
  })

  it('are one choice beside another event of the same key', () => {
    const read = reply([record('牛郎', '天鹰', 2), record('北极', '小熊', 1), record('织女', '天鹰', 2)])
    expect(read.records?.map(({ id }) => id)).toEqual(['牛郎', '北极'])
    expect(said(read.records?.[0]?.facts ?? [])).toMatchObject({ 'star.2.name': '织女' })
    expect(said(read.records?.[1]?.facts ?? [])).not.toHaveProperty(['star.2.name'])
  })

  it('are not joined when there are more than the event says', () => {
    expect(reply([record('a', '天鹰', 1), record('b', '天鹰', 1)]).records?.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(reply([record('a', '天鹰', 2), record('b', '天鹰', 2), record('c', '天鹰', 2)]).records).toHaveLength(3)
  })
})

describe('a look-up', () => {
  const wanted = ['star.name', 'star.2.name', 'star.2.code']
  it('for the first is one for all of them', () => {
    const values = { 'club.code': 'A1' }
    expect(possibleLookUps(own, catalogue, wanted, values, ['births club.code star.name,star.code A1'])).toEqual([])
    expect(possibleLookUps(own, catalogue, wanted, values, [])[0]?.concepts).toEqual(wanted)
  })
  it('for the second only brings what is asked of each', () => {
    expect(said(reply([record('牛郎', '天鹰', 2), record('织女', '天鹰', 2)], ['star.2.name', 'star.code', 'star.place', 'star.count']).facts)).toMatchObject({ 'star.name': '牛郎', 'star.2.name': '织女' })
  })
})
