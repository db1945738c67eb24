// The pages of the form: order, what is prefilled, what is done and what is still to do.
import { describe, expect, it } from 'vitest'
import { catalogueOf, concept, matter, matterService, planOf, registryFact, service } from './testing/telescope-catalogue.ts'
import { listTopics } from './topics.ts'

const topic = (id: string, subjects: string[], concepts: string[] = []) => ({ id, name: { 'zh-CN': id }, subjects, concepts })
const ids = ['site.place', 'observer.phone', 'observer.name', 'observer.note', 'misc.remark', 'site.owner']
const catalogue = catalogueOf({
  concepts: ids.map((id) => concept(id)),
  services: [service('site', { concepts: ['site.place', 'observer.phone', 'observer.name', 'observer.note?', 'misc.remark', 'site.owner'] })],
  matter: matter([matterService('site')], {
    topics: [{ ...topic('who', ['observer'], ['observer.name']), hint: { 'zh-CN': '请如实填写' } }, topic('unused', ['nobody']), topic('where', ['site', 'observer'], ['site.owner', 'observer.name'])],
  }),
})
const known = [registryFact('site.owner', 'Lin')]
const topics = (answers: Record<string, string>) => listTopics(catalogue, planOf(catalogue, { answers, known }), answers)

describe('topics', () => {
  it('follow the matter, each concept in the first that lists it or takes its subject, the rest in one of their own', () => {
    expect(topics({}).map(({ id, asked }) => [id, asked.map((each) => each.concept)])).toEqual([
      ['who', ['observer.name', 'observer.phone', 'observer.note']], ['where', ['site.place']], ['other', ['misc.remark']],
    ])
  })

  it('show apart what is already known', () => {
    const where = topics({}).find(({ id }) => id === 'where')
    expect(where?.prefilled.map(({ concept: id, value }) => [id, value])).toEqual([['site.owner', 'Lin']])
  })

  it('know what is done, what is to do, what may stay blank and what is wrong', () => {
    const [who] = topics({ 'observer.name': 'Wei', 'observer.phone': 'x'.repeat(300) })
    expect(who?.asked.map(({ state }) => state)).toEqual(['done', 'wrong', 'optional'])
    expect(who).toMatchObject({ done: 1, complete: false, hint: { 'zh-CN': '请如实填写' } })
    expect(topics({})[0]?.asked.map(({ state }) => state)).toEqual(['todo', 'todo', 'optional'])
  })

  it('are complete once everything required is answered', () => {
    expect(topics({ 'observer.name': 'Wei', 'observer.phone': '138' })[0]).toMatchObject({ done: 2, complete: true })
  })

  it('keep every concept of a plan whose topics the catalogue no longer has', () => {
    const [other, ...rest] = listTopics({ ...catalogue, matters: {} }, planOf(catalogue, { known }), {})
    expect([other?.asked.length, other?.prefilled.length, rest]).toEqual([5, 1, []])
  })
})
