// A file of requests and its rows, as they are kept. Pure.
import type { Problem, ReadRow } from './row.ts'

export const importRowStates = ['ready', 'faulty', 'taken', 'failed'] as const
export type ImportRowState = (typeof importRowStates)[number]

export type RequestImport = { id: string; region: string; staffId: string | null; fileName: string; digest: string; state: 'running' | 'done'; createdAt: string; updatedAt: string }

/** `number`: of the request it became. */
export type ImportRow = { importId: string; row: number; region: string; state: ImportRowState; problems: (Problem | { column: string; code: string })[]; requestId: string | null; number: string | null; given: ReadRow['given']; shown: string }

export type Counts = Record<ImportRowState, number>
export const noRows: Counts = { ready: 0, faulty: 0, taken: 0, failed: 0 }
