// Folding notes into figures, some at a time; each step is one transaction, so a crash loses nothing and counts nothing twice.
import type { App } from '../../module.ts'
import { takeFigureNotes } from './figures-store.ts'

export const foldTask = 'insight.fold'

const notesAtATime = 20_000

/** Returns how many notes were folded. */
export const foldFigures = async (app: App): Promise<number> => {
  let folded = 0
  for (let taken = notesAtATime; taken === notesAtATime; folded += taken) taken = await app.db.transaction((tx) => takeFigureNotes(tx, notesAtATime))
  return folded
}
