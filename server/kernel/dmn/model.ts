// One decision table as text, the way DMN files hold it: cells and outputs are FEEL, laws are knowledge sources, the rest annotations.
import type { Aggregation, HitPolicy } from './hit-policy.ts'

export type ModelInput = { id: string; label: string; description?: string; expression: string; typeRef?: string }
/** `values`: FEEL texts in order of priority, first the one that goes before the others. */
export type ModelOutput = { name: string; label?: string; description?: string; typeRef?: string; values?: string[] }
/** Entries stand in the order of inputs, outputs and annotations. */
export type ModelRow = { id: string; cells: string[]; outputs: string[]; annotations: string[] }
export type ModelSource = { id: string; name: string; description?: string; url?: string }

export type TableModel = {
  id: string
  name: string
  description?: string
  hitPolicy: HitPolicy
  aggregation?: Aggregation
  inputs: ModelInput[]
  outputs: ModelOutput[]
  annotations: string[]
  rows: ModelRow[]
  /** laws the decision rests on */
  sources: ModelSource[]
}

/** Why a DMN file is refused; `place` says where: a line of the file, or an element of the model. */
export class DmnRefused extends Error {
  override readonly name = 'DmnRefused'
  readonly place: string

  constructor(reason: string, place: string) {
    super(`${place}: ${reason}`)
    this.place = place
  }
}
