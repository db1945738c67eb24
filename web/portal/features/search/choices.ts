// Tells the server which result was opened after a question, so that what many choose comes earlier. Nothing about who.
// Never in the way: it is sent while the page goes on, and nobody hears when it fails.
import { api } from '../../../api/client.ts'
import type { Result } from './queries.ts'
import type { Search } from './search-address.ts'

/** @param ticket as it came with the results @param typing taken from what was suggested: the words were perhaps not typed to their end */
export function noteChoice({ q, region }: Pick<Search, 'q' | 'region'>, ticket: string, { type, id }: Pick<Result, 'type' | 'id'>, typing = false): void {
  api('noteSearchClick', { body: { q, type, id, ticket, ...(region ? { region } : {}), ...(typing ? { typing } : {}) } }).catch(() => {})
}
