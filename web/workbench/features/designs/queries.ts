// What the designer asks the server: packs with designs and editions, one design with what checking finds, what can be picked from.
// Definitions come as the planner's own type; the API describes them only as an object.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api, type Reply } from '../../../api/client.ts'

export type Overview = Reply<'listDesigns'>
export type DesignSummary = Overview['designs'][number]
export type PackSummary = Overview['packs'][number]
export type EditionSummary = Overview['editions'][number]
type Saved = Reply<'saveDesign'>
export type Detail = Saved['detail']
export type Finding = Saved['examination']['findings'][number]
export type TestOutcome = Saved['examination']['tests'][number]
export type Examination = Omit<Saved['examination'], 'catalogue'> & { catalogue: Catalogue | null }
export type Parts = Reply<'listDesignParts'>
export type Loaded = { detail: Detail; examination: Examination }

export function toLoaded({ detail, examination }: Saved): Loaded {
  // The server sends exactly this type (server/modules/designs/examining.ts).
  return { detail, examination: { ...examination, catalogue: examination.catalogue as Catalogue | null } }
}

export const overviewQuery = { queryKey: ['designs'], queryFn: () => api('listDesigns'), staleTime: 10_000, refetchOnWindowFocus: true }

/** Asked once when a design is opened; afterwards every save brings it up to date. */
export const designQuery = (id: string) => ({ queryKey: ['designs', id], queryFn: async () => toLoaded(await api('getDesign', { params: { id } })), staleTime: Infinity, gcTime: 0 })

export const partsQuery = (id: string) => ({ queryKey: ['designs', id, 'parts'], queryFn: () => api('listDesignParts', { params: { id } }), staleTime: 60_000 })
