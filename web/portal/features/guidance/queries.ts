// Asks the server what a sentence means; the same told things are asked once.
import { keepPreviousData } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import type { Told } from './talk.ts'

export type Guided = Reply<'guide'>
export type Guide = NonNullable<Guided['guide']>
export type Given = Guide['given'][number]
export type OfferedMatter = Guided['matters'][number]
export type Question = NonNullable<Guide['next']>

/** @param region the place chosen on this device: what is offered there, and halls nearby. What is shown stays until the next answer is there, so that nothing jumps while one answers. */
export const guidedQuery = ({ said, matter, answers, dropped, unknown }: Told, region: string | undefined) => ({
  queryKey: ['guidance', said, region ?? '', matter, answers, dropped, unknown],
  queryFn: () => api('guide', { body: { said, answers: { ...answers }, dropped: [...dropped], unknown: [...unknown], ...(matter === undefined ? {} : { matter }), ...(region === undefined ? {} : { region }) } }),
  enabled: said !== '',
  placeholderData: keepPreviousData,
  staleTime: 5 * 60_000,
})
