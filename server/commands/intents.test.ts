// Training and measuring on the command line, with files a city brings; what is wrong in them is told with its line.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { intentKinds, type Measures } from '../modules/intents/index.ts'
import { evalIntents, trainIntents } from './intents.ts'

describe('lines a city has labelled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-intents-'))
  // A model of whoever runs the tests is not used.
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
  const invented = (nth: number) => intentKinds.map((intent) => ({ text: `${intent}${intent} 第${nth}条`, intent }))

  it('become a model, with the figures of lines left out of training', async () => {
    const out = join(folder, 'sub', 'own.model')
    const report = await told<Measures & { bytes: number; temperature: number }>(() => trainIntents([file('lines.jsonl', Array.from({ length: 10 }, (_, nth) => invented(nth)).flat())], { out, alone: true, json: true }))
    expect(report).toMatchObject({ rows: 60, bytes: statSync(out).size })
    expect(report.accuracy).toBeGreaterThan(0.9)
  })

  it('are measured by the model in use, or by models that have not seen them', async () => {
    const path = file('labelled.jsonl', [{ text: '我要投诉', intent: 'complain' }, { text: '社保卡', intent: 'service' }, { text: '社保卡', intent: 'track' }])
    expect(await told<Measures>(() => evalIntents(path, { folds: false, json: true }))).toMatchObject({ rows: 3, accuracy: 0.6667, confusions: [{ is: 'track', read: 'do', rows: 1 }] })
    expect((await told<Measures>(() => evalIntents(file('many.jsonl', Array.from({ length: 6 }, (_, nth) => invented(nth)).flat()), { folds: true, json: true }))).rows).toBe(36)
  })

  it('that cannot be learnt from are refused with a sentence', async () => {
    const refused = (lines: readonly object[]) => trainIntents([file('bad.jsonl', lines)], { out: join(folder, 'x'), alone: true, json: true })
    await expect(refused([{ text: 'a', intent: 'do' }, { text: 'b', intent: 'cook' }])).rejects.toThrow(/bad\.jsonl 第 2 行/)
    await expect(refused([{ text: 'a', intent: 'do' }])).rejects.toThrow(/no lines of these kinds: ask/)
    await expect(trainIntents([join(folder, 'missing')], { alone: true, json: true })).rejects.toThrow(/Cannot read/)
    await expect(evalIntents(file('none.jsonl', []), { folds: false, json: true })).rejects.toThrow(/no labelled lines/)
  })
})
