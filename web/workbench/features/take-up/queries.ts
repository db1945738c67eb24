// Take-up as the workbench asks for it.
import { queryOptions } from '@tanstack/react-query'
import { addressOf, api, type Reply } from '../../../api/client.ts'

export type TakeUp = Reply<'getTakeUp'>
export type Coverage = TakeUp['policies'][number]
export type FairnessGroup = Reply<'getFairness'>['groups'][number]
export type Told = NonNullable<FairnessGroup['difference']>

export const dimensions = ['age', 'sex', 'district'] as const
export type Dimension = (typeof dimensions)[number]

/** Why not, those first that something can be done about. */
export const reasons = ['notFound', 'notReached', 'noAccount', 'notConfirmed', 'objection', 'returned', 'refused', 'declined', 'inPayment'] as const
export type Reason = (typeof reasons)[number]

/** Where those rows are found that officials may see; the others are counted only. */
export const rowsOf: Partial<Record<Reason, { letters: true } | { state: 'told' | 'listed' | 'returned' | 'declined' | 'confirmed' }>> = {
  notReached: { letters: true }, noAccount: { state: 'told' }, notConfirmed: { state: 'told' }, objection: { state: 'listed' }, returned: { state: 'returned' }, declined: { state: 'declined' }, inPayment: { state: 'confirmed' },
}

const askEveryMs = 1500

export const takeUpQuery = queryOptions({ queryKey: ['take-up'], queryFn: ({ signal }) => api('getTakeUp', {}, { signal }), refetchInterval: ({ state }) => (state.data?.running ? askEveryMs : false) })

export const fairnessQuery = (benefit: string, dimension: Dimension) => queryOptions({ queryKey: ['take-up', 'fairness', benefit, dimension], queryFn: ({ signal }) => api('getFairness', { query: { benefit, dimension } }, { signal }), enabled: benefit !== '' })

export const rowsQuery = (benefit: string, reason: Reason) => queryOptions({ queryKey: ['take-up', 'rows', benefit, reason], queryFn: async ({ signal }) => (await api('listEntitlements', { query: { benefit, letters: false, ...rowsOf[reason] } }, { signal })).entitlements })

export const tableAddress = (of: 'coverage' | Dimension, format: 'xlsx' | 'csv'): string => addressOf('exportTakeUp', {}, { of, format })
