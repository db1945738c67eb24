// Learning from labelled lines: the same lines give the same bytes, damaged models and lines are refused, and a city's own model comes first.
import { pino } from 'pino'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../config.ts'
import { intentKinds, type IntentKind } from './intent.ts'
import { LabelFault, readLabelled, type Labelled } from './labelled.ts'
import { measure } from './measuring.ts'
import { decodeModel, digestOf, encodeModel, ModelFault, readWith, toModel } from './model.ts'
import { modelFile, openModel, readIntent, trainingFolder } from './reading.ts'
import { train } from './training.ts'

const words: Record<IntentKind, string> = { do: '办理', ask: '要什么材料', complain: '投诉', track: '进度', book: '预约', contact: '电话' }
/** Invented: every kind has its word. @param things how many of them */
const invented = (things: number): Labelled => ({
  lines: intentKinds.flatMap((intent) => Array.from({ length: things }, (_, nth) => ({ text: `${words[intent]}第${nth}号证`, intent, weight: 1 }))), patterns: [], things: [],
})
const modelOf = (labelled: Labelled) => toModel(train(labelled), { lines: labelled.lines.length, trainedOn: digestOf(labelled.lines.map(({ text }) => text)) })

describe('a model', () => {
  it('is the same to the byte when it learns the same lines again', () => {
    expect(Buffer.from(encodeModel(modelOf(invented(6)))).equals(encodeModel(modelOf(invented(6))))).toBe(true)
  })

  it('reads what it learnt, also after it was written and read again', () => {
    const model = decodeModel(encodeModel(modelOf(invented(12))))
    for (const kind of intentKinds) expect(readWith(model, `${words[kind]}第五号证`).kind).toBe(kind)
  })

  it('learns from patterns with things put into them', () => {
    const model = modelOf({ ...invented(3), patterns: [{ text: '{}几钱', intent: 'ask', of: 'noun' }], things: [{ text: '旧船牌', style: 'noun' }] })
    expect(readWith(model, '旧船牌几钱').kind).toBe('ask')
  })

  it('that was altered, cut off, or made for another version is refused', () => {
    const bytes = Buffer.from(encodeModel(modelOf(invented(2))))
    const altered = Buffer.from(bytes)
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
    for (const file of [altered, bytes.subarray(0, -10), Buffer.from('{"format":"other"}\n'), Buffer.from(''), Buffer.from('[]'), Buffer.concat([Buffer.from('{'), bytes])]) expect(() => decodeModel(file)).toThrow(ModelFault)
  })
})

describe('the model shipped', () => {
  const bytes = readFileSync(new URL('shipped.model', import.meta.url))

  it('has learnt from the lines beside it; run `tongban intents train --out server/modules/intents/shipped.model` when this fails', () => {
    const files = readdirSync(trainingFolder).sort().map((name) => readFileSync(join(trainingFolder, name), 'utf8'))
    expect(decodeModel(bytes)).toMatchObject({ trainedOn: digestOf(files), lines: files.flatMap((file) => readLabelled(file).lines).length })
  })

  it('is small', () => expect(bytes.byteLength).toBeLessThan(400_000))
})

describe('a city’s own model', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tongban-intents-'))
  const config = readConfig({ DATA_DIR: dataDir })
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) })
  afterAll(() => {
    rmSync(dataDir, { recursive: true })
    openModel({ config, log })
  })

  it('is used when it lies in the data folder', () => {
    const lines = intentKinds.flatMap((intent) => Array.from({ length: 8 }, (_, nth) => ({ text: intent === 'track' ? `暗号甲${nth}` : `${words[intent]}${nth}`, intent, weight: 1 })))
    writeFileSync(join(dataDir, modelFile), encodeModel(modelOf({ lines, patterns: [], things: [] })))
    openModel({ config, log })
    expect(readIntent('暗号甲').kind).toBe('track')
    expect(warnings).toEqual([])
  })

  it('that is damaged is passed over with a warning, and the one shipped goes on', () => {
    writeFileSync(join(dataDir, modelFile), readFileSync(join(dataDir, modelFile)).subarray(0, 500))
    expect(statSync(join(dataDir, modelFile)).size).toBe(500)
    openModel({ config, log })
    expect(warnings.join()).toContain('intents.model')
    expect(readIntent('我要投诉').kind).toBe('complain')
  })
})

describe('labelled lines', () => {
  it('may be called by other names for the same kinds, and are refused with their place when they are none', () => {
    expect(readLabelled('\uFEFF{"text":"坑洼","intent":"report"}\r\n\n{"text":"社保卡","intent":"service"}').lines.map(({ intent }) => intent)).toEqual(['complain', 'do'])
    const refused = (file: string) => { try { readLabelled(file) } catch (error) { return error instanceof LabelFault && error.message } }
    expect(refused('{"text":"a","intent":"do"}\n{"text":"b","intent":"cook"}')).toMatch(/^line 2: intent "cook"/)
    expect(refused('{"intent":"do"}')).toMatch(/^line 1: has no text/)
    expect(refused('[1]')).toMatch(/^line 1: is no JSON object/)
    expect(refused('text,intent')).toMatch(/^line 1: is no JSON/)
  })

  it('are measured: accuracy, F1, confusions, and how far confidence is from being right', () => {
    const sure = (intent: IntentKind, read: IntentKind) => ({ intent, shares: intentKinds.map((kind) => (kind === read ? 0.95 : 0.01)) })
    const figures = measure([sure('do', 'do'), sure('do', 'do'), sure('ask', 'ask'), sure('ask', 'do')])
    expect(figures).toMatchObject({ rows: 4, accuracy: 0.75, ece: 0.2, perKind: { do: { rows: 2, recall: 1, precision: 0.6667 }, ask: { f1: 0.6667 } }, confusions: [{ is: 'ask', read: 'do', rows: 1 }] })
    expect(measure([])).toMatchObject({ rows: 0, accuracy: 0, ece: 0, confusions: [] })
  })
})
