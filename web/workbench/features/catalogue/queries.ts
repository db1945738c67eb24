// What the catalogue page asks the server: matters as offered in a place, one matter with all its definitions and its plan, findings of imports.
// Content changes when a pack does, so answers stay fresh for minutes.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api, type Reply } from '../../../api/client.ts'

const staleTime = 5 * 60_000

export type ListedMatter = Reply<'listMatters'>['matters'][number]
export type Plan = Reply<'tryPlan'>
export type Findings = Reply<'inspectImports'>

const inPlace = (region: string) => (region ? { region } : {})

export const regionsQuery = { queryKey: ['regions'], queryFn: () => api('listRegions'), staleTime: Infinity }

export const mattersQuery = (region: string) => ({
  queryKey: ['catalogue', 'matters', region],
  queryFn: async () => (await api('listMatters', { query: inPlace(region) })).matters,
  staleTime,
})

export type MatterDetail = { matter: ListedMatter; catalogue: Catalogue; plan: Plan }

export const matterQuery = (matter: string, region: string) => ({
  queryKey: ['catalogue', 'matter', matter, region],
  queryFn: async (): Promise<MatterDetail> => {
    const reply = await api('getMatter', { params: { matter }, query: inPlace(region) })
    const plan = await api('tryPlan', { body: { matter, answers: reply.matter.answers, ...inPlace(region) } })
    // The API describes the catalogue only as an object; the server sends exactly this type (planning-routes.ts).
    return { matter: reply.matter, catalogue: reply.catalogue as Catalogue, plan }
  },
  staleTime,
})

export const findingsQuery = { queryKey: ['catalogue', 'imports'], queryFn: () => api('inspectImports'), staleTime: 60_000 }
