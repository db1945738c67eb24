// What is asked of somebody a row of a table names: what would be handed in for them, by whom, and their word.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { legalBasisSchema, textsSchema } from '../catalogue/index.ts'
import { listPersonNames } from '../people/index.ts'
import { answerRow, listAsked } from './asking.ts'
import { consentsOf } from './consents.ts'

const text = Type.String()
const askedSchema = Type.Object(
  {
    batch: text, row: Type.Integer(), matter: text, matterName: textsSchema, by: Type.String({ description: 'Who wants to apply.' }), until: text,
    cells: Type.Array(Type.Object({ label: text, value: text }), { description: 'What would be handed in.' }),
    consents: Type.Array(Type.Object({ registry: text, name: textsSchema, concepts: Type.Array(textsSchema), legalBasis: legalBasisSchema })),
  },
  { description: 'A row of a table that waits for the word of whom it names.' },
)

export const answerRoutes = [
  route({
    method: 'GET', path: '/batch-answers', operation: 'listBatchQuestions', summary: 'Rows of tables others want to hand in for me, the next to run out first', permission: 'batchAnswers.own',
    reply: Type.Object({ asked: Type.Array(askedSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const asked = await listAsked(app, personOf(principal).id)
      const names = await listPersonNames(app.db.read, [...new Set(asked.map(({ batch }) => batch.personId))])
      return {
        asked: asked.map(({ row, batch }) => ({
          batch: batch.id, row: row.rowNumber, matter: batch.matter, matterName: batch.matterName, by: names.get(batch.personId) ?? '', until: row.answerUntil ?? '',
          cells: batch.headers.flatMap((label) => (row.cells[label] === undefined ? [] : [{ label, value: row.cells[label] }])), consents: consentsOf(app.packs.catalogueFor(batch.region), batch.matter),
        })),
      }
    },
  }),
  route({
    method: 'POST', path: '/batch-answers/:batch/:row', operation: 'answerBatchRow', summary: 'Agree or not that somebody hands this row in for me', permission: 'batchAnswers.own',
    params: Type.Object({ batch: Type.String({ format: 'uuid' }), row: Type.Integer({ minimum: 1 }) }),
    body: Type.Object({ agrees: Type.Boolean(), consents: Type.Record(Type.String({ maxLength: 100 }), Type.Boolean(), { maxProperties: 100, description: 'By registry.' }) }, { additionalProperties: false }),
    reply: Type.Object({ agrees: Type.Boolean() }), refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      await answerRow(app, personOf(principal), params.batch, params.row, body.agrees, body.consents, requestId)
      return { agrees: body.agrees }
    },
  }),
]
