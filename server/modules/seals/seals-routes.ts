// Seals over HTTP: anybody checks a sealed document, nothing of which is kept; officials see their authority's seals with every use, and
// suspend one at once when its key may be in other hands.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, jurisdictionFilter, type Principal, type StaffRole } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { route, type App } from '../../module.ts'
import type { PdfKnowledge } from './pdf-check.ts'
import type { Seal, SealAction } from './seal.ts'
import { checkedPdfSchema, sealSchema, sealUsesSchema, toCheckedPdfReply, toSealReply, toSealUsesReply } from './seals-replies.ts'
import { findSeal, findSealByFingerprint, findSealUse, insertSealAction, listSealActions, listSeals, listSealUses } from './seals-store.ts'

const keepers: readonly StaffRole[] = ['head', 'supervisor']
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const uses = 50
/** Larger than any document the product makes. */
const maxBytes = 5 * 1024 * 1024

const knowledgeOf = async (app: App): Promise<PdfKnowledge> => {
  const { trustedTimes } = await import('./timestamp-authority.ts')
  return {
    times: await trustedTimes(app.config),
    findSeal: async (fingerprint, digest) => {
      const seal = await findSealByFingerprint(app.db.read, fingerprint)
      return seal && { seal, actions: await listSealActions(app.db.read, seal.id), usedAt: (await findSealUse(app.db.read, seal.id, digest))?.at }
    },
  }
}

const getOwn = async (read: Read, principal: Principal, id: string): Promise<Seal> => {
  const seal = await findSeal(read, id)
  if (!seal || !covers(principal, keepers, seal)) throw new Refusal('not_found')
  return seal
}

export const sealRoutes = [
  route({
    method: 'POST', path: '/seal-checks', operation: 'checkSealedPdf', summary: 'Whether a sealed PDF is genuine (multipart field "file"); nothing is kept', permission: 'seals.check',
    upload: true, reply: checkedPdfSchema, refusals: ['invalid', 'file_empty', 'file_type', 'too_large'],
    handle: async (app, { raw }) => {
      const part = await raw.file({ limits: { fileSize: maxBytes + 1 } })
      if (!part) throw new Refusal('invalid', { file: 'missing' })
      const pdf = await part.toBuffer()
      if (pdf.length > maxBytes) throw new Refusal('too_large', { maxBytes })
      if (pdf.length === 0) throw new Refusal('file_empty')
      if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Refusal('file_type', { accept: ['application/pdf'] })
      const { checkPdf } = await import('./pdf-check.ts')
      return toCheckedPdfReply(await checkPdf(pdf, await knowledgeOf(app)))
    },
  }),
  route({
    method: 'GET', path: '/seals', operation: 'listSeals', summary: 'Electronic seals of the authorities in my jurisdiction', permission: 'seals.read',
    reply: Type.Object({ seals: Type.Array(sealSchema) }), refusals: [],
    handle: async ({ db }, { principal }) => ({ seals: (await listSeals(db.read, jurisdictionFilter(principal, keepers))).map(toSealReply) }),
  }),
  route({
    method: 'GET', path: '/seals/:id/uses', operation: 'listSealUses', summary: 'Everything a seal signed, the latest first', permission: 'seals.read',
    params, query: Type.Object({ before: Type.Optional(Type.String({ format: 'date-time' })) }), reply: sealUsesSchema, refusals: ['not_found', 'invalid'],
    handle: async ({ db }, { principal, params: { id }, query: { before } }) => {
      const seal = await getOwn(db.read, principal, id)
      const [actions, used] = await Promise.all([listSealActions(db.read, id), listSealUses(db.read, id, { before, limit: uses })])
      return toSealUsesReply(seal, actions, used)
    },
  }),
  route({
    method: 'POST', path: '/seals/:id/actions', operation: 'actOnSeal', summary: 'Suspend a seal, so that it signs nothing, or take it up again', permission: 'seals.suspend',
    params, body: Type.Object({ action: Type.Enum(['suspend', 'resume']), reason: Type.String({ minLength: 2, maxLength: 500 }) }, { additionalProperties: false }), reply: sealSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, body: { action, reason }, requestId }) => {
      const seal = await getOwn(app.db.read, principal, id)
      if (seal.suspended === (action === 'suspend')) throw new Refusal('not_allowed_now', { suspended: seal.suspended })
      const at = app.clock.now().toISOString()
      const done: SealAction = { id: uuidv7(app.clock), sealId: id, action, reason, actor: actorOf(principal).actorId, at }
      await app.db.transaction(async (tx) => {
        await insertSealAction(tx, done)
        await insertAudit(tx, [{ at, ...actorOf(principal), action: `seals.${action}`, subjectType: 'seal', subjectId: id, region: seal.region, requestId, detail: { reason } }])
      })
      return toSealReply({ ...seal, suspended: action === 'suspend' })
    },
  }),
]
