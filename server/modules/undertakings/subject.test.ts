// Who a promise is on record about: the business, where the matter is a business's and names one; otherwise the person.
import { expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import type { Case } from '../cases/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { subjectOf } from './promising.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
const [matter] = Object.values(catalogue.matters)
if (!matter) throw new Error('the testing pack has changed')
const concepts = { 'company.creditCode': 'uscc', 'owner.creditCode': 'uscc', 'company.name': 'text' } as const
const firms: Catalogue = {
  ...catalogue, matters: { [matter.id]: { ...matter, audience: 'organisation' } },
  concepts: Object.fromEntries(Object.entries(concepts).map(([id, type]) => [id, { id, name: { 'zh-CN': id }, subject: id.split('.')[0] ?? '', type, constraint: {}, sensitive: false }])),
}
const one = (content: Record<string, string | null>): Pick<Case, 'matter' | 'personId' | 'content'> => ({ matter: matter.id, personId: 'p', content: Object.entries(content).map(([concept, value]) => ({ concept, value, source: 'applicant' as const })) })

it('is the one business a case of a matter for businesses names', () => {
  expect(subjectOf(firms, one({ 'company.creditCode': '91440300MA5G000000', 'company.name': '示例面馆' }))).toBe('91440300MA5G000000')
  expect(subjectOf(catalogue, one({ 'company.creditCode': '91440300MA5G000000' }))).toBe('p')
})

it('is the person where no business is named, or more than one', () => {
  expect(subjectOf(firms, one({ 'company.creditCode': null, 'company.name': '示例面馆' }))).toBe('p')
  expect(subjectOf(firms, one({ 'company.creditCode': '91440300MA5G000000', 'owner.creditCode': '91440300MA5H000000' }))).toBe('p')
})
