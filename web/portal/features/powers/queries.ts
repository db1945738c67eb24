// For whom one may act by law, and who of a hall is helping one now.
// Asked only when a resident is logged in.
import { queryOptions } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'

export type Power = Reply<'listPowers'>['powers'][number]
export type HelpSession = Reply<'listHelpers'>['sessions'][number]

export const powersQuery = queryOptions({ queryKey: ['powers'], queryFn: async ({ signal }) => (await api('listPowers', {}, { signal })).powers })

export const helpersQuery = queryOptions({ queryKey: ['helped-by'], queryFn: async ({ signal }) => (await api('listHelpers', {}, { signal })).sessions })
