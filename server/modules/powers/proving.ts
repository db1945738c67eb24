// Asks the registries whether somebody has a power. Every question is kept, so whoever stands in the record sees that it was read.
import type { Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import type { App } from '../../module.ts'
import type { ProvenPower, Registry } from '../catalogue/index.ts'
import { insertRegistryCalls, type RegistryCall } from '../exchange/index.ts'
import { readProof, type PowerKind } from './power.ts'

export type Proof = { registry: string; proven: ProvenPower; name: string; holders: string[] }
/** `proof` absent: the registry says nothing of the kind; `silent`: it did not answer. */
export type Asked = { registry: string; proof?: Proof; silent: boolean; call: RegistryCall }

export type Question = { kind: PowerKind; subject: string; personId: string; idNumber: string }

const purposes: Record<PowerKind, string> = { guardian: '核对监护关系', company: '核对法定代表人' }

const basisText = ({ title, article }: Registry['legalBasis']): string => (article ? `《${title}》${article}` : `《${title}》`)

/** Registries whose records prove this, in the region served. */
const sourcesOf = (app: App, kind: PowerKind): { registry: Registry; proven: ProvenPower }[] =>
  Object.values(app.packs.catalogueFor(app.config.region).registries).flatMap((registry) => (registry.proves ?? []).filter(({ power }) => power === kind).map((proven) => ({ registry, proven })))

const askOne = async (app: App, { kind, subject, personId, idNumber }: Question, { registry, proven }: { registry: Registry; proven: ProvenPower }): Promise<Asked> => {
  const start = performance.now()
  const at = app.clock.now().toISOString()
  const reply = await app.exchange.ask(registry.id, {
    subject: { [proven.key]: subject }, fields: [...new Set([proven.name, ...proven.holders, ...Object.keys(proven.when ?? {})])], purpose: purposes[kind], legalBasis: basisText(proven.legalBasis), caseNumber: null,
    consent: registry.consent ? at : null,
  })
  if (reply.kind === 'unavailable') app.log.warn({ registry: registry.id, why: reply.why }, 'registry did not answer')
  const read = reply.kind === 'found' ? readProof(proven, reply.record) : undefined
  const isTheirs = read?.holders.includes(idNumber) ?? false
  const call: RegistryCall = {
    id: uuidv7(app.clock), personId, applicationId: null, registry: registry.id, subject: kind, concepts: [], purpose: purposes[kind], legalBasis: basisText(proven.legalBasis),
    outcome: reply.kind === 'unavailable' ? 'unavailable' : reply.kind === 'noRecord' || !read ? 'noRecord' : isTheirs ? 'answers' : 'withheld', milliseconds: Math.round(performance.now() - start), at,
    about: reply.kind === 'found' && kind === 'guardian' ? [{ subject: personDigest(subject), concepts: [] }] : [],
  }
  return { registry: registry.id, silent: reply.kind === 'unavailable', call, ...(read && isTheirs ? { proof: { registry: registry.id, proven, ...read } } : {}) }
}

/** Asks each registry that could prove it, or only the one that did. */
export const askForProof = async (app: App, question: Question, only?: string): Promise<{ proof: Proof | undefined; silent: boolean; calls: RegistryCall[] }> => {
  const asked = await Promise.all(sourcesOf(app, question.kind).filter(({ registry }) => only === undefined || registry.id === only).map((source) => askOne(app, question, source)))
  const proof = asked.find((each) => each.proof)?.proof
  return { proof, silent: proof === undefined && asked.some(({ silent }) => silent), calls: asked.map(({ call }) => call) }
}

export const keepAsked = (tx: Tx, calls: readonly RegistryCall[]): Promise<void> => insertRegistryCalls(tx, calls)
