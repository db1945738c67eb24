// What a decision table says about a case: outcomes, the most cautious of several, values, and everything that leaves it to a person.
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../catalogue/definitions.ts'
import { starTable, tableOf, withTable, type ShortRow } from '../rules/testing.ts'
import { testingPacks } from '../../testing/packs.ts'
import { decideByTable } from './deciding.ts'

const on = '2026-03-02'
const base: Catalogue = testingPacks(on).catalogueFor('990101', on)
const decide = (table: Parameters<typeof withTable>[1], values: Record<string, string | number | boolean | null>) => decideByTable(withTable('star-chart', table)(base), 'star-chart', values, on)
const zh = { 'telescope.chartLanguage': 'zh', 'applicant.name': '甲' }

describe('deciding by table', () => {
  it('is nothing where a service has no table', () => {
    expect(decideByTable(base, 'star-chart', zh, on)).toBeUndefined()
    expect(decideByTable(base, 'no-such-service', zh, on)).toBeUndefined()
  })

  it('names the row, what it looked at and the version', () => {
    expect(decide(starTable, zh)).toMatchObject({ version: 'v1', verdict: { decision: 'approve', by: 'rows', rows: ['others'], open: [] } })
    expect(decide(starTable, zh)?.inputs).toEqual([{ concept: 'applicant.name', value: '甲' }, { concept: 'telescope.chartLanguage', value: 'zh' }])
  })

  it('leaves to a person what a missing answer could change, and names it', () => {
    expect(decide(starTable, { 'telescope.chartLanguage': 'zh' })?.verdict).toMatchObject({ decision: 'person', by: 'open', open: ['applicant.name'] })
    expect(decide(starTable, { 'telescope.chartLanguage': 'zh', 'applicant.name': null })?.verdict).toMatchObject({ by: 'open' })
  })

  it('leaves to a person what no row answers, or rows answer against each other', () => {
    const gap = tableOf({ language: 'telescope.chartLanguage' }, [{ id: 'english', decision: 'approve', cells: { language: '"en"' } }])
    expect(decide(gap, zh)?.verdict).toMatchObject({ decision: 'person', by: 'noRow', rows: [] })
    const clash = tableOf({ language: 'telescope.chartLanguage' }, [{ id: 'a', decision: 'approve', cells: { language: '"zh"' } }, { id: 'b', decision: 'refuse', cells: {} }], { hitPolicy: 'UNIQUE' })
    expect(decide(clash, zh)?.verdict).toMatchObject({ decision: 'person', by: 'conflict', rows: ['a', 'b'] })
  })

  it('lets the most cautious decide where several rows count, and refuses only where every refusing row is bound', () => {
    const rows = (bound: boolean) => tableOf({ language: 'telescope.chartLanguage' }, [
      { id: 'fine', decision: 'approve', cells: {} }, { id: 'bound', decision: 'refuse', noDiscretion: true, cells: { language: '"zh"' } }, { id: 'loose', decision: 'refuse', noDiscretion: bound, cells: { language: '"zh"' } },
    ], { hitPolicy: 'RULE ORDER' })
    expect(decide(rows(true), zh)?.verdict).toMatchObject({ decision: 'refuse', by: 'rows', rows: ['fine', 'bound', 'loose'] })
    expect(decide(rows(false), zh)?.verdict).toMatchObject({ decision: 'person', by: 'discretion' })
    expect(decide(rows(false), { ...zh, 'telescope.chartLanguage': 'en' })?.verdict).toMatchObject({ decision: 'approve', rows: ['fine'] })
  })

  it('works out values of the row, and adds them up where the table says so', () => {
    const inputs = { language: 'telescope.chartLanguage' }
    const rows: ShortRow[] = [{ id: 'a', decision: 'approve', cells: {}, values: { points: '2 + 1' } }, { id: 'b', decision: 'approve', cells: { language: '"zh"' }, values: { points: '4' } }]
    const values = [{ id: 'points', name: { 'zh-CN': '分数' } }]
    expect(decide(tableOf(inputs, rows, { values }), zh)?.verdict.values).toEqual({ points: 3 })
    expect(decide(tableOf(inputs, rows, { values, hitPolicy: 'COLLECT', aggregation: 'SUM' }), zh)?.verdict.values).toEqual({ points: 7 })
  })
})
