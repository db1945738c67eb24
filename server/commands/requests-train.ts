// `requests train`: learns the classes of labelled requests and writes a model. One that learns corrections is put beside the model in use on
// rows neither has seen, and is not installed when it reads worse.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { listRequestsWithIds } from '../modules/requests/index.ts'
import { compareModels, countLearnt, encodeModel, getShippedModel, leastCorrections, listCorrections, measure, modelFile, train, trainingFolder, type Comparison, type LabelledRow } from '../modules/triage/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { digest, percent, rowsOf, shippedRows, storedModel, tell } from './requests-rows.ts'
import { withDatabase } from './with-database.ts'

const mostCorrections = 100_000

type Corrected = LabelledRow & { at: string }

/** Requests somebody put into another class, under that class, the oldest correction first; the newest of each request counts. */
const correctedRows = (): Promise<Corrected[]> =>
  withDatabase(async ({ db: { read } }) => {
    const corrections = await listCorrections(read, '1970-01-01T00:00:00Z', mostCorrections)
    const named = new Map(corrections.map((each) => [each.requestId, each]))
    const rows = (await listRequestsWithIds(read, [...named.keys()])).map(({ id, title, text }) => ({ title, text, label: named.get(id)?.category ?? '', at: named.get(id)?.correctedAt ?? '' }))
    return rows.sort((a, b) => (a.at < b.at ? -1 : 1))
  })

export type TrainOptions = { out?: string; shipped: boolean; corrections: boolean; json: boolean }

const whyNot: Record<NonNullable<Comparison['because']>, string> = {
  corrections: '改过的诉求，新模型读得不如现在的 / it reads what was corrected worse than the model in use',
  examples: '没学过的例句，新模型读得不如原来的 / it reads examples it has not learnt worse than before',
}

const inWords = ({ corrections: { rows, before, after }, examples }: Comparison): string =>
  `改过的 ${rows} 条 corrections：正确 accuracy ${percent(before.accuracy)} → ${percent(after.accuracy)} · 例句 examples：macro-F1 ${percent(examples.before)} → ${percent(examples.after)}`

/**
 * @param shipped learns the shipped lines alone, with no other model's opinion @param corrections learns them with what was corrected since
 * @returns exit code; 1 when what was learnt is worse than the model in use, which then stays
 */
export const trainRequests = async (file: string | undefined, { out, shipped, corrections, json }: TrainOptions): Promise<number> => {
  if ([shipped, corrections, file !== undefined].filter(Boolean).length !== 1) throw new StartRefusal('configuration', '给出带类别的文件，或用 --corrections 学改过的类别，或用 --shipped 训练自带的模型 / give a file of labelled requests, or --corrections, or --shipped')
  const own = join(readConfig(process.env).dataDir, modelFile)
  const corrected = corrections ? await correctedRows() : []
  const lines = file === undefined ? shippedRows(trainingFolder) : rowsOf(resolve(file))
  const held = file === undefined ? shippedRows(join(trainingFolder, 'held')) : []
  const rows = [...lines, ...corrected]
  // Without corrections there is nothing to put it beside: a shipped model is made anew also where the one there is of another version.
  const inUse = corrections ? (storedModel(own) ?? getShippedModel()) : undefined
  const fresh = corrected.filter(({ at }) => at > (inUse?.until ?? ''))
  if (corrections && fresh.length < leastCorrections) throw new StartRefusal('configuration', `上次训练以后改过 ${fresh.length} 条，不到 ${leastCorrections} 条看不出好坏 / ${fresh.length} corrections since the model in use was made; fewer than ${leastCorrections} say nothing`)
  const { model, readings } = train(rows, file === undefined ? { held } : { base: getShippedModel() })
  const measures = measure(readings, model.classes)
  const compared = inUse ? compareModels(inUse, [...lines, ...corrected.filter(({ at }) => at <= inUse.until)], fresh, { before: getShippedModel().macroF1, after: measures.macroF1 }) : undefined
  const refused = compared?.because ?? null
  const path = resolve(out ?? own)
  const { temperature, threshold, classes } = model
  const bytes = encodeModel({ ...model, rows: rows.length, learnt: countLearnt([...rows, ...held]), trainedOn: digest(rows), until: corrected.at(-1)?.at ?? '', macroF1: measures.macroF1, coverageAt95: measures.coverageAt95 })
  if (refused === null) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
  }
  const last = refused === null ? `→ ${path}（${bytes.byteLength} bytes）` : `没有换：${whyNot[refused]}`
  tell({ model: refused === null ? path : null, bytes: bytes.byteLength, classes: classes.length, temperature, threshold, ...(compared ? { compared } : {}), ...measures }, json, compared ? `${inWords(compared)}\n  ${last}` : last)
  return refused === null ? 0 : 1
}
