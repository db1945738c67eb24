// Packs for tests: the neutral testing pack, none at all where a module has nothing to do with the catalogue, or those that ship.
import { fileURLToPath } from 'node:url'
import { Refusal } from '../kernel/errors.ts'
import { loadPacks, type LoadedPacks } from '../modules/catalogue/load-packs.ts'
import { noDuties } from '../modules/catalogue/duty-list.ts'
import { noProceedings } from '../modules/catalogue/proceedings.ts'

const readOnce = (folder: string, sound: boolean): ((on: string) => LoadedPacks) => {
  const path = fileURLToPath(new URL(folder, import.meta.url))
  const loaded = new Map<string, LoadedPacks>()
  return (on) => {
    const packs = loaded.get(on) ?? loadPacks(path, { on, sound })
    loaded.set(on, packs)
    return packs
  }
}

/** The neutral pack as in force on a day ('YYYY-MM-DD'), read once per test process. */
export const testingPacks = readOnce('../modules/catalogue/testing-pack/', false)

/** The packs that ship as in force on a day, read once per test process; their own tests check them. */
export const shippedPacks = readOnce('../../packs/', true)

const noWords: readonly never[] = []

export const noPacks: LoadedPacks = {
  on: '2026-01-01', packs: [], credentialTypesFor: () => ({}), stagesFor: () => [], phrasesFor: () => [], outletsFor: () => [], helpFor: () => [], thesaurusFor: () => noWords, sayingsFor: () => [], dutyListFor: () => noDuties, proceedingsFor: () => noProceedings, hardCaseWindowFor: () => undefined, benefitsFor: () => ({}), factsFor: () => [], benefitTests: [], examples: [], tests: [],
  catalogueFor: (region) => {
    throw new Refusal('not_found', { region })
  },
}
