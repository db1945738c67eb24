// What an authority has recorded as missing and when it goes out, and who has still to look: for the workbench. The words of other
// authorities stay with them until the list has gone out.
import { Type } from 'typebox'
import { route } from '../../module.ts'
import { authorityOf, pinnedCatalogue, textsSchema } from '../catalogue/index.ts'
import { getCaseWithin } from './acting.ts'
import { awaitsAcceptance } from './case.ts'
import { caseParams } from './cases-routes-staff.ts'
import { listCasesOf } from './cases-store.ts'
import { findCorrection, listCorrectionsWaiting } from './corrections-store.ts'

const text = Type.String()

export const correctionRoutes = [
  route({
    method: 'GET', path: '/cases/:id/correction', operation: 'getCaseCorrection', summary: 'What my authority has recorded as missing, and whom the joint list still waits for', permission: 'cases.read',
    params: caseParams,
    reply: Type.Object({
      together: Type.Boolean({ description: 'What is missed is told with the list of all authorities.' }),
      recorded: Type.Union([Type.Null(), Type.Object({ items: Type.Array(Type.Object({ what: text })), by: text, at: text, lastOn: text, waits: Type.Boolean() })]),
      awaits: Type.Array(textsSchema, { description: 'Authorities that have not said anything yet.' }),
    }),
    refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const { read } = app.db
      const one = await getCaseWithin(app, principal, params.id)
      const catalogue = await pinnedCatalogue(app, read, one)
      if (catalogue.matters[one.matter]?.toldTogether !== true) return { together: false, recorded: null, awaits: [] }
      const [recorded, waiting, cases] = await Promise.all([findCorrection(read, one.id), listCorrectionsWaiting(read, one.applicationId), listCasesOf(read, one.applicationId)])
      const silent = cases.filter((each) => each.id !== one.id && awaitsAcceptance(each.state) && (each.line !== one.line || each.region !== one.region) && !waiting.some(({ caseId }) => caseId === each.id))
      const names = new Map(silent.map((each) => [`${each.line} ${each.region}`, authorityOf(catalogue, each.line, each.region)?.shortName ?? { 'zh-CN': each.line }]))
      return {
        together: true, awaits: [...names.values()],
        recorded: recorded ? { items: recorded.items.map(({ what }) => ({ what })), by: recorded.staffName, at: recorded.recordedAt, lastOn: recorded.lastOn, waits: recorded.outcome === null } : null,
      }
    },
  }),
]
