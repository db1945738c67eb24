// What the pages of the duty list ask the server: the list, its classes, areas, findings, rulings and releases.
import { api, type Reply } from '../../../api/client.ts'

export type Duty = Reply<'getDutyList'>['duties'][number]
export type RequestClass = Reply<'listDutyClasses'>['classes'][number]
export type Area = Reply<'listDutyAreas'>['areas'][number]
export type Finding = Reply<'listDutyFindings'>['findings'][number]
export type Ruling = Reply<'listDutyRulings'>['rulings'][number]
export type Release = Reply<'listDutyReleases'>['releases'][number]
export type OtherTree = Reply<'listRequestTrees'>['trees'][number]
export type Simulation = Reply<'simulateDuty'>

const staleTime = 60_000

export const classesQuery = { queryKey: ['duties', 'classes'], queryFn: async () => (await api('listDutyClasses', { query: {} })).classes, staleTime }
export const dutiesQuery = { queryKey: ['duties', 'list'], queryFn: () => api('getDutyList', { query: {} }), staleTime }
export const areasQuery = { queryKey: ['duties', 'areas'], queryFn: async () => (await api('listDutyAreas', { query: {} })).areas, staleTime }
export const findingsQuery = (on: string) => ({ queryKey: ['duties', 'findings', on], queryFn: () => api('listDutyFindings', { query: on === '' ? {} : { on } }), staleTime })
export const rulingsQuery = { queryKey: ['duties', 'rulings'], queryFn: async () => (await api('listDutyRulings')).rulings, staleTime: 10_000 }
export const releasesQuery = { queryKey: ['duties', 'releases'], queryFn: async () => (await api('listDutyReleases')).releases, staleTime: 10_000 }
export const treesQuery = { queryKey: ['duties', 'trees'], queryFn: async () => (await api('listRequestTrees')).trees, staleTime }
export const comparisonQuery = (number: number, since: number | undefined) => ({ queryKey: ['duties', 'releases', number, since ?? 'before'], queryFn: () => api('compareDutyReleases', { params: { number }, query: since === undefined ? {} : { since } }), staleTime })
