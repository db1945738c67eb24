// Keeps what an applicant has promised with an application just handed in, and what they could have promised, in its transaction.
// Where the services' packs offer neither commitment nor later documents nothing is read or written.
import { createHash } from 'node:crypto'
import { actorOf } from '../../kernel/audit.ts'
import { plainDate } from '../../kernel/clock.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Case, CaseEvidence, Scene } from '../cases/index.ts'
import type { Plan } from '../planning/index.ts'
import { counted, withFirstLook } from './due-days.ts'
import { insertOffers, type Offer } from './offers-store.ts'
import type { Undertaking } from './undertaking.ts'
import { insertUndertakingLines, insertUndertakings } from './undertakings-store.ts'

/** `consents`: when the applicant agreed to each registry. */
export type Promised = { plan: Plan; catalogue: Catalogue; cases: readonly Case[]; consents: Readonly<Record<string, { granted: boolean; at: string }>> }

/** The words as they were signed, so that another wording is noticed. */
export const digestOf = (statement: Undertaking['statement']): string => createHash('sha256').update(JSON.stringify([statement['zh-CN'], statement['zh-HK'] ?? null, statement.en ?? null])).digest('hex')

const offersOf = ({ plan, catalogue }: Promised, one: Case, today: string): Offer[] =>
  plan.evidence.filter(({ neededBy }) => neededBy.includes(one.service)).flatMap(({ evidence, source, mayFollow, askedBecause }) => {
    const offer = (kind: Offer['kind'], used: boolean): Offer => ({ caseId: one.id, evidence, kind, used, personId: one.personId, service: one.service, line: one.line, region: one.region, offeredOn: today })
    const byHand = source.kind === 'commitment' || source.kind === 'later' || source.kind === 'upload'
    const signing = byHand && askedBecause !== 'breach' && catalogue.evidence[evidence]?.commitment !== undefined
    return [...(signing ? [offer('commitment', source.kind === 'commitment')] : []), ...(mayFollow ? [offer('later', source.kind === 'later')] : [])]
  })

/** A business answers for itself: its credit code, where the matter is a business's and the case is about one. */
export const subjectOf = (catalogue: Pick<Catalogue, 'matters' | 'concepts'>, one: Pick<Case, 'matter' | 'personId' | 'content'>): string => {
  if (catalogue.matters[one.matter]?.audience !== 'organisation') return one.personId
  const [code, ...others] = new Set(one.content.flatMap(({ concept, value }) => (catalogue.concepts[concept]?.type === 'uscc' && typeof value === 'string' ? [value] : [])))
  return code === undefined || others.length > 0 ? one.personId : code
}

/** What follows from the promise, and in how many working days. A check counts from the decision, a document from handing in. */
const dutyOf = ({ source, dueDays }: CaseEvidence, catalogue: Catalogue, evidence: string): Pick<Undertaking, 'duty' | 'how' | 'dueDays'> & { fromNow: boolean } => {
  if (dueDays !== undefined) return { duty: 'document', how: null, dueDays, fromNow: true }
  const check = source === 'commitment' ? catalogue.evidence[evidence]?.commitment?.check : undefined
  if (!check) return { duty: 'truth', how: null, dueDays: null, fromNow: false }
  return { duty: check.how === 'document' ? 'document' : 'check', how: check.how, dueDays: check.withinDays, fromNow: false }
}

const undertakingOf = (scene: Scene, promised: Promised, one: Case, given: CaseEvidence): Undertaking[] => {
  const { catalogue, consents } = promised
  if ((given.source !== 'commitment' && given.source !== 'later') || !given.statement) return []
  const [at, today] = [scene.at.toISOString(), plainDate(scene.at)]
  const { fromNow, ...duty } = dutyOf(given, catalogue, given.evidence)
  const asked = duty.how === 'registry' ? (catalogue.evidence[given.evidence]?.registries ?? []) : []
  const made: Undertaking = {
    id: uuidv7(scene.app.clock), caseId: one.id, applicationId: one.applicationId, personId: one.personId, applicant: one.applicant, subject: subjectOf(catalogue, one), caseNumber: one.number, matter: one.matter,
    service: one.service, line: one.line, region: one.region, evidence: given.evidence, kind: given.source, ...duty, statement: given.statement, statementDigest: digestOf(given.statement),
    consents: Object.fromEntries(asked.flatMap((id) => (consents[id]?.granted ? [[id, consents[id].at]] : []))), catalogueDigest: one.catalogueDigest, state: 'open', revision: 1, countFrom: null, dueOn: null,
    reminded: 0, lookOn: null, files: [], handedInOn: null, answerOn: null, answered: false, createdAt: at, updatedAt: at, endedAt: null,
  }
  return [withFirstLook(fromNow ? counted(made, today) : made, today)]
}

/** @param promised the plan handed in and the cases opened from it */
export const keepPromises = async (scene: Scene, promised: Promised): Promise<void> => {
  const today = plainDate(scene.at)
  const offers = promised.cases.flatMap((one) => offersOf(promised, one, today))
  if (offers.length === 0) return
  const made = promised.cases.flatMap((one) => one.evidence.flatMap((given) => undertakingOf(scene, promised, one, given)))
  const { principal } = scene
  await insertOffers(scene.tx, offers)
  await insertUndertakings(scene.tx, made)
  await insertUndertakingLines(scene.tx, made.map((one) => ({
    undertakingId: one.id, action: 'promise', ...actorOf(principal), actorName: principal.kind === 'anonymous' ? '' : principal.name, at: scene.at.toISOString(), detail: { statement: one.statementDigest, dueOn: one.dueOn },
  })))
}
