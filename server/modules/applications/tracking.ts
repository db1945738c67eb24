// A submitted application with everything its map shows, as it was just stored or as it is read back.
import type { Read } from '../../kernel/db.ts'
import { listCasesOf, listHistoryOfApplication, listResultsOf, type Case, type HistoryLine, type Result } from '../cases/index.ts'
import type { Application, Upload } from './application.ts'
import { listUploads } from './applications-store.ts'

export type TrackingParts = { application: Application; cases: readonly Case[]; history: readonly HistoryLine[]; results: readonly Result[]; uploads: readonly Upload[] }

export const readTracking = async (read: Read, application: Application): Promise<TrackingParts> => {
  const { id } = application
  const [cases, history, results, uploads] = await Promise.all([listCasesOf(read, id), listHistoryOfApplication(read, id), listResultsOf(read, id), listUploads(read, id)])
  return { application, cases, history, results, uploads }
}
