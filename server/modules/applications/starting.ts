// Starting a matter: a person has one draft for it. One that is still empty moves to the region asked for; one with content stays
// where it was begun, and the person is told so.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { catalogueServed } from '../catalogue/index.ts'
import type { AnswerProblem, Answers } from '../planning/index.ts'
import { recordActing } from '../people/index.ts'
import { isUntouched, type Application } from './application.ts'
import { insertDraft, listUploads, updateApplication } from './applications-store.ts'
import { listCommitments } from './commitments-store.ts'
import { auditApplication, conceptsIn, takeAnswers, type Person } from './drafting.ts'

/** `region`: the installation's own when nothing is said; then any draft there is will do. */
export type Starting = { matter: string; region?: string; channel: Application['channel']; answers?: Answers }

/** `elsewhere`: the draft there was goes on in another region than the one asked for. */
export type Started = { id: string; problems: AnswerProblem[]; elsewhere: boolean }

/** Nothing in it but its beginning. */
export const isEmpty = async (tx: Tx, application: Application): Promise<boolean> =>
  isUntouched(application) && (await listUploads(tx, application.id)).length === 0 && (await listCommitments(tx, application.id)).length === 0

/** @throws Refusal not_found for a region that is not served, or a matter that is not offered there */
export const startDraft = async (app: App, person: Person, asked: Starting, requestId: string): Promise<Started> => {
  const { region, matters } = catalogueServed(app, asked.region)
  const matter = matters[asked.matter]
  if (!matter) throw new Refusal('not_found', { matter: asked.matter })
  const at = app.clock.now()
  const given = asked.answers ?? {}
  return app.db.transaction(async (tx) => {
    const draft = { id: uuidv7(app.clock), personId: person.id, matter: asked.matter, matterName: matter.name, region, channel: asked.channel }
    const { application: present, created } = await insertDraft(tx, draft, at)
    await recordActing(app, tx, person, present)
    const isOther = asked.region !== undefined && present.region !== region
    const moves = isOther && (await isEmpty(tx, present))
    const started = moves ? { ...present, region } : present
    const catalogue = app.packs.catalogueFor(started.region)
    const { application, problems } = takeAnswers(catalogue, started, given, plainDate(at))
    const answered = Object.keys(given).length > 0
    if (answered || moves) await updateApplication(tx, { ...application, revision: present.revision + 1, updatedAt: at.toISOString() })
    await insertAudit(tx, [
      ...(created ? [auditApplication(app, person, started, 'start', requestId, { matter: asked.matter })] : []),
      ...(moves ? [auditApplication(app, person, started, 'move', requestId, { from: present.region })] : []),
      ...(answered ? [auditApplication(app, person, started, 'answer', requestId, { concepts: conceptsIn(catalogue, given) })] : []),
    ])
    return { id: started.id, problems, elsewhere: isOther && !moves }
  })
}
