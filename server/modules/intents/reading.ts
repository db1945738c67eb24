// The model in use: the one shipped, or a city's own in its data folder. A file that is damaged or of another version is passed over with a warning.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from '../../module.ts'
import type { Intent } from './intent.ts'
import { decodeModel, readWith, type Model } from './model.ts'

/** Of a city's own model, in DATA_DIR. */
export const modelFile = 'intents.model'
const shippedFile = new URL('shipped.model', import.meta.url)
/** Lines the shipped model learns from. */
export const trainingFolder = fileURLToPath(new URL('training', import.meta.url))

let shipped: Model | undefined
let own: Model | undefined

const getShipped = (): Model => (shipped ??= decodeModel(readFileSync(shippedFile)))

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Takes the city's own model, if there is a good one, for this whole process. */
export const openModel = ({ config, log }: Pick<App, 'config' | 'log'>): void => {
  own = undefined
  try {
    own = decodeModel(readFileSync(join(config.dataDir, modelFile)))
  } catch (error) {
    if (!isMissing(error)) log.warn({ err: error }, `${modelFile} in DATA_DIR cannot be used; what people want is read by the model shipped`)
  }
}

export const modelInUse = (): Model => own ?? getShipped()

/** What a text is about; well below a millisecond. Texts of any length and kind are read, those without words are unsure. */
export const readIntent = (text: string): Intent => readWith(modelInUse(), text)
