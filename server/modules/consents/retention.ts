// Old consents go: so many days after they could last be used or answered. Who asked whom stays in the trail and in the log of calls.
import { keyDigest } from '../../kernel/person-digest.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { getPerson } from '../people/index.ts'
import { countConsentsAbout, deleteConsents, listOldConsents } from './consents-store.ts'

/** Digests of a person's numbers: their own and those of companies they represent. */
const subjectsOfPerson = async (read: Read, personId: string): Promise<string[]> => {
  const { idNumber, companies } = await getPerson(read, personId)
  return [keyDigest({ idNumber }), ...companies.map(({ uscc }) => keyDigest({ creditCode: uscc }))]
}

/** How many departments asked of this person. */
export const countConsentsOf = async (read: Read, personId: string): Promise<number> => countConsentsAbout(read, await subjectsOfPerson(read, personId))

type Step = { before: Date; spared: readonly string[]; limit: number; dry: boolean }

/** @param step `spared`: ids of people under a legal hold; `dry`: only tell how many @returns how many */
export const eraseOldConsents = async ({ db }: Pick<App, 'db'>, { before, spared, limit, dry }: Step): Promise<number> => {
  const subjects = (await Promise.all(spared.map((id) => subjectsOfPerson(db.read, id)))).flat()
  const ids = await listOldConsents(db.read, before, subjects, limit)
  return dry ? ids.length : db.transaction((tx) => deleteConsents(tx, ids))
}
