// Loads the packs for a running server: rules in force today, whatever day it becomes while the server runs.
// A pack with errors stops the start, with every error and where it is.
import { plainDate, type Clock } from '../kernel/clock.ts'
import { loadPacks, packsAsOf, PacksRefused, type LoadedPacks } from '../modules/catalogue/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { findCheckedPacks } from './checked-packs.ts'

export const openPacks = (folder: string, clock: Clock): LoadedPacks => {
  try {
    const today = () => plainDate(clock.now())
    const checked = findCheckedPacks(folder, today())
    checked.recall()
    const packs = loadPacks(folder, { on: today(), sound: checked.known })
    checked.remember()
    return packsAsOf(packs, today)
  } catch (error) {
    if (!(error instanceof PacksRefused)) throw error
    throw new StartRefusal('packs_invalid', `业务包有 ${error.errors.length} 处错误，请先改正。 / The packs have ${error.errors.length} errors:\n${error.message}`)
  }
}
