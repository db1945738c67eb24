// What an applicant signs by handing in: everything the check page showed, in one canonical form (RFC 8785), and its SHA-256. It is made
// from what is frozen with the application, so anybody can make it again later and see whether anything was exchanged. Pure.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Plan } from '../planning/index.ts'
import type { Application, Upload } from './application.ts'
import type { SignedCommitment } from './commitments-store.ts'
import { displayOf, nameOfMatter } from './kept.ts'

/** The sentence on the page that is ticked. */
export const declaration = '我填写的内容和上传的材料都是真实的，知道弄虚作假要承担法律责任。'

/** Texts are those shown in Chinese; `digests` are SHA-256 of the documents; instants are ISO. */
export type SignedContent = {
  format: 1
  application: string
  person: string
  matter: { id: string; name: string; region: string }
  services: { service: string; name: string }[]
  answers: { concept: string; name: string; value: string }[]
  documents: { evidence: string; name: string; how: string; digests: string[] }[]
  consents: { registry: string; name: string; granted: boolean; at: string }[]
  commitments: { evidence: string; words: string; dueDays: number | null; at: string }[]
  declaration: string
}

type Parts = {
  application: Pick<Application, 'id' | 'personId' | 'matter' | 'matterName' | 'region' | 'consents'>
  plan: Plan
  /** the definitions it was handed in with */
  catalogue: Catalogue
  /** those there were when it was handed in */
  uploads: readonly Upload[]
  commitments: readonly SignedCommitment[]
}

const by = <T>(key: (one: T) => string) => (a: T, b: T): number => (key(a) < key(b) ? -1 : 1)

export const signedContent = ({ application, plan, catalogue, uploads, commitments }: Parts): SignedContent => ({
  format: 1, application: application.id, person: application.personId,
  matter: { id: application.matter, name: nameOfMatter(catalogue, application)['zh-CN'], region: application.region },
  services: plan.services.filter(({ state }) => state === 'included').map(({ service }) => ({ service, name: catalogue.services[service]?.name['zh-CN'] ?? service })),
  answers: plan.concepts.flatMap(({ concept, value }) =>
    value === undefined || value === null ? [] : [{ concept, name: catalogue.concepts[concept]?.name['zh-CN'] ?? concept, value: displayOf(catalogue, catalogue.concepts[concept], value)['zh-CN'] }]),
  documents: plan.evidence.map(({ evidence, source }) => ({
    evidence, name: catalogue.evidence[evidence]?.name['zh-CN'] ?? evidence, how: source.kind,
    digests: uploads.filter((each) => each.evidence === evidence).map(({ digest }) => digest).toSorted(),
  })),
  consents: Object.entries(application.consents).map(([registry, { granted, at }]) => ({ registry, name: catalogue.registries[registry]?.name['zh-CN'] ?? registry, granted, at })).toSorted(by(({ registry }) => registry)),
  commitments: commitments.map(({ evidence, statement, dueDays, signedAt }) => ({ evidence, words: statement['zh-CN'], dueDays, at: signedAt })).toSorted(by(({ evidence }) => evidence)),
  declaration,
})

/** SHA-256 of the canonical form, lower-case hex. */
export const digestOfContent = (content: SignedContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex')
