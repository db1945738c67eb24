// What the pages about matters ask the server: the list with its savings, one matter with everything to plan it, the stages.
// Content changes when a pack does, so answers stay fresh for minutes.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api, type Reply } from '../../../api/client.ts'

const staleTime = 5 * 60_000

export type ListedMatter = Reply<'listMatters'>['matters'][number]
export type ListedStage = Reply<'listStages'>['stages'][number]

/** A matter and the definitions it needs, ready for the planner. */
export type MatterBundle = { matter: Reply<'getMatter'>['matter']; catalogue: Catalogue; on: string }

export const mattersQuery = { queryKey: ['matters'], queryFn: async () => (await api('listMatters', { query: {} })).matters, staleTime }

export const stagesQuery = { queryKey: ['stages'], queryFn: async () => (await api('listStages', { query: {} })).stages, staleTime }

export const matterQuery = (matter: string) => ({
  queryKey: ['matters', matter],
  queryFn: async (): Promise<MatterBundle> => {
    const reply = await api('getMatter', { params: { matter }, query: {} })
    // The API describes the catalogue only as an object; the server sends exactly this type (planning-routes.ts).
    return { matter: reply.matter, catalogue: reply.catalogue as Catalogue, on: reply.plan.on }
  },
  staleTime,
})
