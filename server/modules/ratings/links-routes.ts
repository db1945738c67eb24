// Rating by a link, without logging in: officials and kiosks make one for a case that has ended, whoever holds it rates once.
import { Type } from 'typebox'
import { covers, staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { textIn } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { findLastSession } from '../windows/index.ts'
import { grade, saidBody } from './rating-replies.ts'
import { linkDays, readLink, writeLink, type RatingLink } from './rating-link.ts'
import { listRatingsOf } from './ratings-store.ts'
import { record, subjectName, unitName } from './recording.ts'
import { getRatedCase } from './subjects.ts'
import { takeRating } from './taking.ts'

const closed = { additionalProperties: false }
const token = Type.Object({ token: Type.String({ minLength: 40, maxLength: 80, pattern: '^[A-Za-z0-9_-]+$' }) })
const dayMs = 86_400_000

/** @throws Refusal not_found for what this installation has not written, and for what has run out: nobody learns which */
const getLink = (app: App, text: string): RatingLink => {
  const link = readLink(text, app.config.sessionSecret, app.clock.now())
  if (!link) throw new Refusal('not_found')
  return link
}

/** A link for the case, good for 30 days and one rating; for slips and kiosks. @returns an absolute address */
export const linkFor = (app: App, caseId: string, channel: RatingLink['channel']): { address: string; until: string } => {
  const until = new Date(app.clock.now().getTime() + linkDays * dayMs)
  return { address: `${app.config.publicUrl}/rate/${writeLink({ case: caseId, channel, until: Math.floor(until.getTime() / 1000) }, app.config.sessionSecret)}`, until: until.toISOString() }
}

/** Whether the applicant is the last whom this clerk served: their case may lie with an authority of another region. */
const servedHere = async (app: App, clerk: Parameters<typeof findLastSession>[1], personId: string | null): Promise<boolean> => {
  const last = await findLastSession(app.db.read, clerk)
  return last !== undefined && personId !== null && last.session.personId === personId
}

export const linkRoutes = [
  route({
    method: 'POST', path: '/ratings/links', operation: 'makeRatingLink', summary: 'A link by which the applicant of a case that has ended may rate it', permission: 'ratings.invite',
    body: Type.Object({ case: Type.String({ format: 'uuid' }), channel: Type.Enum(['link', 'kiosk'], { default: 'link' }) }, closed),
    status: 201, reply: Type.Object({ address: Type.String(), until: Type.String() }), refusals: ['not_found', 'invalid', 'not_allowed_now', 'already_rated'],
    handle: async (app, { principal, body, requestId }) => {
      const staff = staffOf(principal)
      const subject = await getRatedCase(app.db.read, body.case, null)
      if (!covers(staff, ['clerk', 'approver', 'head'], subject) && !covers(staff, ['window'], { ...subject, line: 'government-services' }) && !(await servedHere(app, staff, subject.personId))) throw new Refusal('not_found')
      if ((await listRatingsOf(app.db.read, 'case', [body.case])).length > 0) throw new Refusal('already_rated')
      await app.db.transaction((tx) => record({ app, tx, principal: staff, requestId, at: app.clock.now() }, { id: body.case, region: subject.region }, 'invite', { case: body.case, channel: body.channel }))
      return linkFor(app, body.case, body.channel)
    },
  }),
  route({
    method: 'GET', path: '/ratings/links/:token', operation: 'getRatingLink', summary: 'What a link is for, and whether it has been used', permission: 'ratings.link',
    params: token, reply: Type.Object({ name: Type.String(), authorityName: Type.String(), rated: Type.Union([grade, Type.Null()]), until: Type.String(), channel: Type.Enum(['link', 'kiosk']) }), refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { params, language }) => {
      const link = getLink(app, params.token)
      const subject = await getRatedCase(app.db.read, link.case, null)
      const [given] = await listRatingsOf(app.db.read, 'case', [link.case])
      return { name: textIn(subjectName(app, subject), language), authorityName: textIn(unitName(app, subject), language), rated: given?.grade ?? null, until: new Date(link.until * 1000).toISOString(), channel: link.channel }
    },
  }),
  route({
    method: 'POST', path: '/ratings/links/:token', operation: 'rateCaseByLink', summary: 'Rate by a link; once', permission: 'ratings.link',
    params: token, body: Type.Object(saidBody, closed), status: 201, reply: Type.Object({ grade }), refusals: ['not_found', 'invalid', 'not_allowed_now', 'already_rated'],
    handle: async (app, { principal, params, body, requestId, raw }) => {
      const link = getLink(app, params.token)
      const subject = await getRatedCase(app.db.read, link.case, null)
      const { grade: given } = await app.db.transaction((tx) => takeRating({ app, tx, principal, requestId, at: app.clock.now() }, subject, body, { channel: link.channel, verified: 'link', source: raw.ip }))
      return { grade: given }
    },
  }),
]
