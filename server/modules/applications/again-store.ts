// Reading which application follows which.
import type { Read } from '../../kernel/db.ts'
import { canApplication, isSubmitted, type Application } from './application.ts'

/** An application handed in, with those it followed itself. */
export const listFollowed = async (read: Read, id: string): Promise<Pick<Application, 'id' | 'identity'>[]> =>
  read<Pick<Application, 'id' | 'identity'>[]>`
    with recursive followed as (
      select id, identity, follows from applications where id = ${id} and number is not null
      union select one.id, one.identity, one.follows from followed join applications one on one.id = followed.follows
    ) select id, identity from followed`

/** The application that follows it, unless it was thrown away. */
export const findFollower = async (read: Read, id: string): Promise<Pick<Application, 'id' | 'number'> | undefined> => {
  const rows = await read<Pick<Application, 'id' | 'number' | 'state'>[]>`select id, number, state from applications where follows = ${id} order by created_at desc, id desc`
  const kept = rows.find((each) => isSubmitted(each) || canApplication(each.state, 'edit'))
  return kept && { id: kept.id, number: kept.number }
}
