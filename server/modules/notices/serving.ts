// Issuing and serving a notice. Its words are frozen in the transaction of the action; a job gives it its number, makes the PDF and keeps
// it, and only then it counts as delivered. The first look at it by its applicant is kept as well: the receipt of service (送达回证).
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { insertFile } from '../../kernel/file-store.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogue } from '../catalogue/index.ts'
import { findSealMark, signPdf, type SealOwner } from '../seals/index.ts'
import { codeFrom, noticeNumber, noticeWords, statedFacts, type Notice, type NoticeKind } from './notice.ts'
import { caseFacts, type NoticeCase } from './case-facts.ts'
import { findDecision, findNotice, findNoticeForUpdate, insertNotice, takeNoticeNumber, updateNoticeDelivered, updateNoticeNumber } from './notices-store.ts'

export const issueTask = 'notices.issue'

/** What issuing needs of the transaction it belongs to; the scene of an action on a case is one. */
export type Issuing = { app: App; tx: Tx; at: Date }

const maxBytes = 20 * 1024 * 1024

/**
 * Issues a notice about a case in the transaction of what it tells of; number and document follow right after it commits.
 * @param detail what the action states: texts, numbers, lists of texts or of `{ what }`, each a fact the pack's words may use
 * @returns what the message that tells of it names; undefined where the pack has no words for this kind, or the one decision is there
 */
export const planNotice = async (scene: Issuing, one: NoticeCase, kind: NoticeKind, detail: Readonly<Record<string, unknown>> = {}): Promise<{ notice: string; document: Texts } | undefined> => {
  const { app, tx, at } = scene
  const template = app.packs.proceedingsFor(one.region).notices[kind]
  if (!template) return undefined
  const { facts, authority } = caseFacts(await pinnedCatalogue(app, tx, one), one, plainDate(at))
  const notice: Notice = {
    id: uuidv7(app.clock), caseId: one.id, applicationId: one.applicationId, personId: one.personId, region: one.region, line: one.line, kind,
    words: noticeWords({ ...template, id: kind }, { ...facts, ...statedFacts(detail) }, { to: one.applicant, authority, date: plainDate(at) }),
    code: codeFrom(randomBytes(32).toString('hex')), issuedAt: at.toISOString(), number: null, digest: null, deliveredAt: null, openedAt: null,
  }
  if (!(await insertNotice(tx, notice))) return undefined
  await planJobs(tx, [{ task: issueTask, payload: { noticeId: notice.id } }])
  return { notice: notice.id, document: notice.words.name }
}

/** The one decision on a granted case: issued now if it has not been. @throws Refusal not_found where the pack has no words for it */
export const getDecisionNotice = async (scene: Issuing, one: NoticeCase, detail: Readonly<Record<string, unknown>>): Promise<string> => {
  const id = (await findDecision(scene.tx, one.id))?.id ?? (await planNotice(scene, one, 'decision', detail))?.notice ?? (await findDecision(scene.tx, one.id))?.id
  if (id === undefined) throw new Refusal('not_found')
  return id
}

/** The notice with its number, given now if it has none; in a transaction of its own, so that nobody waits for the PDF. */
const numbered = (app: App, id: string): Promise<Notice & { number: string }> =>
  app.db.transaction(async (tx) => {
    const notice = await findNoticeForUpdate(tx, id)
    if (!notice) throw new Refusal('not_found')
    if (notice.number !== null) return { ...notice, number: notice.number }
    const year = Number(plainDate(new Date(notice.issuedAt)).slice(0, 4))
    const sequence = await takeNoticeNumber(tx, { region: notice.region, year, kind: notice.kind })
    const number = noticeNumber(notice.region, notice.words.mark, year, sequence)
    await updateNoticeNumber(tx, id, number)
    await insertAudit(tx, [auditNotice(app, notice, 'notices.issue', { number, kind: notice.kind })])
    return { ...notice, number }
  })

const auditNotice = (app: App, notice: Notice, action: string, detail: Record<string, unknown>) => ({
  at: app.clock.now().toISOString(), actorKind: 'system' as const, actorId: 'notices', action, subjectType: 'notice', subjectId: notice.id, region: notice.region, requestId: null, detail,
})

/** So long a document waits for an authority of time that does not answer; its applicant waits for it too. */
const unstampedAfterMs = 60 * 60_000

/** The authority as it is named on the document; its seal is that of the place the authority belongs to. */
const sealOwnerOf = (app: App, { line, region, words }: Notice): SealOwner => ({ line, region: authorityOf(app.packs.catalogueFor(region), line, region)?.region ?? region, name: words.authority })

/** Numbers, makes, seals and keeps the document, whatever of it is still missing. Repeating it changes nothing. */
export const issueNotice = async (app: App, id: string): Promise<Notice & { digest: string }> => {
  const before = await numbered(app, id)
  if (before.digest !== null) return { ...before, digest: before.digest }
  // Loaded when the first document is made: font tools are large, and many processes never make one.
  const { noticePdf } = await import('./notice-pdf.ts')
  const owner = sealOwnerOf(app, before)
  const seal = await findSealMark(app, owner, `${before.words.name['zh-CN']} ${before.number}`)
  const drawn = await noticePdf(before, app.config.publicUrl, seal)
  const bytes = seal ? await signPdf(app, owner, drawn, { purpose: 'notice', subject: id, unstampedAfter: new Date(Date.parse(before.issuedAt) + unstampedAfterMs).toISOString() }) : drawn
  const file = await app.files.put(Readable.from([bytes]), { maxBytes, accept: ['application/pdf'] })
  await app.db.transaction(async (tx) => {
    await insertFile(tx, file, app.clock.now())
    await updateNoticeDelivered(tx, id, file.digest, app.clock.now())
  })
  const made = await findNotice(app.db.read, id)
  if (!made?.digest) throw new Refusal('not_found')
  return { ...made, digest: made.digest }
}
