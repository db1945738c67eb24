// Packs for tests of the core: the neutral testing pack, or none at all where a module has nothing to do with the catalogue.
import { fileURLToPath } from 'node:url'
import { Refusal } from '../kernel/errors.ts'
import { loadPacks, type LoadedPacks } from '../modules/catalogue/load-packs.ts'
import { noDuties } from '../modules/catalogue/duty-list.ts'
import { noProceedings } from '../modules/catalogue/proceedings.ts'

const folder = fileURLToPath(new URL('../modules/catalogue/testing-pack/', import.meta.url))
const loaded = new Map<string, LoadedPacks>()

/** The neutral pack as in force on a day ('YYYY-MM-DD'), read once per test process. */
export const testingPacks = (on: string): LoadedPacks => {
  const packs = loaded.get(on) ?? loadPacks(folder, { on })
  loaded.set(on, packs)
  return packs
}

const noWords: readonly never[] = []

export const noPacks: LoadedPacks = {
  on: '2026-01-01', packs: [], credentialTypesFor: () => ({}), stagesFor: () => [], phrasesFor: () => [], outletsFor: () => [], helpFor: () => [], thesaurusFor: () => noWords, sayingsFor: () => [], dutyListFor: () => noDuties, proceedingsFor: () => noProceedings, hardCaseWindowFor: () => undefined, benefitsFor: () => ({}), factsFor: () => [], benefitTests: [], examples: [], tests: [],
  catalogueFor: (region) => {
    throw new Refusal('not_found', { region })
  },
}
