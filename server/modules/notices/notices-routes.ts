// Notices over HTTP: applicants open their own, which is kept as the receipt; officials those of their authority; anybody checks one.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, personOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import type { Notice } from './notice.ts'
import { checkedSchema, noticeSchema, toCheckedReply, toNoticeReply } from './notices-replies.ts'
import { findNotice, findNoticeByCode, listNoticesOfApplication, listNoticesOfCase, updateNoticeOpened } from './notices-store.ts'
import { issueNotice } from './serving.ts'

const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']
const uuid = Type.String({ format: 'uuid' })
const noticeParams = Type.Object({ id: uuid })
const noticesSchema = Type.Object({ notices: Type.Array(noticeSchema) })

const sendDocument = async (app: App, id: string) => {
  const { digest, words, number } = await issueNotice(app, id)
  return { stream: app.files.open(digest), type: 'application/pdf', name: `${words.name['zh-CN']} ${number}.pdf`, inline: true }
}

const getNotice = async (app: App, id: string, mayRead: (notice: Notice) => boolean): Promise<Notice> => {
  const notice = await findNotice(app.db.read, id)
  if (!notice || !mayRead(notice)) throw new Refusal('not_found')
  return notice
}

/** The first look is the receipt; every look leaves a trace. */
const recordLook = (app: App, principal: Principal, requestId: string, notice: Notice, own: boolean): Promise<void> =>
  app.db.transaction(async (tx) => {
    const at = app.clock.now()
    const first = own && (await updateNoticeOpened(tx, notice.id, at))
    if (first || !own) {
      await insertAudit(tx, [{ at: at.toISOString(), ...actorOf(principal), action: 'notices.open', subjectType: 'notice', subjectId: notice.id, region: notice.region, requestId, detail: { number: notice.number, first } }])
    }
  })

export const noticeRoutes = [
  route({
    method: 'GET', path: '/applications/:id/notices', operation: 'listMyNotices', summary: 'Numbered documents about an application of mine', permission: 'messages.own',
    params: noticeParams, reply: noticesSchema, refusals: ['not_found', 'invalid'],
    handle: async ({ db }, { principal, params, language }) => {
      const person = personOf(principal)
      const notices = await listNoticesOfApplication(db.read, params.id)
      return { notices: notices.filter(({ personId }) => personId === person.id).map((notice) => toNoticeReply(notice, language)) }
    },
  }),
  route({
    method: 'GET', path: '/notices/:id/document', operation: 'openMyNotice', summary: 'A document served on me, as PDF; the first look is the receipt', permission: 'messages.own',
    params: noticeParams, reply: fileReply, refusals: ['not_found', 'invalid', 'seal_unusable', 'unavailable'],
    handle: async (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      const notice = await getNotice(app, params.id, ({ personId }) => personId === person.id)
      const file = await sendDocument(app, notice.id)
      await recordLook(app, principal, requestId, notice, true)
      return file
    },
  }),
  route({
    method: 'GET', path: '/cases/:id/notices', operation: 'listCaseNotices', summary: 'Numbered documents about a case, with their receipts', permission: 'cases.read',
    params: noticeParams, reply: noticesSchema, refusals: ['not_found', 'invalid'],
    handle: async ({ db }, { principal, params, language }) => {
      const notices = await listNoticesOfCase(db.read, params.id)
      return { notices: notices.filter((notice) => covers(principal, readers, notice)).map((notice) => toNoticeReply(notice, language)) }
    },
  }),
  route({
    method: 'GET', path: '/cases/notices/:id/document', operation: 'openCaseNotice', summary: 'A document about a case of my authority, as PDF; recorded', permission: 'cases.read',
    params: noticeParams, reply: fileReply, refusals: ['not_found', 'invalid', 'seal_unusable', 'unavailable'],
    handle: async (app, { principal, params, requestId }) => {
      const notice = await getNotice(app, params.id, (each) => covers(principal, readers, each))
      const file = await sendDocument(app, notice.id)
      await recordLook(app, principal, requestId, notice, false)
      return file
    },
  }),
  route({
    method: 'GET', path: '/notice-checks/:code', operation: 'checkNotice', summary: 'Whether a document is genuine, by the code printed on it', permission: 'catalogue.read',
    params: Type.Object({ code: Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$', description: 'Sixteen letters in groups of four, as printed.' }) }),
    reply: checkedSchema, refusals: ['not_found', 'invalid'],
    handle: async ({ db }, { params, language }) => {
      const notice = await findNoticeByCode(db.read, params.code)
      if (!notice || notice.number === null) throw new Refusal('not_found')
      return toCheckedReply({ ...notice, number: notice.number }, await listNoticesOfCase(db.read, notice.caseId), language)
    },
  }),
]
