// Finding cases over HTTP: everything one may see and nothing else. Asking for a number of a person is recorded, found or not.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, jurisdictionFilter, staffOf, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { isHumanNumber } from '../../kernel/ids.ts'
import { nameOr, textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { deskFactsFor, deskItemSchema, listCasesWithIds, listQueue, toQueueItem } from '../cases/index.ts'
import { pinnedCatalogues } from '../catalogue/index.ts'
import { askedPlaces, askedTerms, isLookUp, matchesIn } from './case-find.ts'
import { listFoundIds } from './case-finds-store.ts'

const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

const foundSchema = Type.Object({
  ...deskItemSchema.properties,
  matches: Type.Array(Type.Object({ name: Type.String(), text: Type.String() }), { description: 'Where the words stand; the text is empty for what is masked.' }),
})

export const caseFindRoutes = [
  route({
    // What is asked for may be somebody's number, which belongs in no address: those are kept by browsers and proxies.
    method: 'POST', path: '/case-finds', operation: 'findCases', summary: 'Cases found by number, name, ID number, content or note', permission: 'cases.read',
    body: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100, description: 'Words; a number of a person is found in full only, and recorded.' }), limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }) }, { additionalProperties: false }),
    reply: Type.Object({ cases: Type.Array(foundSchema), more: Type.Boolean(), lookUp: Type.Boolean({ description: 'Recorded as a look-up of a number.' }) }), refusals: ['invalid'],
    handle: async (app, { principal, body: { q, limit }, language, requestId }) => {
      const staff = staffOf(principal)
      const { read } = app.db
      const jurisdiction = jurisdictionFilter(staff, readers)
      const today = plainDate(app.clock.now())
      const ids = await listFoundIds(read, { sets: askedTerms(q), places: askedPlaces(jurisdiction), limit: limit + 1 })
      // A number is there from the first moment, before the words of its case are.
      const numbered = isHumanNumber(q.trim()) ? await listQueue(read, { jurisdiction, view: 'any', staffId: staff.id, today, soonOn: today, text: q.trim(), limit: 1 }) : []
      const found = [...numbered, ...(await listCasesWithIds(read, ids)).filter(({ id }) => numbered.every((one) => one.id !== id)).toSorted((a, b) => (a.id < b.id ? 1 : -1))]
      // The index holds the place a case had when its words were made; the case itself has the last word.
      const seen = found.filter((one) => covers(staff, readers, one))
      const lookUp = isLookUp(q)
      if (lookUp) {
        const digest = keyedDigest('look-up', q.trim())
        await app.db.transaction((tx) => insertAudit(tx, [{
          at: app.clock.now().toISOString(), ...actorOf(staff), action: 'cases.lookUp', subjectType: 'staff', subjectId: staff.id, region: null, requestId, detail: { digest, found: seen.map(({ id }) => id) },
        }]))
      }
      const [catalogueOf, factsOf] = await Promise.all([pinnedCatalogues(app, read, seen), deskFactsFor(app, staff.id, seen)])
      return {
        lookUp, more: ids.length > limit,
        cases: seen.slice(0, limit).map((one) => {
          const catalogue = catalogueOf(one)
          const matches = matchesIn(one, catalogue, q).map(({ concept, text }) => ({ name: textIn(nameOr(catalogue.concepts[concept], concept), language), text }))
          return { ...toQueueItem(catalogue, one, today, language, staff.id), ...factsOf(one), matches }
        }),
      }
    },
  }),
]
