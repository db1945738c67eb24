// `requests eval`: how well requests are read, by a model that has not seen them. `requests cluster`: groups of like requests.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { cluster, nameOf } from '../modules/hot-topics/index.ts'
import { decodeModel, getShippedModel, LabelFault, maskSensitive, measure, modelFile, ModelFault, readLeftOut, readRows, sharesOf, type KeptModel, type LabelledRow, type Measures } from '../modules/triage/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { digest, readText, rowsOf, storedModel, tell } from './requests-rows.ts'

type Unlabelled = { id?: string; title?: string; text: string }

const readUnlabelled = (path: string): Unlabelled[] => {
  try {
    return readRows(readText(path), { unlabelled: true }).map(({ fields, text, title }) => ({ text, ...(title === undefined ? {} : { title }), ...(typeof fields.id === 'string' || typeof fields.id === 'number' ? { id: String(fields.id) } : {}) }))
  } catch (error) {
    if (!(error instanceof LabelFault)) throw error
    throw new StartRefusal('configuration', `${path} 第 ${error.line} 行不是诉求，应如 {"id":"1","text":"路灯不亮"} / ${path}, ${error.message}`)
  }
}

const modelAt = (path: string): KeptModel => {
  try {
    return decodeModel(readFileSync(path))
  } catch (error) {
    throw new StartRefusal('configuration', `${path} 不是可用的模型 / is no model that can be used: ${error instanceof ModelFault || error instanceof Error ? error.message : ''}`)
  }
}

type Measured = { by: 'folds' | 'file' | 'stored' | 'shipped'; model?: string; measures: Measures }

const measuredBy = (rows: readonly LabelledRow[], model: KeptModel): Measures => measure(rows.map((row) => ({ label: row.label, shares: sharesOf(model, row) })), model.classes)

/** A model that knows every class of the rows and did not learn from these very rows. */
const fits = (rows: readonly LabelledRow[], { classes, trainedOn }: KeptModel): boolean => trainedOn !== digest(rows) && rows.every(({ label }) => classes.includes(label))

export type EvalOptions = { model?: string; folds: boolean; seed?: number; json: boolean }

/**
 * By the model given; else by the city's own, else by the shipped one, if it knows all classes and has not seen these very rows; else, and with
 * `folds`, by five models that each learnt four fifths of the rows and read the fifth left. @returns exit code
 */
export const evalRequests = async (file: string, { model, folds, seed, json }: EvalOptions): Promise<number> => {
  const rows = rowsOf(resolve(file))
  const own = join(readConfig(process.env).dataDir, modelFile)
  const measured = ((): Measured => {
    if (model !== undefined) return { by: 'file', model: resolve(model), measures: measuredBy(rows, modelAt(resolve(model))) }
    const stored = folds ? undefined : storedModel(own)
    if (stored && fits(rows, stored)) return { by: 'stored', model: own, measures: measuredBy(rows, stored) }
    if (!folds && fits(rows, getShippedModel())) return { by: 'shipped', measures: measuredBy(rows, getShippedModel()) }
    const base = fits(rows, getShippedModel()) || rows.some(({ label }) => getShippedModel().classes.includes(label)) ? undefined : getShippedModel()
    const { readings, classes } = readLeftOut(rows, { base, ...(seed === undefined ? {} : { seed }) })
    return { by: 'folds', measures: measure(readings, classes) }
  })()
  const { measures, ...by } = measured
  tell({ ...by, ...measures }, json, `由 by ${by.by}${by.model ? ` ${by.model}` : ''}`)
  return 0
}

/** Groups of like requests of a file, the largest first. @param min members a group has at least @returns exit code */
export const clusterRequests = async (file: string, { min, json }: { min: number; json: boolean }): Promise<number> => {
  const started = performance.now()
  const rows = readUnlabelled(resolve(file))
  const groups = cluster(rows)
  const idOf = (nth: number): string => rows[nth]?.id ?? String(nth + 1)
  const clusters = groups.filter(({ length }) => length >= min).map((members) => ({ name: nameOf(members.map((nth) => maskSensitive(rows[nth]?.title ?? rows[nth]?.text ?? ''))), size: members.length, ids: members.map(idOf) }))
  const seconds = Math.round((performance.now() - started) / 100) / 10
  process.stdout.write(json
    ? `${JSON.stringify({ rows: rows.length, clusters: clusters.length, clustered: clusters.reduce((sum, { size }) => sum + size, 0), seconds, groups: clusters })}\n`
    : `${[...clusters.map(({ name, size }) => `${String(size).padStart(5)}  ${name}`), `${rows.length} 条 rows · ${clusters.length} 组 clusters · ${seconds} s`].join('\n')}\n`)
  return 0
}
