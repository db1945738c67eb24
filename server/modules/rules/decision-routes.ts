// Decisions made by table: of a case for its authority, of an application for the applicant; the later check; comparisons for designs.
import { Type } from 'typebox'
import { covers, personOf, staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { findCheckOf, findDecisionOf, getCaseWithin, listDecisionsOfApplication, type StoredDecision } from '../cases/index.ts'
import { pinnedCatalogue, pinnedCatalogues } from '../catalogue/index.ts'
import { changedTablesOf, getDesignWithin } from '../designs/index.ts'
import { checkDecision, mayConfirm, mayTakeBack } from './checking.ts'
import { listComparisons } from './comparisons-store.ts'
import { comparisonSchema, decisionSchema, grounds, toComparison, toDecision, toGrounds } from './rules-replies.ts'
import { compareDesign } from './rules-jobs.ts'

const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })
const comparisons = Type.Object({ comparisons: Type.Array(comparisonSchema) })

/** The newest decision of each case. */
const newest = (decisions: readonly StoredDecision[]): StoredDecision[] => [...new Map(decisions.map((each) => [each.caseId, each])).values()]

export const decisionRoutes = [
  route({
    method: 'GET', path: '/cases/:id/decision', operation: 'getCaseDecision', summary: 'What the decision table said of a case, with inputs, rows and law', permission: 'cases.read',
    params: byId, reply: Type.Object({ decision: Type.Union([decisionSchema, Type.Null()]) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const one = await getCaseWithin(app, principal, params.id)
      const { read } = app.db
      const found = await findDecisionOf(read, one.id)
      if (!found) return { decision: null }
      const [catalogue, check] = await Promise.all([pinnedCatalogue(app, read, one), findCheckOf(read, found.id)])
      const current = app.packs.catalogueFor(one.region).services[one.service]?.table?.version
      return { decision: toDecision(found, { catalogue, one, current, check, mayConfirm: mayConfirm(principal, one), mayTakeBack: mayTakeBack(principal, one) }) ?? null }
    },
  }),
  route({
    method: 'POST', path: '/cases/:id/decision/check', operation: 'checkCaseDecision', summary: 'Confirm a tentative decision, or take it back', permission: 'cases.decide',
    params: byId, body: Type.Object({ outcome: Type.Enum(['confirmed', 'takenBack']), opinion: Type.String({ minLength: 2, maxLength: 2000, description: 'What the check found; the applicant reads it when it is taken back.' }) }, { additionalProperties: false }),
    reply: Type.Object({ checked: Type.Boolean() }), refusals: ['not_found', 'invalid', 'conflict', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      const staff = staffOf(principal)
      await app.db.transaction((tx) => checkDecision({ app, tx, principal: staff, requestId, at: app.clock.now() }, params.id, body.outcome, body.opinion))
      return { checked: true }
    },
  }),
  route({
    method: 'GET', path: '/applications/:id/decisions', operation: 'listMyDecisions', summary: 'Why cases of my application were decided at once, or why a person decides', permission: 'applications.own',
    params: byId, reply: Type.Object({ decisions: Type.Array(grounds) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const found = newest(await listDecisionsOfApplication(app.db.read, params.id, personOf(principal).id))
      const catalogueOf = await pinnedCatalogues(app, app.db.read, found)
      return { decisions: found.map((each) => toGrounds(catalogueOf(each), each)) }
    },
  }),
  route({
    method: 'GET', path: '/designs/:id/comparisons', operation: 'listDesignComparisons', summary: 'What the tables of a design would have decided otherwise, as of last night', permission: 'designs.read',
    params: byId, reply: comparisons, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const design = await getDesignWithin(app.db.read, principal, params.id)
      const found = await listComparisons(app.db.read, design.id)
      const changed = found.length === 0 ? undefined : await changedTablesOf(app, app.db.read, design)
      const catalogue = changed?.catalogue ?? app.packs.catalogueFor(design.region)
      return { comparisons: found.map((each) => toComparison(catalogue, each)) }
    },
  }),
  route({
    method: 'POST', path: '/designs/:id/comparisons', operation: 'compareDesignTables', summary: 'Replay past decisions with the tables of a design now', permission: 'designs.edit',
    params: byId, reply: comparisons, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const design = await getDesignWithin(app.db.read, principal, params.id)
      if (!covers(principal, ['designer'], { region: design.region, line: '' })) throw new Refusal('forbidden')
      const changed = await changedTablesOf(app, app.db.read, design)
      if (!changed) return { comparisons: [] }
      await compareDesign(app, changed)
      return { comparisons: (await listComparisons(app.db.read, design.id)).map((each) => toComparison(changed.catalogue, each)) }
    },
  }),
]
