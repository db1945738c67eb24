// `intents train`: learns what people want from labelled lines and writes a model. `intents eval`: how well lines are read,
// by the model in use or, with --folds, by models that have not seen them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { digestOf, encodeModel, intentKinds, joined, LabelFault, measure, modelFile, openModel, readIntent, readLabelled, toModel, train, trainingFolder, type Labelled, type Measures } from '../modules/intents/index.ts'
import { StartRefusal } from '../start-refusal.ts'

type File = { path: string; text: string }

const readText = (path: string): File => {
  try {
    return { path, text: readFileSync(path, 'utf8') }
  } catch (error) {
    throw new StartRefusal('configuration', `读不了文件 ${path} / Cannot read ${path}: ${error instanceof Error ? error.message : ''}`)
  }
}

const parse = ({ path, text }: File): Labelled => {
  try {
    return readLabelled(text)
  } catch (error) {
    if (!(error instanceof LabelFault)) throw error
    throw new StartRefusal('configuration', `${path} 第 ${error.line} 行不是带标注的句子，应如 {"text":"社保卡补办","intent":"do"} / ${path}, ${error.message}`)
  }
}

const shippedLines = (): File[] => readdirSync(trainingFolder).filter((name) => name.endsWith('.jsonl')).sort().map((name) => readText(join(trainingFolder, name)))

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

const describe = ({ rows, accuracy, macroF1, ece, perKind, confusions }: Measures): string =>
  [
    `${rows} 句 lines · 正确 accuracy ${percent(accuracy)} · macro-F1 ${percent(macroF1)} · 置信度偏差 ECE ${percent(ece)}`,
    ...intentKinds.map((kind) => `  ${kind.padEnd(9)}${String(perKind[kind].rows).padStart(6)}  precision ${percent(perKind[kind].precision)}  recall ${percent(perKind[kind].recall)}  F1 ${percent(perKind[kind].f1)}`),
    ...confusions.slice(0, 8).map(({ is, read, rows: many }) => `  ✗ ${is} → ${read}  ${many}`),
  ].join('\n')

const linesOf = (files: readonly string[], alone: boolean): { labelled: Labelled; digest: string } => {
  const all = [...(alone ? [] : shippedLines()), ...files.map((file) => readText(resolve(file)))]
  const labelled = joined(all.map(parse))
  const kinds = new Set(labelled.lines.map(({ intent }) => intent))
  const missing = intentKinds.filter((kind) => !kinds.has(kind))
  if (missing.length > 0) throw new StartRefusal('configuration', `没有这些意图的句子，无法训练：${missing.join('、')} / no lines of these kinds: ${missing.join(', ')}`)
  return { labelled, digest: digestOf(all.map(({ text }) => text)) }
}

/** @param alone without the lines the program ships @returns exit code */
export const trainIntents = async (files: readonly string[], { out, alone, json }: { out?: string; alone: boolean; json: boolean }): Promise<number> => {
  const { labelled, digest } = linesOf(files, alone)
  const learnt = train(labelled)
  const bytes = encodeModel(toModel(learnt, { lines: labelled.lines.length, trainedOn: digest }))
  const path = resolve(out ?? join(readConfig(process.env).dataDir, modelFile))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  const report = { model: path, bytes: bytes.byteLength, trainedOn: digest, patterns: labelled.patterns.length, temperature: learnt.temperature, ...measure(learnt.leftOut) }
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n  → ${path}（${bytes.byteLength} bytes）\n`)
  return 0
}

/** @param folds measured by as many models, each on the lines it has not seen; absent: by the model in use @returns exit code */
export const evalIntents = async (file: string, { folds, json }: { folds: boolean; json: boolean }): Promise<number> => {
  const labelled = parse(readText(resolve(file)))
  if (labelled.lines.length === 0) throw new StartRefusal('configuration', `${file} 里没有带标注的句子 / holds no labelled lines`)
  if (!folds) openModel({ config: readConfig(process.env), log: pino({ base: null }, pino.destination(2)) })
  const measured = folds ? train(labelled).leftOut : labelled.lines.map(({ text, intent }) => {
    const read = readIntent(text)
    const likely = new Map([read, ...read.alternatives].map(({ kind, confidence }) => [kind, confidence]))
    return { intent, shares: intentKinds.map((kind) => likely.get(kind) ?? 0) }
  })
  const measures = measure(measured)
  process.stdout.write(json ? `${JSON.stringify(measures)}\n` : `${describe(measures)}\n`)
  return 0
}
