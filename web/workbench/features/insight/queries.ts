// Figures as the dashboards ask for them: what span and place, in the address of the page, so that a view can be passed on.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { addressOf, api, type Reply } from '../../../api/client.ts'
import { today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'

export type Insight = Reply<'getInsight'>
export type Counts = Insight['totals']
export type Part = Reply<'listInsightParts'>['parts'][number]
export type League = Reply<'getLeague'>

export const spans = ['month', 'quarter', 'year'] as const
const daysOf: Record<(typeof spans)[number], number> = { month: 30, quarter: 90, year: 365 }
export const topics = ['all', 'requests', 'ratings'] as const
export const facets = ['unit', 'category', 'street', 'kind', 'channel', 'service', 'subject'] as const
export type Facet = (typeof facets)[number]
export const aims = ['satisfied', 'onTime', 'solved'] as const
export const bys = ['unit', 'staff', 'service'] as const

export interface View {
  span: (typeof spans)[number]
  topic: (typeof topics)[number]
  facet: Facet
  aim: (typeof aims)[number]
  by: (typeof bys)[number]
}

/** Changes part of the view. */
export type Choose = (change: Partial<View>) => void

const pick = <Value extends string>(values: readonly Value[], given: string | null, usual: Value): Value => values.find((each) => each === given) ?? usual

export const readView = (search: URLSearchParams): View => ({
  span: pick(spans, search.get('span'), 'month'), topic: pick(topics, search.get('topic'), 'all'), facet: pick(facets, search.get('facet'), 'unit'), aim: pick(aims, search.get('aim'), 'satisfied'), by: pick(bys, search.get('by'), 'unit'),
})

const dayMs = 86_400_000

export const spanOfView = ({ span }: Pick<View, 'span'>): { from: string; to: string } => {
  const to = today()
  return { from: new Date(Date.parse(`${to}T00:00:00Z`) - (daysOf[span] - 1) * dayMs).toISOString().slice(0, 10), to }
}

const asked = (view: View) => ({ ...spanOfView(view), ...(view.topic === 'all' ? {} : { topic: view.topic }) })

export const insightQuery = (view: View) => queryOptions({ queryKey: ['insight', 'whole', view.span, view.topic], queryFn: ({ signal }) => api('getInsight', { query: asked(view) }, { signal }) })

export const partsQuery = (view: View) => queryOptions({ queryKey: ['insight', 'parts', view.span, view.topic, view.facet], queryFn: async ({ signal }) => (await api('listInsightParts', { query: { ...asked(view), facet: view.facet } }, { signal })).parts })

export const leagueQuery = (view: View) => queryOptions({ queryKey: ['insight', 'league', view.span, view.topic, view.by, view.aim], queryFn: ({ signal }) => api('getLeague', { query: { ...asked(view), by: view.by, aim: view.aim } }, { signal }) })

export type Assessment = Reply<'getAssessment'>

export const assessmentQuery = (view: View) => queryOptions({ queryKey: ['insight', 'assessment', view.span, view.topic], queryFn: ({ signal }) => api('getAssessment', { query: asked(view) }, { signal }) })

export const assessmentAddress = (view: View, format: 'xlsx' | 'csv'): string => addressOf('exportAssessment', {}, { ...asked(view), format })

export const tableAddress = (view: View, format: 'xlsx' | 'csv'): string => addressOf('exportInsight', {}, { ...asked(view), facet: view.facet, format })

export const rowMeasures = ['received', 'handled', 'returned', 'redone', 'rated', 'held'] as const
export type RowMeasure = (typeof rowMeasures)[number]

/** What a figure counts: rows of a span, and of one part. `name`: the part in words. */
export interface Behind {
  measure: RowMeasure
  view: Pick<View, 'span' | 'topic'>
  facet?: Facet | 'staff'
  part?: string
  name?: string
}

/** Requests by these, ratings by those; a bar of a property the other kind has not leads nowhere. */
const requestFacets = ['unit', 'category', 'kind', 'channel', 'street'] as const
const ratingFacets = ['unit', 'category', 'channel', 'subject', 'service', 'staff'] as const

const isOfRatings = (measure: RowMeasure): measure is 'rated' | 'held' => measure === 'rated' || measure === 'held'

export const hasRows = (measure: RowMeasure, facet: Facet | 'staff' | undefined): boolean => facet === undefined || (isOfRatings(measure) ? ratingFacets : requestFacets).some((each) => each === facet)

export const rowsAddress = ({ measure, view: { span, topic }, facet, part, name }: Behind): string =>
  paths.workbenchInsightRows({}, { measure, span, topic, ...(facet === undefined || part === undefined ? {} : { facet, part, ...(name === undefined ? {} : { name }) }) })

export const readBehind = (search: URLSearchParams): Behind => {
  const facet = [...facets, 'staff' as const].find((each) => each === search.get('facet'))
  const part = search.get('part')
  return { measure: pick(rowMeasures, search.get('measure'), 'received'), view: readView(search), ...(facet && part ? { facet, part, name: search.get('name') ?? part } : {}) }
}

const pageSize = 50

export type CountedRequest = Reply<'listCountedRequests'>['requests'][number]
export type CountedRating = Reply<'listCountedRatings'>['ratings'][number]

export const countedQuery = ({ measure, view, facet, part }: Behind) =>
  infiniteQueryOptions({
    queryKey: ['insight', 'rows', measure, view.span, view.topic, facet ?? '', part ?? ''],
    queryFn: async ({ pageParam, signal }): Promise<{ requests: CountedRequest[]; ratings: CountedRating[]; next: string | null }> => {
      const query = { ...spanOfView(view), limit: pageSize, ...(pageParam ? { after: pageParam } : {}) }
      if (isOfRatings(measure)) {
        const of = ratingFacets.find((each) => each === facet)
        const { ratings, next } = await api('listCountedRatings', { query: { ...query, measure, ...(view.topic === 'all' ? {} : { topic: view.topic }), ...(of && part ? { facet: of, part } : {}) } }, { signal })
        return { requests: [], ratings, next }
      }
      const of = requestFacets.find((each) => each === facet)
      const { requests, next } = await api('listCountedRequests', { query: { ...query, measure, ...(of && part ? { facet: of, part } : {}) } }, { signal })
      return { requests, ratings: [], next }
    },
    // Without a type of its own the first page would only ever be undefined.
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
