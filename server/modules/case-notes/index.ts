// Public face of the case-notes module.
import type { Module } from '../../module.ts'
import { caseNoteRoutes } from './case-notes-routes-staff.ts'

export { listNoteTexts } from './case-notes-store.ts'

export const caseNotesModule: Module = { name: 'case-notes', routes: caseNoteRoutes }
