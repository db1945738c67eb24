// Forecasts as the workbench asks for them.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import type { Operations } from '../../../api/operations.ts'
import { queryClient } from '../../../shared/query-client.ts'

/** A policy as it is written: FEEL, with the names of pack files. */
export type WrittenPolicy = Operations['askForecast']['input']['body']['policy']
export type Forecast = Reply<'getForecast'>
export type ForecastResult = NonNullable<Forecast['result']>
export type ChangeKind = ForecastResult['samples'][number]['kind']

/** Those a table shows, in this order. */
export const kinds = ['new', 'more', 'less', 'same', 'lapsing', 'unknown'] as const

const askEveryMs = 1500
/** Until there is a population: in demo mode it is written while the first pages are opened. */
const lookEveryMs = 5000

const isUnderWay = (one: Forecast | undefined): boolean => one !== undefined && one.result === null && one.failure === null

export const forecastsQuery = queryOptions({ queryKey: ['forecasts'], queryFn: ({ signal }) => api('listForecasts', {}, { signal }), refetchInterval: ({ state: { data } }) => (data?.hasPopulation === false ? lookEveryMs : data?.forecasts.some(isUnderWay) ? askEveryMs : false) })

export const forecastQuery = (id: string) => queryOptions({ queryKey: ['forecasts', id], queryFn: ({ signal }) => api('getForecast', { params: { id } }, { signal }), refetchInterval: ({ state }) => (isUnderWay(state.data) ? askEveryMs : false) })

/** The one just asked for, also in the list. */
export const keep = (one: Forecast): void => {
  queryClient.setQueryData(forecastQuery(one.id).queryKey, one)
  void queryClient.invalidateQueries({ queryKey: forecastsQuery.queryKey, exact: true })
}
