// Progress for whoever has the number of an application and the last four digits of the applicant's phone: where each service stands,
// nothing about the person. A wrong pair, a number that does not exist and an application without a phone answer alike; after a few
// wrong tries a number answers nobody for an hour, whether it exists or not, so the digits cannot be tried out.
import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { isHumanNumber } from '../../kernel/ids.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogue, textsSchema } from '../catalogue/index.ts'
import { caseStates, progresses } from '../cases/index.ts'
import { findPerson } from '../people/index.ts'
import { toTracking } from './application-replies.ts'
import { findApplication } from './applications-store.ts'
import { countProgressTries, findApplicationByNumber, lockProgressTries, upsertProgressTry } from './progress-store.ts'
import { readTracking } from './tracking.ts'

const mostTries = 5
const hour = 3_600_000
const day = 24 * hour

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

const progressSchema = Type.Object({
  number: text, matterName: textsSchema, progress: Type.Enum([...progresses]), submittedOn: text, promisedOn: textOrNull,
  services: Type.Array(Type.Object({ name: textsSchema, authorityName: textsSchema, authorityPhone: textOrNull, state: Type.Enum([...caseStates]), ended: Type.Boolean(), expectedOn: textOrNull, waitsFor: Type.Array(textsSchema) })),
}, { description: 'Where the services of an application stand; nothing about the person.' })

const findAsked = async (read: Read, number: string, phone: string) => {
  const found = isHumanNumber(number) ? await findApplicationByNumber(read, number) : undefined
  // The same questions are asked whether there is such a number or not.
  const person = await findPerson(read, found?.personId ?? '00000000-0000-7000-8000-000000000000')
  return found && person?.phone?.slice(-4) === phone ? findApplication(read, found.id) : undefined
}

const entry = (app: App, requestId: string, digest: string, found: boolean) =>
  ({ at: app.clock.now().toISOString(), actorKind: 'anonymous' as const, actorId: '', action: 'applications.progress', subjectType: 'progress', subjectId: digest, region: null, requestId, detail: { found } })

export const progressRoutes = [
  route({
    method: 'POST', path: '/progress', operation: 'askProgress', summary: 'Where an application stands, by number and last digits of the phone', permission: 'catalogue.read',
    body: Type.Object({ number: Type.String({ minLength: 5, maxLength: 60 }), phone: Type.String({ pattern: '^\\d{4}$', description: 'Last four digits of the applicant’s phone.' }) }, { additionalProperties: false }),
    reply: progressSchema, refusals: ['invalid', 'not_found', 'too_many'],
    handle: async (app, { body, requestId }) => {
      const number = body.number.normalize('NFKC').replaceAll(/\s/g, '')
      const digest = createHash('sha256').update(`progress ${number}`).digest('hex')
      const now = app.clock.now()
      const hourAt = new Date(Math.floor(now.getTime() / hour) * hour)
      const application = await app.db.transaction(async (tx) => {
        await lockProgressTries(tx, digest)
        if ((await countProgressTries(tx, digest, new Date(hourAt.getTime() - hour))) >= mostTries) throw new Refusal('too_many')
        const found = await findAsked(tx, number, body.phone)
        if (!found) await upsertProgressTry(tx, digest, hourAt, new Date(now.getTime() - day))
        await insertAudit(tx, [entry(app, requestId, digest, found !== undefined)])
        return found
      })
      if (!application) throw new Refusal('not_found')
      const parts = await readTracking(app.db.read, application)
      const tracking = toTracking(await pinnedCatalogue(app, app.db.read, application), plainDate(now), parts)
      return {
        number: tracking.number, matterName: tracking.matterName, progress: tracking.progress, submittedOn: plainDate(new Date(tracking.submittedAt)), promisedOn: tracking.promisedOn,
        services: tracking.cases.map((one) => ({
          name: one.name, authorityName: one.authorityShortName, authorityPhone: one.authorityPhone, state: one.state, ended: one.ended, expectedOn: one.ended ? null : one.expectedOn,
          waitsFor: tracking.cases.filter((other) => !other.ended && one.dependsOn.includes(other.service)).map((other) => other.name),
        })),
      }
    },
  }),
]
