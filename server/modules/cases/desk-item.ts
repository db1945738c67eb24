// What a line of the queue says besides the case: its revision, who has it by name, and whether something happened since the reader looked.
// A line of somebody who never opened the case is new to them.
import { Type, type Static } from 'typebox'
import type { App } from '../../module.ts'
import { listStaffNames } from '../people/index.ts'
import type { Case } from './case.ts'
import { listLastReads } from './case-reads-store.ts'
import { queueItemSchema } from './case-replies.ts'

export const newsKinds = ['new', 'changed', 'none'] as const

export const deskItemSchema = Type.Object(
  {
    ...queueItemSchema.properties,
    revision: Type.Integer(), createdAt: Type.String(), holderId: Type.Union([Type.String(), Type.Null()]), holderName: Type.Union([Type.String(), Type.Null()]),
    news: Type.Enum(newsKinds, { description: 'new: the reader has never opened it; changed: something happened since they last did.' }),
  },
  { description: 'One line of the queue.' },
)

type DeskFacts = Pick<Static<typeof deskItemSchema>, 'revision' | 'createdAt' | 'holderId' | 'holderName' | 'news'>

/** Whether a case changed after an official last opened it. @param lookedAt instant of their last look; undefined: never */
export const newsOf = ({ updatedAt }: Pick<Case, 'updatedAt'>, lookedAt: string | undefined): DeskFacts['news'] =>
  lookedAt === undefined ? 'new' : updatedAt > lookedAt ? 'changed' : 'none'

/** The facts of each of these cases for one reader. */
export const deskFactsFor = async ({ db: { read } }: App, staffId: string, cases: readonly Case[]): Promise<(one: Case) => DeskFacts> => {
  const [looks, holders] = await Promise.all([
    listLastReads(read, staffId, cases.map(({ id }) => id)), listStaffNames(read, [...new Set(cases.flatMap(({ assigneeId }) => assigneeId ?? []))]),
  ])
  const names = new Map(holders.map(({ id, name }) => [id, name]))
  return (one) => ({
    revision: one.revision, createdAt: one.createdAt, holderId: one.assigneeId, holderName: one.assigneeId === null ? null : (names.get(one.assigneeId) ?? null),
    news: newsOf(one, looks.get(one.id)),
  })
}
