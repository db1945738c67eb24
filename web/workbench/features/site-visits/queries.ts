// Joint visits of my authorities: what is ahead, one with its sheet, those of a case, and half days on which nobody can go out.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Visit = Reply<'getSiteVisit'>
export type Part = Visit['parts'][number]
export type Finding = Part['findings'][string]

export const visitsQuery = queryOptions({ queryKey: ['site-visits', 'ahead'], queryFn: async ({ signal }) => (await api('listSiteVisits', {}, { signal })).visits, refetchInterval: 60_000 })

export const visitQuery = (id: string) => queryOptions({ queryKey: ['site-visits', 'one', id], queryFn: ({ signal }) => api('getSiteVisit', { params: { id } }, { signal }) })

export const caseVisitsQuery = (caseId: string, revision: number) => queryOptions({ queryKey: ['site-visits', 'case', caseId, revision], queryFn: ({ signal }) => api('listCaseVisits', { params: { id: caseId } }, { signal }) })

export const correctionQuery = (caseId: string, revision: number) => queryOptions({ queryKey: ['cases', 'correction', caseId, revision], queryFn: ({ signal }) => api('getCaseCorrection', { params: { id: caseId } }, { signal }) })

export interface Office {
  region: string
  line: string
}

export const daysQuery = ({ region, line }: Office) => queryOptions({ queryKey: ['site-visits', 'days', region, line], queryFn: ({ signal }) => api('listVisitDays', { query: { region, line } }, { signal }) })
