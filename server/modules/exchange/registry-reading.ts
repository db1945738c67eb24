// What a registry's reply may be told as: one record, several to choose from, none, or one that is not the applicant's to see. Pure.
import type { Catalogue, Registry } from '../catalogue/index.ts'
import type { KnownFact } from '../planning/index.ts'
import type { CallOutcome } from './call.ts'
import { joinTogether, plainConcepts } from './records-together.ts'
import { factsOf, recordsOf, whomItNames, type FoundRecord, type LookUp, type RegistryReply } from './registry.ts'

type Asked = { registry: Registry; asked: Pick<LookUp, 'concepts'>; catalogue: Catalogue; proven: boolean; vouching: readonly string[]; known: readonly KnownFact[]; on: string }

/** `facts`: what was read, told or not; `records`: what the applicant has to choose from; `unfit`: concepts whose values cannot be right;
 * `alike`: how many records there are of which nothing says which is which, so that none is told. */
export type Replied = { outcome: CallOutcome; facts: KnownFact[]; records?: FoundRecord[]; unfit: string[]; alike?: number }

export const readReplied = (reply: RegistryReply, { registry, asked, catalogue, proven, vouching, known, on }: Asked): Replied => {
  if (reply.kind !== 'found') return { outcome: reply.kind, facts: [], unfit: [] }
  const read = recordsOf(registry, reply.record).map((record) => factsOf(registry, catalogue, { concepts: plainConcepts(registry, catalogue, asked.concepts) }, { record, asOf: reply.asOf }, on))
  const unfit = [...new Set(read.flatMap((each) => each.unfit))]
  const mayBeTold = (facts: readonly KnownFact[]): boolean => {
    if (vouching.length === 0) return proven
    const named = whomItNames(facts, vouching, known)
    return named === 'applicant' || (proven && named === 'nobody')
  }
  const told = read.map(({ facts }) => facts).filter(mayBeTold)
  const [first] = told
  if (!first) return { outcome: 'withheld', facts: read.flatMap(({ facts }) => facts), unfit }
  const by = registry.several?.by
  const records = told.flatMap((facts): FoundRecord[] => {
    const id = facts.find(({ concept }) => concept === by)?.value
    return typeof id === 'string' ? [{ id, facts }] : []
  })
  if (told.length > 1 && records.length < 2) return { outcome: 'noRecord', facts: told.flat(), unfit, alike: told.length }
  const events = joinTogether(registry, catalogue, records)
  if (events.length > 1) return { outcome: 'answers', facts: told.flat(), records: events, unfit }
  return { outcome: 'answers', facts: events[0]?.facts ?? first, unfit }
}
