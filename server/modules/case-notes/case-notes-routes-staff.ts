// Notes on a case over HTTP, for everybody who may see the case and nobody else. Reading them is part of reading the case.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf, type StaffRole } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { route } from '../../module.ts'
import { getCaseWithin, type Case } from '../cases/index.ts'
import { notifyStaff } from '../messages/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { mentionsIn, type CaseNote } from './case-note.ts'
import { insertCaseNote, listCaseNotes } from './case-notes-store.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const mention = Type.Object({ id: uuid, name: Type.String() })
const noteSchema = Type.Object({ id: uuid, text: Type.String(), authorName: Type.String(), mine: Type.Boolean(), mentions: Type.Array(mention), at: Type.String() }, { description: 'One internal note, plain text.' })

const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']
const listMentionable = (read: Read, one: Case) => listStaffPostedTo(read, one, readers)

const toReply = (staffId: string, { id, text, staffName, staffId: author, mentions, at }: CaseNote) => ({ id, text, authorName: staffName, mine: author === staffId, mentions, at })

export const caseNoteRoutes = [
  route({
    method: 'GET', path: '/cases/:id/notes', operation: 'listCaseNotes', summary: 'What officials wrote to each other on a case', permission: 'cases.read',
    params, reply: Type.Object({ notes: Type.Array(noteSchema) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id } }) => {
      const one = await getCaseWithin(app, principal, id)
      return { notes: (await listCaseNotes(app.db.read, one.id)).map((note) => toReply(staffOf(principal).id, note)) }
    },
  }),
  route({
    method: 'GET', path: '/cases/:id/mentionable', operation: 'listMentionable', summary: 'Colleagues who may see a case and can be mentioned', permission: 'cases.read',
    params, reply: Type.Object({ colleagues: Type.Array(Type.Object({ id: uuid, name: Type.String(), unit: Type.String() })) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id } }) => {
      const one = await getCaseWithin(app, principal, id)
      return { colleagues: (await listMentionable(app.db.read, one)).filter((each) => each.id !== staffOf(principal).id) }
    },
  }),
  route({
    method: 'POST', path: '/cases/:id/notes', operation: 'addCaseNote', summary: 'Write an internal note; mentioned colleagues are told', permission: 'cases.read',
    params, body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) }, { additionalProperties: false }),
    status: 201, reply: noteSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id }, body, requestId }) => {
      const staff = staffOf(principal)
      const one = await getCaseWithin(app, principal, id)
      const at = app.clock.now().toISOString()
      return app.db.transaction(async (tx) => {
        const mentions = mentionsIn(body.text, (await listMentionable(tx, one)).filter((each) => each.id !== staff.id))
        const note: CaseNote = { id: uuidv7(app.clock), caseId: one.id, personId: one.personId, staffId: staff.id, staffName: staff.name, text: body.text.trim(), mentions, at }
        await insertCaseNote(tx, note)
        await notifyStaff(tx, app.clock, mentions.map((each) => ({ staffId: each.id, kind: 'mentioned', caseId: one.id, detail: { by: staff.name, number: one.number, text: note.text } })))
        await insertAudit(tx, [{ at, ...actorOf(staff), action: 'cases.note', subjectType: 'case', subjectId: one.id, region: one.region, requestId, detail: { note: note.id, mentions: mentions.map((each) => each.id) } }])
        return toReply(staff.id, note)
      })
    },
  }),
]
