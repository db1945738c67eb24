// What the pages of decision tables ask the server: tables with figures, the decision on a case, comparisons of a design.
import { api, type Reply } from '../../../api/client.ts'

export type TableList = Reply<'listDecisionTables'>
export type TableDetail = Reply<'getDecisionTable'>
export type DecisionTable = TableDetail['table']
export type TriedField = TableDetail['fields'][number]
export type Verdict = Reply<'tryDecisionTable'>
export type CaseDecisionReply = NonNullable<Reply<'getCaseDecision'>['decision']>
export type Outcome = Verdict['decision']
export type Comparisons = Reply<'listDesignComparisons'>['comparisons']
export type Unchecked = Reply<'listUncheckedDecisions'>['decisions']

export const tablesQuery = { queryKey: ['rules', 'tables'], queryFn: () => api('listDecisionTables', { query: {} }), staleTime: 60_000 }
export const tableQuery = (service: string) => ({ queryKey: ['rules', 'table', service], queryFn: () => api('getDecisionTable', { params: { service }, query: {} }), staleTime: 30_000 })
export const uncheckedQuery = { queryKey: ['rules', 'unchecked'], queryFn: async () => (await api('listUncheckedDecisions', { query: { limit: 50 } })).decisions, staleTime: 10_000 }
export const caseDecisionQuery = (id: string, revision: number) => ({ queryKey: ['cases', 'decision', id, revision], queryFn: async () => (await api('getCaseDecision', { params: { id } })).decision, staleTime: 30_000 })
export const comparisonsQuery = (id: string, revision: number) => ({ queryKey: ['designs', 'comparisons', id, revision], queryFn: async () => (await api('listDesignComparisons', { params: { id } })).comparisons, staleTime: 30_000 })
