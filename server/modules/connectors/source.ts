// What every kind of source offers: answering one question, being looked at, and, where it can, giving everything page by page; and how
// records that were found become one reply.
import type { Connector, Fetched, RegistryQuestion } from '../exchange/index.ts'
import type { ConnectorDefinition } from './connector-definition.ts'
import type { Mapped } from './source-mapping.ts'

/** A page of a batch; `next`: where to go on, undefined at the end. */
export type Page = { records: Mapped[]; next: unknown }

/** What a batch began with is no longer there: it can only begin again. */
export class SourceReplaced extends Error {}

export type Source = Connector & {
  definition: ConnectorDefinition
  /** a sentence for everything that keeps it from being asked at all */
  problems: () => Promise<string[]>
  /** what to show beside its name: where it is, of a folder what is in force */
  describe: () => Promise<string>
  /** undefined when the source has no way to list. @throws Error with a sentence */
  page?: (batch: { fields: readonly string[]; filter: Readonly<Record<string, unknown>> }, cursor: unknown, size: number, signal: AbortSignal) => Promise<Page>
  /** of files: where they are put; undefined when the place is not set */
  folder?: () => string | undefined
  close: () => Promise<void>
}

/** Told of values that could not be read; `faults` name fields and quote what stood there, shortened. */
export type Complain = (registry: string, faults: readonly string[]) => void

const ownFaults = (faults: readonly string[], fields: readonly string[]): string[] => faults.filter((fault) => fields.includes(fault.split(':')[0] ?? '') || fault.startsWith('asOf'))

/**
 * The reply to a question: the asked fields only. Records of somebody else are told as theirs (`subject`), so that whoever asked refuses them.
 * @param at when it was asked, for sources that do not say how old a record is
 */
export const replyOf = (mapped: readonly Mapped[], question: RegistryQuestion, { registry, list, keys }: ConnectorDefinition, at: string, complain: Complain): Fetched => {
  const [first] = mapped
  if (!first) return { kind: 'noRecord' }
  if (mapped.length > 1 && list === undefined) return { kind: 'unavailable', why: `${mapped.length} records were found where one is expected` }
  const [[name, asked] = ['', '']] = Object.entries(question.subject)
  if (!Object.hasOwn(keys, name)) return { kind: 'unavailable', why: `the connector finds nothing by ${name}` }
  if (mapped.some((each) => each.keys[name] === undefined)) return { kind: 'unavailable', why: `the record does not say whose it is (${name})` }
  const other = mapped.find((each) => each.keys[name]?.toUpperCase() !== asked.toUpperCase())
  const faults = [...new Set(mapped.flatMap((each) => ownFaults(each.faults, question.fields)))]
  if (faults.length > 0) complain(registry, faults)
  const pick = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).filter(([field]) => question.fields.includes(field)))
  const asOf = mapped.map((each) => each.asOf ?? at).toSorted()[0] ?? at
  const record = { ...pick(first.record), ...(list === undefined || !question.fields.includes(list) ? {} : { [list]: mapped.map((each) => pick(each.record)) }) }
  return { kind: 'found', record, asOf, subject: { [name]: other?.keys[name] ?? asked } }
}
