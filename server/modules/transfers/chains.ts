// The chains of responsibility of an application's cases, gathered from the cases, their history and their hand-overs.
import type { Read } from '../../kernel/db.ts'
import { nameOr } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogues } from '../catalogue/index.ts'
import { listCasesOf, listHistoryOfApplication, type Case, type HistoryLine } from '../cases/index.ts'
import { custodyOf, type CustodyLink } from './custody.ts'
import type { Transfer } from './transfer.ts'
import { listTransferEvents, listTransfersOf } from './transfers-store.ts'

export type CaseChain = { case: string; number: string; name: { 'zh-CN': string; 'zh-HK'?: string; en?: string }; region: string; links: CustodyLink[] }

/** What was read together: of one application. */
type Known = { cases: readonly Case[]; history: readonly HistoryLine[]; transfers: readonly Transfer[] }

const applicantName = { 'zh-CN': '申请人', 'zh-HK': '申請人', en: 'Applicant' }

export const chainsOf = async (app: App, read: Read, { cases, history, transfers }: Known): Promise<CaseChain[]> => {
  const [events, catalogueOf] = await Promise.all([listTransferEvents(read, transfers.map(({ id }) => id)), pinnedCatalogues(app, read, cases)])
  return cases.map((one) => {
    const catalogue = catalogueOf(one)
    const transfer = transfers.find((each) => each.cases.some(({ id }) => id === one.id))
    const links = custodyOf({
      one, authority: nameOr(authorityOf(catalogue, one.line, one.region), one.line), applicant: applicantName, history: history.filter(({ caseId }) => caseId === one.id),
      transfer: transfer && { transfer, events: events.get(transfer.id) ?? [] },
    })
    return { case: one.id, number: one.number, name: nameOr(catalogue.services[one.service], one.service), region: one.region, links }
  })
}

export const readChains = async (app: App, read: Read, applicationId: string): Promise<{ chains: CaseChain[]; cases: Case[]; transfers: Transfer[] }> => {
  const [cases, history, transfers] = await Promise.all([listCasesOf(read, applicationId), listHistoryOfApplication(read, applicationId), listTransfersOf(read, applicationId)])
  return { chains: await chainsOf(app, read, { cases, history, transfers }), cases, transfers }
}
