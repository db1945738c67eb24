// The applicant does what was promised, or speaks: hands the document in, answers before a decision on a breach.
// A document is the same for every case of the application that waits for it.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { getCaseForAction, updateCases, type Case, type CaseFile, type Scene } from '../cases/index.ts'
import { moveUndertaking } from './recording.ts'
import { isOwed, isQuestioned, type Undertaking, type UndertakingKind } from './undertaking.ts'
import { getUndertakingForUpdate, listUndertakingLines, listUndertakingsForUpdate, listUndertakingsOf } from './undertakings-store.ts'

/** The case with the document it waited for, which is then a document like any other, for a person to look at; or without it again. */
export const withDocument = (one: Case, evidence: string, source: 'upload' | UndertakingKind, files: CaseFile[], at: string): Case => ({
  ...one, revision: one.revision + 1, updatedAt: at,
  evidence: one.evidence.map((each) => (each.evidence === evidence ? { ...each, source, files } : each)),
})

/** @param uploaded what the applicant has uploaded for it; what was sent back before does not go along again. @throws Refusal not_found when nothing of the kind is owed, incomplete without a file */
export const handInOwed = async (scene: Scene, applicationId: string, evidence: string, uploaded: readonly CaseFile[]): Promise<void> => {
  const { tx } = scene
  // Cases first, as everybody who needs both does.
  const owed = (all: readonly Undertaking[]) => all.filter((one) => one.evidence === evidence && isOwed(one))
  const [first] = owed(await listUndertakingsOf(tx, applicationId))
  if (!first) throw new Refusal('not_found', { evidence })
  const before = (await listUndertakingLines(tx, [first.id])).flatMap(({ detail }) => (Array.isArray(detail['files']) ? detail['files'] : []))
  const files = uploaded.filter(({ id }) => !before.includes(id))
  if (files.length === 0) throw new Refusal('incomplete', { evidence: [evidence] })
  const { siblings } = await getCaseForAction(tx, first.caseId)
  for (const one of owed(await listUndertakingsForUpdate(tx, applicationId))) {
    await moveUndertaking(scene, one, 'handIn', { files: files.map(({ id }) => id), digests: files.map(({ digest }) => digest) }, (next) => ({ ...next, files, handedInOn: plainDate(scene.at), lookOn: null }))
    const waiting = siblings.find(({ id }) => id === one.caseId)
    if (waiting) await updateCases(tx, [withDocument(waiting, evidence, 'upload', files, scene.at.toISOString())])
  }
}

/** Their own words before anybody decides (Administrative Licensing Law Art. 7). */
export const answerQuestion = async (scene: Scene, personId: string, id: string, text: string): Promise<Undertaking> => {
  const one = await getUndertakingForUpdate(scene.tx, id)
  if (one.personId !== personId) throw new Refusal('not_found')
  if (!isQuestioned(one.state)) throw new Refusal('not_allowed_now', { state: one.state, action: 'answer' })
  return moveUndertaking(scene, one, 'answer', { text }, (next) => ({ ...next, answered: true }))
}
