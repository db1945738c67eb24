// Asks the registries whether somebody has a power. The exchange logs every question, so whoever stands in the record sees that it was read.
import { personDigest } from '../../kernel/person-digest.ts'
import { citationOf } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { ProvenPower, Registry } from '../catalogue/index.ts'
import { referenceTo, type RegistryReply } from '../exchange/index.ts'
import { readProof, type PowerKind } from './power.ts'

export type Proof = { registry: string; proven: ProvenPower; name: string; holders: string[] }
/** `proof` absent: the registry says nothing of the kind; `silent`: it did not answer. */
export type Asked = { registry: string; proof?: Proof; silent: boolean }

/** `power`: id of the power asked about, also before there is one. */
export type Question = { power: string; kind: PowerKind; subject: string; personId: string; idNumber: string }

const purposes: Record<PowerKind, string> = { guardian: '核对监护关系', company: '核对法定代表人' }

/** Registries whose records prove this, in the region served. */
const sourcesOf = (app: App, kind: PowerKind): { registry: Registry; proven: ProvenPower }[] =>
  Object.values(app.packs.catalogueFor(app.config.region).registries).flatMap((registry) => (registry.proves ?? []).filter(({ power }) => power === kind).map((proven) => ({ registry, proven })))

const askOne = async (app: App, { power, kind, subject, personId, idNumber }: Question, { registry, proven }: { registry: Registry; proven: ProvenPower }): Promise<Asked> => {
  const readingOf = (reply: RegistryReply) => {
    const read = reply.kind === 'found' ? readProof(proven, reply.record) : undefined
    return { read, isTheirs: read?.holders.includes(idNumber) ?? false }
  }
  const reply = await app.exchange.ask(registry.id, {
    subject: { [proven.key]: subject }, fields: [...new Set([proven.name, ...proven.holders, ...Object.keys(proven.when ?? {})])], purpose: purposes[kind], legalBasis: citationOf(proven.legalBasis), caseNumber: referenceTo('power', power),
    consent: registry.consent ? app.clock.now().toISOString() : null,
  }, {
    personId, subject: kind,
    read: (told) => {
      const { read, isTheirs } = readingOf(told)
      const outcome = told.kind === 'unavailable' ? 'unavailable' : !read ? 'noRecord' : isTheirs ? 'answers' : 'withheld'
      return { outcome, about: told.kind === 'found' && kind === 'guardian' ? [{ subject: personDigest(subject), concepts: [] }] : [] }
    },
  })
  const { read, isTheirs } = readingOf(reply)
  return { registry: registry.id, silent: reply.kind === 'unavailable', ...(read && isTheirs ? { proof: { registry: registry.id, proven, ...read } } : {}) }
}

/** Asks each registry that could prove it, or only the one that did. */
export const askForProof = async (app: App, question: Question, only?: string): Promise<{ proof: Proof | undefined; silent: boolean }> => {
  const asked = await Promise.all(sourcesOf(app, question.kind).filter(({ registry }) => only === undefined || registry.id === only).map((source) => askOne(app, question, source)))
  const proof = asked.find((each) => each.proof)?.proof
  return { proof, silent: proof === undefined && asked.some(({ silent }) => silent) }
}
