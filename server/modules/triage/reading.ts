// The model in use: the one shipped, or a city's own in its data folder. A file that is damaged or of another version is passed over with a warning.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from '../../module.ts'
import { classify, type Classification } from './classifier.ts'
import type { Wording } from './features.ts'
import { readRows } from './labelled.ts'
import { decodeModel, type KeptModel } from './model.ts'
import { readMeaning, type Meaning } from './meaning.ts'

/** Of a city's own model, in DATA_DIR. */
export const modelFile = 'requests.model'
const shippedFile = new URL('shipped.model', import.meta.url)
/** Lines the shipped model learns from. */
export const trainingFolder = fileURLToPath(new URL('training', import.meta.url))

let shipped: KeptModel | undefined
let own: KeptModel | undefined

export const getShippedModel = (): KeptModel => (shipped ??= decodeModel(readFileSync(shippedFile)))

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Takes the city's own model, if there is a good one, for this whole process. */
export const openModel = ({ config, log }: Pick<App, 'config' | 'log'>): void => {
  own = undefined
  try {
    own = decodeModel(readFileSync(join(config.dataDir, modelFile)))
  } catch (error) {
    if (!isMissing(error)) log.warn({ err: error }, `${modelFile} in DATA_DIR cannot be used; requests are read by the model shipped`)
  }
}

export const modelInUse = (): KeptModel => own ?? getShippedModel()

/** Words of the lines the shipped model learnt. */
export const learntLines = (): string[] => readdirSync(trainingFolder).filter((name) => name.endsWith('.jsonl')).flatMap((name) => readRows(readFileSync(join(trainingFolder, name), 'utf8')).map(({ text }) => text))

/** The finest class as the model in use reads it now, also when it would abstain. */
export const classOf = (wording: Wording): string | undefined => classify(modelInUse(), wording).category?.id

/** What a request is about and what the centre should know at once. */
export type Understanding = Classification & Meaning

/** Reads a request in two milliseconds at most. @param on the day it was sent, 'YYYY-MM-DD', from which words like yesterday count */
export const understand = (text: string, { title, on }: { title?: string | undefined; on?: string | undefined } = {}): Understanding => {
  const wording: Wording = { title, text }
  return { ...classify(modelInUse(), wording), ...readMeaning(title ? `${title}。${text}` : text, on) }
}
