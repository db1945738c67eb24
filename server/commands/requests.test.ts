// Training, measuring and clustering on the command line, with files a city brings; what is wrong in them is told with its line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { trainRequests } from './requests-train.ts'
import { clusterRequests, evalRequests } from './requests.ts'

describe('requests a city has labelled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-requests-'))
  vi.stubEnv('DATA_DIR', folder)
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const file = (name: string, lines: readonly object[]): string => {
    writeFileSync(join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'))
    return join(folder, name)
  }
  const told = async <T>(work: () => Promise<number>): Promise<T> => {
    const written: string[] = []
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    expect(await work().finally(() => spy.mockRestore())).toBe(0)
    return JSON.parse(written.join('')) as T
  }
  const rows = (from: number) => ['路灯', '河水', '工资'].flatMap((thing) => Array.from({ length: 8 }, (_, nth) => ({ text: `${thing}的事第${from + nth}次来说`, l1: `${thing}类` })))
  type Report = { by: string; rows: number; macroF1: number; coverageAt95: number; perClass: Record<string, { rows: number }> }
  const options = { shipped: false, corrections: false, json: true }

  it('are measured in five folds while there is no model that knows their classes', async () => {
    expect(await told<Report>(() => evalRequests(file('own.jsonl', rows(0)), { folds: false, json: true }))).toMatchObject({ by: 'folds', rows: 24, macroF1: 1, perClass: { 路灯类: { rows: 8 } } })
  })

  it('become a model in the data folder, which others are then measured by, but not the rows it learnt', async () => {
    expect(await told<object>(() => trainRequests(join(folder, 'own.jsonl'), options))).toMatchObject({ model: join(folder, 'requests.model'), classes: 3 })
    expect(await told<Report>(() => evalRequests(file('other.jsonl', rows(100)), { folds: false, json: true }))).toMatchObject({ by: 'stored', macroF1: 1, coverageAt95: 1 })
    expect(await told<Report>(() => evalRequests(join(folder, 'own.jsonl'), { folds: false, json: true }))).toMatchObject({ by: 'folds' })
    expect(await told<Report>(() => evalRequests(join(folder, 'other.jsonl'), { folds: true, json: true }))).toMatchObject({ by: 'folds' })
    expect(await told<Report>(() => evalRequests(join(folder, 'other.jsonl'), { model: join(folder, 'requests.model'), folds: false, json: true }))).toMatchObject({ by: 'file' })
  })

  it('that are wrong are refused with their line, and one class is not enough', async () => {
    await expect(evalRequests(file('bad.jsonl', [{ text: 'a', l1: 'x' }, { text: 'b' }]), { folds: true, json: true })).rejects.toThrow('第 2 行')
    await expect(trainRequests(file('one.jsonl', [{ text: 'a', l1: 'x' }]), options)).rejects.toThrow('两个类别')
    await expect(trainRequests(undefined, options)).rejects.toThrow('--shipped')
    await expect(evalRequests(join(folder, 'own.jsonl'), { model: join(folder, 'own.jsonl'), folds: false, json: true })).rejects.toThrow('不是可用的模型')
    await expect(evalRequests(join(folder, 'none.jsonl'), { folds: false, json: true })).rejects.toThrow('读不了文件')
  })

  it('without classes are gathered by what they say, with their ids', async () => {
    const said = ['云山小区搅拌站粉尘噪音', '公积金没有到账', '云山小区搅拌站粉尘噪音很大'].map((text, nth) => ({ id: `r${nth}`, text }))
    expect(await told<object>(() => clusterRequests(file('plain.jsonl', said), { min: 2, json: true }))).toMatchObject({ rows: 3, clusters: 1, groups: [{ name: '云山小区搅拌站粉尘噪音', size: 2, ids: ['r0', 'r2'] }] })
  })
})
