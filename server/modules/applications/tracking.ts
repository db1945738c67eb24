// A submitted application with everything its map shows, as it was just stored or as it is read back.
import type { Read } from '../../kernel/db.ts'
import { listCasesOf, listHistoryOfApplication, listResultsOf, type Case, type HistoryLine, type Result } from '../cases/index.ts'
import { listOwing } from '../payments/index.ts'
import type { Application, Upload } from './application.ts'
import { listUploads } from './applications-store.ts'

export type TrackingParts = { application: Application; cases: readonly Case[]; history: readonly HistoryLine[]; results: readonly Result[]; uploads: readonly Upload[] }

/** Results to be shown: one whose fee is still owed is handed out once it is paid. An application that costs nothing is not asked about. */
export const handedOut = async (read: Read, application: Application, results: readonly Result[]): Promise<readonly Result[]> => {
  if (!application.plan?.fees) return results
  const owing = await listOwing(read, application.id)
  return results.filter(({ caseId }) => !owing.includes(caseId))
}

export const readTracking = async (read: Read, application: Application): Promise<TrackingParts> => {
  const { id } = application
  const [cases, history, results, uploads] = await Promise.all([listCasesOf(read, id), listHistoryOfApplication(read, id), listResultsOf(read, id), listUploads(read, id)])
  return { application, cases, history, results: await handedOut(read, application, results), uploads }
}
