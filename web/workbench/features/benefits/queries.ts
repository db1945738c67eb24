// Benefits as the workbench asks for them.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import type { useT } from '../../../shared/i18n/store.ts'

export type Desk = Reply<'getBenefitsDesk'>
export type DeskEntitlement = Reply<'listEntitlements'>['entitlements'][number]
export type Appeal = Reply<'listBenefitAppeals'>['appeals'][number]
export type Recovery = Reply<'listBenefitRecoveries'>['recoveries'][number]
export type Feeds = Reply<'listBenefitFeeds'>
export type PayList = Reply<'getPayList'>

export const deskQuery = queryOptions({ queryKey: ['benefits', 'desk'], queryFn: ({ signal }) => api('getBenefitsDesk', {}, { signal }) })

/** @param writtenAt of a batch; '': everybody, those without a letter first */
export const lettersQuery = (writtenAt = '') => queryOptions({ queryKey: ['benefits', 'letters', writtenAt], queryFn: async ({ signal }) => (await api('listEntitlements', { query: { letters: true, ...(writtenAt === '' ? {} : { writtenAt }) } }, { signal })).entitlements })

export const letterBatchesQuery = queryOptions({ queryKey: ['benefits', 'letter-batches'], queryFn: async ({ signal }) => (await api('listBenefitLetters', {}, { signal })).batches })

export const appealsQuery = queryOptions({ queryKey: ['benefits', 'appeals'], queryFn: async ({ signal }) => (await api('listBenefitAppeals', {}, { signal })).appeals })

export const recoveriesQuery = queryOptions({ queryKey: ['benefits', 'recoveries'], queryFn: async ({ signal }) => (await api('listBenefitRecoveries', {}, { signal })).recoveries })

export const feedsQuery = queryOptions({ queryKey: ['benefits', 'feeds'], queryFn: ({ signal }) => api('listBenefitFeeds', {}, { signal }) })

/** The letters of a batch as one PDF. */
export const lettersFile = (writtenAt: string): string => `/api/v1/benefit-letters/file?writtenAt=${encodeURIComponent(writtenAt)}`

export const payListsQuery = queryOptions({ queryKey: ['pay-lists'], queryFn: async ({ signal }) => (await api('listPayLists', {}, { signal })).lists })

export const payListQuery = (id: string) => queryOptions({ queryKey: ['pay-lists', id], queryFn: ({ signal }) => api('getPayList', { params: { id } }, { signal }) })

/** Why a run could take nothing from a register: of the codes there are, in words; what a connector says as it is. */
export const lackText = (t: ReturnType<typeof useT>, why: string): string => (why === 'not_granted' ? t('benefit-desk.feeds.notGranted') : why === 'quota_used_up' ? t('benefit-desk.feeds.usedUp') : t('benefit-desk.feeds.problem', { why }))

/** '2026-11' as it is; what is paid once in words. */
export const periodText = (period: string, once: string): string => (period === 'once' ? once : period)
