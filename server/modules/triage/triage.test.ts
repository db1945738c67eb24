// Reading a request: class, abstaining, dates, masking; learning from labelled rows; models that are damaged; a city's own model.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { classify, sharesOf } from './classifier.ts'
import { LabelFault, readRows } from './labelled.ts'
import { measure } from './measuring.ts'
import { decodeModel, encodeModel, ModelFault } from './model.ts'
import { getShippedModel, modelFile, openModel, trainingFolder, understand } from './reading.ts'
import { maskSensitive } from './sensitive.ts'
import { compareModels } from './retraining.ts'
import { train, type LabelledRow } from './training.ts'
import { readUrgency } from './urgency.ts'

const invented: LabelledRow[] = ['路灯', '井盖', '噪声'].flatMap((thing) => Array.from({ length: 12 }, (_, nth) => ({ title: `${thing}的事`, text: `第${nth}处${thing}要有人管`, label: thing })))
const about = { learnt: {}, trainedOn: 'here', until: '', macroF1: 1, coverageAt95: 1 }
const kept = (rows: readonly LabelledRow[]) => ({ ...train(rows).model, rows: rows.length, ...about })
const shippedModel = getShippedModel()

describe('a request', () => {
  it('is given its finest class with a confidence and others it might be', () => {
    const { category, alternatives, abstained } = understand('路口的路灯坏了好几天，晚上黑漆漆的')
    expect(category?.id).toBe('urban/street-lamps/broken-lamp')
    expect(category?.confidence).toBeGreaterThan(0.5)
    expect(alternatives).toHaveLength(4)
    expect(abstained).toBe((category?.confidence ?? 0) < shippedModel.threshold)
  })

  it('without words, or about nothing known, is left to a person', () => {
    for (const text of ['', '？？？', '😀😀', '阿弥陀佛']) expect([text, understand(text).abstained]).toEqual([text, true])
  })

  it('of danger goes before everything, and tells the day it was', () => {
    expect(understand('昨晚十点邻居拿着菜刀堵在我家门口', { on: '2026-03-03' })).toMatchObject({ urgency: 'life', emergency: 'violence', when: { from: '2026-03-02', to: '2026-03-02', hour: 22 } })
  })

  it('is as urgent as what it tells of, not as its words alone', () => {
    expect(['自来水停了一天', '停水通知在哪里查', '路中间的井盖不见了', '拆迁十年了房产证一直办不下来', '建议加装座椅'].map(readUrgency)).toEqual(['utility', 'ordinary', 'life', 'complex', 'ordinary'])
  })

  it('is shown without numbers of people and insults, and kept as it was', () => {
    expect(maskSensitive('王八蛋老板电话13900001234，住幸福花园3栋1502')).toBe('***老板电话139****1234，住幸福花园**栋***')
    expect(maskSensitive('电话13900001234，王八蛋', ['insult'])).toBe('电话13900001234，***')
  })

  it('hides landlines, accounts and number plates, and leaves numbers everybody may call', () => {
    expect(maskSensitive('座机0755-26001234转8，或(020)8765 4321，或打26001234')).toBe('座机0755-****34转8，或020-****21，或打****34')
    expect(maskSensitive('加微信：lamp_keeper88，QQ 123456789，vx号mm_2024')).toBe('加微信：l*****，QQ 1*****，vx号m*****')
    expect(maskSensitive('车牌粤B·D12345，还有粤b12a45')).toBe('车牌粤B******5，还有粤b****5')
    for (const words of ['请打12345，或者12329', 'QQ音乐和微信小程序打不开', '2026年11月22日8点到20点', '第20260001号文', '京东快递12号']) expect(maskSensitive(words)).toBe(words)
  })

  it('of any length and script is read', () => {
    for (const text of ['a'.repeat(100_000), '路灯'.repeat(5000), '<script>alert(1)</script>', '\u0000\uD800', '1'.repeat(5000)]) expect(understand(text, { on: '2026-03-03' }).alternatives.length).toBeLessThanOrEqual(4)
  })
})

describe('learning', () => {
  it('gives the same bytes for the same rows, and reads what it learnt after it was written', () => {
    const bytes = encodeModel(kept(invented))
    expect(Buffer.from(encodeModel(kept(invented))).equals(bytes)).toBe(true)
    expect(classify(decodeModel(bytes), { text: '这里的井盖没人管' }).category?.id).toBe('井盖')
  })

  it('may build on another model, which it then carries with it', () => {
    const base = kept(invented)
    const rows = invented.map(({ label, ...row }) => ({ ...row, label: label === '噪声' ? '环境' : '市政' }))
    const model = decodeModel(encodeModel({ ...train(rows, { base }).model, rows: rows.length, ...about }))
    expect(model.base?.classes).toEqual(['井盖', '噪声', '路灯'])
    expect(classify(model, { text: '井盖要修' }).category?.id).toBe('市政')
  })

  it('refuses a file that was altered, cut off, or made for another version', () => {
    const bytes = Buffer.from(encodeModel(kept(invented)))
    const altered = Buffer.from(bytes)
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
    for (const file of [altered, bytes.subarray(0, -10), Buffer.from('{"format":"other"}\n'), Buffer.from(''), Buffer.from('[]')]) expect(() => decodeModel(file)).toThrow(ModelFault)
  })

  it('says which line of a file is wrong, and takes the names others give a class', () => {
    expect(readRows('{"text":"a","l1":"x","l2":"y"}\r\n\n{"title":"t","label":"z"}').map(({ label }) => label)).toEqual(['x/y', 'z'])
    for (const [file, line] of [['{"text":"a","l1":"x"}\n{"text":"b"}', 2], ['[]', 1], ['{', 1], ['{"l1":"x"}', 1]] as const) {
      expect(() => readRows(file)).toThrow(LabelFault)
      try { readRows(file) } catch (error) { expect(error).toMatchObject({ line }) }
    }
  })

  it('is measured: of the surest readings, how many there are while 95 of 100 are right', () => {
    const sure = (label: string, as: number, confidence: number) => ({ label, shares: as === 0 ? [confidence, 1 - confidence] : [1 - confidence, confidence] })
    expect(measure([sure('a', 0, 0.9), sure('b', 1, 0.8), sure('a', 1, 0.6), sure('b', 1, 0.55)], ['a', 'b'])).toMatchObject({ rows: 4, accuracy: 0.75, coverageAt95: 0.5, perClass: { a: { recall: 0.5 }, b: { recall: 1 } } })
  })
})

describe('learning what was corrected', () => {
  const kerbs = (from: number): LabelledRow[] => Array.from({ length: 10 }, (_, nth) => ({ text: `第${from + nth}处盲道砖松了，一踩就翘`, label: '盲道' }))
  const inUse = kept(invented)

  it('is taken when it reads corrections it has not seen better, and examples no worse', () => {
    expect(compareModels(inUse, invented, kerbs(0), { before: 0.7, after: 0.7 })).toMatchObject({ corrections: { rows: 10, before: { accuracy: 0 }, after: { accuracy: 1 } }, because: null })
  })

  it('is not taken when it reads either worse', () => {
    expect(compareModels(inUse, invented, kerbs(0), { before: 0.7, after: 0.6 }).because).toBe('examples')
    // Lines that say the opposite of what people named.
    const opposite = invented.map((row) => ({ ...row, label: row.label === '路灯' ? '噪声' : row.label }))
    const named = invented.filter(({ label }) => label === '路灯').slice(0, 10).map((row) => ({ ...row, text: `${row.text}。` }))
    expect(compareModels(inUse, [...opposite, ...opposite, ...opposite], named, { before: 0.7, after: 0.7 })).toMatchObject({ corrections: { before: { accuracy: 1 } }, because: 'corrections' })
  })
})

describe('the model shipped', () => {
  const lines = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.jsonl')).flatMap((name) => readRows(readFileSync(join(folder, name), 'utf8')))

  it('has learnt from the lines beside it; run `tongban requests train --shipped --out server/modules/triage/shipped.model` when this fails', () => {
    expect(shippedModel.rows).toBe(lines(trainingFolder).length)
    expect([...new Set(lines(trainingFolder).map(({ label }) => label))].sort()).toEqual([...shippedModel.classes])
  })

  it('knew three quarters of the rows it had not seen by their finest class, and is less than a megabyte', () => {
    expect(shippedModel.macroF1).toBeGreaterThan(0.75)
    expect(shippedModel.packed?.byteLength).toBeLessThan(1_000_000)
    expect(shippedModel.threshold).toBeLessThan(1)
    expect(sharesOf(shippedModel, { text: '停水了' }).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })
})

describe('a city’s own model', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tongban-triage-'))
  const config = readConfig({ DATA_DIR: dataDir })
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) })
  afterAll(() => {
    rmSync(dataDir, { recursive: true })
    openModel({ config, log })
  })

  it('is used when it lies in the data folder; damaged, it is passed over with a warning', () => {
    writeFileSync(join(dataDir, modelFile), encodeModel(kept(invented)))
    openModel({ config, log })
    expect(understand('井盖').category?.id).toBe('井盖')
    writeFileSync(join(dataDir, modelFile), readFileSync(join(dataDir, modelFile)).subarray(0, 300))
    openModel({ config, log })
    expect(warnings.join()).toContain(modelFile)
    expect(understand('小区楼下的路灯不亮').category?.id).toContain('/')
  })
})
