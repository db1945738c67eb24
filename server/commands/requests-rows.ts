// Files of labelled requests and the figures told of them, for the commands that learn and measure.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeModel, digestOf, LabelFault, readRows, type KeptModel, type LabelledRow, type Measures } from '../modules/triage/index.ts'
import { StartRefusal } from '../start-refusal.ts'

export const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new StartRefusal('configuration', `读不了文件 ${path} / Cannot read ${path}: ${error instanceof Error ? error.message : ''}`)
  }
}

export const rowsOf = (path: string): LabelledRow[] => {
  try {
    const rows = readRows(readText(path)).map(({ fields: _fields, ...row }) => row)
    if (new Set(rows.map(({ label }) => label)).size < 2) throw new StartRefusal('configuration', `${path} 至少要有两个类别 / needs two classes at least`)
    return rows
  } catch (error) {
    if (!(error instanceof LabelFault)) throw error
    throw new StartRefusal('configuration', `${path} 第 ${error.line} 行不是带类别的诉求，应如 {"text":"路灯不亮","category":"…"} / ${path}, ${error.message}`)
  }
}

/** Lines the shipped model learns from, in the order of their files. */
export const shippedRows = (folder: string): LabelledRow[] => readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().flatMap((name) => rowsOf(join(folder, name)))

export const digest = (rows: readonly LabelledRow[]): string => digestOf(rows.map(({ label, title, text }) => `${label}\t${title ?? ''}\t${text}`))

export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`

const describe = ({ rows, accuracy, macroF1, coverageAt95, ece, perClass }: Measures): string =>
  [
    `${rows} 条 rows · 正确 accuracy ${percent(accuracy)} · macro-F1 ${percent(macroF1)} · 95% 正确时可自动处理 coverage at 95% ${percent(coverageAt95)} · 置信度偏差 ECE ${percent(ece)}`,
    ...Object.entries(perClass).map(([name, { rows: many, precision, recall, f1 }]) => `  ${String(many).padStart(5)}  precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  ${name}`),
  ].join('\n')

export const tell = (report: Measures & Record<string, unknown>, json: boolean, last: string): void =>
  void process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n  ${last}\n`)

/** A city's own model, if there is a good one. */
export const storedModel = (path: string): KeptModel | undefined => {
  try {
    return decodeModel(readFileSync(path))
  } catch {
    return undefined
  }
}
