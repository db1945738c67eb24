// What the law wants an applicant to hear of also goes to their phone: something is to be added, there is a result. Once a day for an
// application, for a matter has many services; the inbox says the rest.
// Administrative Licensing Law Art. 32 (correction told at once), 44 (delivery of the decision).
import { plainDate } from '../../kernel/clock.ts'
import { followAction, wasGranted, type Case, type Scene } from '../cases/index.ts'
import { listMutedKinds } from '../messages/index.ts'
import { findPerson } from '../people/index.ts'
import { postText } from './posting.ts'
import type { TextKind } from './text-kinds.ts'

const tell = async (scene: Scene, cases: readonly Case[], kind: TextKind): Promise<void> => {
  const { app, tx, at } = scene
  if (!app.config.textMessages?.templates[kind]) return
  for (const { id, personId, applicationId, region, line, number, state } of cases) {
    if (wasGranted(state) && (await listMutedKinds(tx, personId)).includes('caseGranted')) continue
    const person = await findPerson(tx, personId)
    await postText(scene, { key: `${applicationId} ${plainDate(at)}`, kind, subject: id, region, line, personId, phone: person?.phone, parameters: { number } })
  }
}

export const followCasesByText = (): void => {
  followAction('requestSupplement', 'text-messages', (scene, cases) => tell(scene, cases, 'caseSupplement'))
  for (const action of ['grant', 'refuse', 'decline', 'terminate'] as const) followAction(action, 'text-messages', (scene, cases) => tell(scene, cases, 'caseEnded'))
}
