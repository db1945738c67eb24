// Opening hand-overs: in the transaction that hands an application in at a hall elsewhere, one for each authority its file goes to.
import { actorOf, type AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { humanNumber, uuidv7 } from '../../kernel/ids.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import { countDay, takeSequence, type Case, type Scene } from '../cases/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { outletsAtWork } from './partners.ts'
import { transferAfter, type Desk, type Transfer, type TransferAction, type TransferEvent } from './transfer.ts'
import { insertTransfer, insertTransferEvent, listOpenTransfersForUpdate, updateTransfer } from './transfers-store.ts'

/** As what the two days of a hand-over are awaited: of the hall, and of the authority. */
export const actDays = { handOver: 'transfers.handOver', receipt: 'transfers.receipt' } as const

/** The day so many working days of a region from now; null where nothing is asked, or while that calendar is not published: then it is filled in once it is. */
export const dayToAct = async (scene: Scene, kind: keyof typeof actDays, subject: string, days: number | undefined, region: string): Promise<string | null> =>
  days === undefined ? null : countDay(scene, { kind: actDays[kind], subject, region, from: plainDate(scene.at), days })

export const auditTransfer = (scene: Scene, one: Transfer, action: TransferAction, detail: unknown): AuditEntry => ({
  at: scene.at.toISOString(), ...actorOf(scene.principal), action: `transfers.${action}`, subjectType: 'transfer', subjectId: one.id, region: one.fromRegion, requestId: scene.requestId, detail,
})

/** Who did it; what is done in a person's name at a hall its clerk did. */
const actorIn = ({ principal }: Scene): Pick<TransferEvent, 'staffId' | 'actorName'> => {
  if (principal.kind === 'anonymous') return { staffId: null, actorName: '' }
  const by = principal.kind === 'person' ? principal.by : undefined
  if (by?.actorKind === 'staff') return { staffId: by.id, actorName: by.name }
  return { staffId: principal.kind === 'staff' ? principal.id : null, actorName: principal.name }
}

/** What is kept with the transfer itself. */
export const eventOf = (scene: Scene, action: TransferAction, detail: Record<string, unknown> = {}): TransferEvent => ({ action, ...actorIn(scene), at: scene.at.toISOString(), detail })

type HandedIn = { application: { id: string; personId: string; applicant: string; number: string }; matterName: Texts; cases: readonly Case[]; catalogueOf: (one: Case) => Catalogue; desk: Desk }

const fileLies = ({ course }: Case): boolean => course.fileElsewhere === true

/** Opens one hand-over for each authority whose file lies with the hall; none when nothing was taken in for elsewhere. */
export const collect = async (scene: Scene, { application, matterName, cases, catalogueOf, desk }: HandedIn): Promise<Transfer[]> => {
  const { app, tx, at } = scene
  const byAuthority = [...Map.groupBy(cases.filter(fileLies), ({ line, region }) => `${line} ${region}`).values()]
  if (byAuthority.length === 0) return []
  const hall = nameOr(outletsAtWork(app).find(({ id }) => id === desk.place), desk.place)
  const sequences = await takeSequence(tx, byAuthority.length)
  const { handOverDays } = app.packs.proceedingsFor(desk.region).crossRegion ?? {}
  const found = byAuthority.flatMap((own, index): Transfer[] => {
    const [first] = own
    return first ? [{
      id: uuidv7(app.clock), number: `YJ-${humanNumber(desk.region, at, sequences[index] ?? 0)}`, applicationId: application.id, personId: application.personId, applicant: application.applicant, applicationNumber: application.number,
      matterName, outlet: desk.place, counter: desk.counter, hall, fromRegion: desk.region, toRegion: first.region, toLine: first.line,
      cases: own.map((one) => ({ id: one.id, number: one.number, service: one.service, name: nameOr(catalogueOf(one).services[one.service], one.service) })),
      state: 'collected', revision: 1, collectedAt: at.toISOString(), handOverBy: null, receiptBy: null, signed: null, parcel: null, reminded: 0, updatedAt: at.toISOString(), endedAt: null,
    }] : []
  })
  const opened: Transfer[] = []
  for (const each of found) {
    const one = { ...each, handOverBy: await dayToAct(scene, 'handOver', each.id, handOverDays, desk.region) }
    opened.push(one)
    await insertTransfer(tx, one)
    await insertTransferEvent(tx, one.id, eventOf(scene, 'collect'))
  }
  await insertAudit(tx, opened.map((one) => auditTransfer(scene, one, 'collect', { number: one.number, cases: one.cases.map(({ number }) => number) })))
  return opened
}

/** Ends the hand-overs of an application whose cases have all ended, for example because the applicant withdrew them. */
export const endTransfers = async (scene: Scene, applicationId: string, isOver: (caseId: string) => boolean): Promise<void> => {
  const open = await listOpenTransfersForUpdate(scene.tx, applicationId)
  for (const one of open.filter(({ cases }) => cases.every(({ id }) => isOver(id)))) {
    const at = scene.at.toISOString()
    const next: Transfer = { ...one, state: transferAfter(one.state, 'end') ?? one.state, revision: one.revision + 1, updatedAt: at, endedAt: at }
    await updateTransfer(scene.tx, next)
    await insertTransferEvent(scene.tx, one.id, eventOf(scene, 'end'))
    await insertAudit(scene.tx, [auditTransfer(scene, next, 'end', {})])
  }
}
