// What a matter is said to save before anybody answered anything.
import { expect, test } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { matterFigures, type MatterExample } from './matter-figures.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
const matter = catalogue.matters['keep-telescope']
if (!matter) throw new Error('the testing pack has lost its matter')
const example = (region: string, answers: MatterExample['answers'], name = '例'): MatterExample => ({ name, matter: 'keep-telescope', region, answers })

test('without an example only what applies to everybody is counted, and what is open is said', () => {
  const figures = matterFigures(catalogue, matter, [], '2026-03-02')
  expect(figures).toMatchObject({ services: 3, authorities: 2, situation: null, undecided: 1, before: { applications: 2 }, after: { applications: 1 } })
})

test('the example nearest to the region decides the situation', () => {
  const far = example('110000', { 'telescope.place': 'field' }, '远处')
  const near = example('990100', { 'telescope.place': 'home', 'telescope.lamp': true }, '近处')
  const figures = matterFigures(catalogue, matter, [far, near], '2026-03-02')
  expect(figures).toMatchObject({ situation: { 'zh-CN': '近处' }, answers: { 'telescope.place': 'home', 'telescope.lamp': true }, undecided: 0, before: { applications: 3 } })
})

test('what the person of the example is called or owns saves nothing: only the scenario counts', () => {
  const bare = matterFigures(catalogue, matter, [example('990101', { 'telescope.place': 'field' })], '2026-03-02')
  const full = matterFigures(catalogue, matter, [example('990101', { 'telescope.place': 'field', 'applicant.name': '林观星', 'telescope.model': '牧夫座80' })], '2026-03-02')
  expect(full).toEqual(bare)
})

test('an example from elsewhere is still counted, and said to be from there', () => {
  const { situation } = matterFigures(catalogue, matter, [example('110000', { 'telescope.place': 'field' }, '远处')], '2026-03-02')
  expect(situation).toEqual({ 'zh-CN': '外地的例子：远处' })
})
