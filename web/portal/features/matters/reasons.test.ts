// Why a service is not done and what would change it, in the words of the questions.
import { beforeAll, describe, expect, it } from 'vitest'
import { planOf, catalogueOf, choiceOf, concept, matter, matterService, question, service } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import type { Answers } from '../../../../server/modules/planning/index.ts'
import { loadTexts, t } from '../../../shared/i18n/store.ts'
import { reasonOf } from './reasons.ts'

const catalogue = catalogueOf({
  concepts: [choiceOf('place.kind', ['roof', 'field', 'moon']), concept('lamp.there', 'boolean')],
  services: [service('permit', {}), service('dimming', { dependsOn: ['permit'] }), service('lease', {})],
  matter: matter([matterService('permit', 'place.kind in ("roof", "field")', true), matterService('dimming', 'lamp.there'), matterService('lease', 'place.kind = "moon" and lamp.there')], { scenario: [question('place.kind'), question('lamp.there')] }),
})
const words = { t, textIn: (texts: { 'zh-CN': string }) => texts['zh-CN'], format: { list: (items: readonly string[]) => items.join('、') } }
const reasons = (answers: Answers, declinedServices: string[] = []) => planOf(catalogue, { answers, declinedServices }).services.map((each) => reasonOf(each, catalogue, 'telescope', answers, words))

beforeAll(() => loadTexts(['matters', 'common']))

describe('the reason', () => {
  it('of a service that does not apply names the answer given and those that would change it', () => {
    expect(reasons({ 'place.kind': 'moon', 'lamp.there': false })).toEqual(['place.kind您选的是“moon”，改成“roof”或“field”就要办。', 'lamp.there您选的是“否”，改成“是”就要办。', 'lamp.there您选的是“否”，改成“是”就要办。'])
  })

  it('of one that only several answers together would change names the questions', () => {
    expect(reasons({ 'place.kind': 'roof', 'lamp.there': false })[2]).toBe('由您的这些回答决定：place.kind lamp.there')
  })

  it('of one that is open names the question', () => {
    expect(reasons({ 'place.kind': 'roof' })[1]).toBe('办不办，看您怎么回答：lamp.there')
  })

  it('of one left out with another names that one; what is done needs none', () => {
    expect(reasons({ 'place.kind': 'roof', 'lamp.there': true }, ['permit'])).toEqual([undefined, '要用到permit的结果，那项不办，这项也办不了。', expect.any(String)])
    expect(reasons({ 'place.kind': 'roof', 'lamp.there': true })[0]).toBeUndefined()
  })
})
