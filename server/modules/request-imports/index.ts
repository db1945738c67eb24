// Public face of files of requests.
import type { Module } from '../../module.ts'
import { importTask, workImport } from './importing.ts'
import { requestImportRoutes } from './request-imports-routes-staff.ts'

export { countImportRows, listImportRows } from './imports-store.ts'
export { stageImport } from './importing.ts'

export const requestImportsModule: Module = { name: 'request-imports', routes: requestImportRoutes, jobs: (app) => [{ task: importTask, run: (payload) => workImport(app, (payload as { import: string }).import) }] }
