// What a person need not say or upload again, because an earlier application of theirs has it: answers and documents that are
// still good (`validDays`); and what of an earlier one stands in the way of taking their word again. Nothing is read where neither matters.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import type { Read } from '../../kernel/db.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { knownValues, type Answer, type EarlierDocument, type KnownFact } from '../planning/index.ts'
import { hasBar } from '../undertakings/index.ts'
import { mayPromise } from '../credits/index.ts'
import type { Application, Upload } from './application.ts'
import { listEarlierApplications, listEarlierUploads } from './earlier-store.ts'

/** `files`: the uploads the documents stand for. */
export type Earlier = { facts: KnownFact[]; documents: EarlierDocument[]; files: Upload[] }

const dayMilliseconds = 86_400_000

const since = (at: Date, days: readonly number[]): Date => new Date(at.getTime() - (Math.max(...days) + 1) * dayMilliseconds)

/** What the services of the matter ask that lasts, with the days it does. */
const reusable = ({ matters, services, evidence, concepts }: Catalogue, matter: string): { concepts: Map<string, number>; evidence: Map<string, number> } => {
  const own = (matters[matter]?.services ?? []).flatMap(({ service }) => services[service] ?? [])
  const lasting = (entries: Readonly<Record<string, { validDays?: number }>>, ids: readonly string[]) =>
    new Map(ids.flatMap((id): [string, number][] => (entries[id]?.validDays === undefined ? [] : [[id, entries[id].validDays]])))
  return {
    concepts: lasting(concepts, own.flatMap((service) => service.concepts.map(({ concept }) => concept))),
    evidence: lasting(evidence, own.flatMap((service) => service.evidence.flatMap(({ anyOf }) => anyOf))),
  }
}

const isAnswer = (value: Answer | undefined): value is Answer => value !== undefined && value !== null

/** @param at now */
export const findEarlier = async (read: Read, application: Application, catalogue: Catalogue, at: Date): Promise<Earlier> => {
  const { concepts, evidence } = reusable(catalogue, application.matter)
  const earlier = concepts.size === 0 ? [] : await listEarlierApplications(read, application.personId, since(at, [...concepts.values()]))
  const files = evidence.size === 0 ? [] : await listEarlierUploads(read, application.personId, [...evidence.keys()], since(at, [...evidence.values()]))
  return {
    facts: earlier.flatMap(({ number, answers, submittedAt }) =>
      [...concepts.keys()].flatMap((concept): KnownFact[] => {
        const value = answers[concept]
        return isAnswer(value) ? [{ concept, value, source: { kind: 'earlier', application: number }, asOf: submittedAt }] : []
      }),
    ),
    documents: files.map(({ id, evidence: type, application: number, submittedAt }) => ({ upload: id, evidence: type, application: number, on: plainDate(new Date(submittedAt)) })),
    files: files.map(({ application: _application, submittedAt: _submittedAt, ...upload }) => upload),
  }
}

/** Whether any service of the matter takes a promise instead of a document, now or for good. */
const takesPromises = ({ matters, services, evidence }: Catalogue, matter: string): boolean =>
  (matters[matter]?.services ?? []).some(({ service }) => services[service]?.evidence.some(({ tolerable, anyOf }) => tolerable || anyOf.some((id) => evidence[id]?.commitment)) ?? false)

/** Whether a broken promise of the applicant, or of a business the application names, stands in the way of another, or their grade of credit does. @param today YYYY-MM-DD */
export const findBar = async (app: App, read: Read, { matter, personId, answers }: Application, catalogue: Catalogue, known: readonly KnownFact[], today: string): Promise<boolean> => {
  if (!takesPromises(catalogue, matter)) return false
  const codes = Object.entries(knownValues(answers, known)).flatMap(([concept, value]) => (catalogue.concepts[concept]?.type === 'uscc' && typeof value === 'string' ? [value] : []))
  return (await hasBar(read, [personId, ...codes], today)) || !(await mayPromise(app, read, personId, codes))
}
