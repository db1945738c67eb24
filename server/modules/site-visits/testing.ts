// A town where keeping a telescope takes two authorities that both look at the place: the permit and the lamp, side by side.
// For tests of the route files; everybody in it can be asked as, and logs in anew on another day.
import type { Posting } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, uploadRequest, type TelescopeTown } from '../../testing/telescope.ts'
import type { Service, VisitItem } from '../catalogue/index.ts'
import type { Half, Slot } from './visit.ts'
import { followVisits } from './following.ts'

const law = { title: '样例星空条例', article: '第七条' }
const item = (id: string, needs: VisitItem['needs'] = []): VisitItem => ({ id, text: { 'zh-CN': `${id}合格` }, needs, ...(needs.includes('measure') ? { unit: { 'zh-CN': '米' } } : {}), legalBasis: law })

const visited = (service: Service, items: VisitItem[]): Service => ({
  ...service, decision: 'manual', dependsOn: [], handling: { procedures: [{ kind: 'inspection', legalBasis: law }], visit: { place: 'applicant.address', legalBasis: law, items } },
})

const posting = (role: Posting['role'], line: string, region = '990101'): Posting => ({ role, line, region })
const officials = {
  sky: { staff: [posting('clerk', 'sky'), posting('approver', 'sky')], name: '星空甲' },
  energy: { staff: [posting('approver', 'energy')], name: '照明乙' },
  supervisor: { staff: [posting('supervisor', 'sky')], name: '督办丙' },
  west: { staff: [posting('approver', 'sky', '990102')], name: '西区丁' },
}
type Name = keyof typeof officials

export type PartSeen = { caseId: string; line: string; state: string; revision: number; own: boolean; findings: Record<string, unknown>; photos: { id: string }[]; rectifyOn: string | null }
export type VisitSeen = { id: string; state: string; revision: number; slot: Slot; place: string; clockOn: string | null; parts: PartSeen[]; can: string[]; movable: string | null; signBy: string | null; hasDocument: boolean; history: { action: string }[] }
export type Failed = { error?: { code: string; details?: { because?: string; lacks?: { item: string; lacks: string }[] } } }
export type Reply = { status: number; body: VisitSeen & Failed }

export type VisitTown = {
  town: TelescopeTown
  as: Record<Name, TestClient>
  turnTo: (instant: string) => Promise<void>
  /** an application with two accepted cases, `later` logs the applicant in on the present day */
  accepted: () => Promise<{ application: string; sky: string; energy: string; applicant: () => Promise<TestClient> }>
  open: (caseId: string) => Promise<Reply>
  /** both authorities and the applicant have agreed */
  agreed: () => Promise<{ visit: VisitSeen; application: string; sky: string; energy: string; applicant: () => Promise<TestClient> }>
  fill: (who: 'sky' | 'energy', visit: string, caseId: string, verdict?: string) => Promise<Reply>
  sign: (who: 'sky' | 'energy', visit: string, caseId: string, rectifyOn?: string) => Promise<Reply>
  caseOf: (who: 'sky' | 'energy', id: string) => Promise<{ revision: number; state: string; dueOn: string | null; course: { procedures: { from: string; endedOn: string | null; outcome: string | null }[] } }>
  sweep: () => Promise<number>
}

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64')

export const photoRequest = (visit: string, caseId: string, itemId: string, content: Buffer | string = dot) => uploadRequest(`/site-visits/${visit}/parts/${caseId}/photos/${itemId}`, content, '现场.png')

/** Nine in the morning in China. */
export const morning = (day: string): string => `${day}T01:00:00Z`

export const slot = (day: string, half: Half): Slot => ({ day, half })

export const openVisitTown = async (): Promise<VisitTown> => {
  const { clock, turnTo: turn } = turnable(on)
  const town = await openTelescopeTown(clock, changedPacks((catalogue) => {
    const { 'telescope-permit': permit, 'lamp-dimming': lamp } = catalogue.services
    if (!permit || !lamp) return catalogue
    return { ...catalogue, services: { ...catalogue.services, 'telescope-permit': visited(permit, [item('stand', ['photo']), item('view')]), 'lamp-dimming': visited({ ...lamp, concepts: lamp.concepts.filter(({ concept }) => concept !== 'telescope.permitNumber'), evidence: [] }, [item('height', ['measure'])]) } }
  }))
  const everybody = async () => ({ sky: await town.test.as({ ...officials.sky, subject: 'sky' }), energy: await town.test.as({ ...officials.energy, subject: 'energy' }), supervisor: await town.test.as({ ...officials.supervisor, subject: 'supervisor' }), west: await town.test.as({ ...officials.west, subject: 'west' }) })
  const as = await everybody()
  const turnTo = async (instant: string): Promise<void> => {
    turn(instant)
    Object.assign(as, await everybody())
  }
  const caseOf: VisitTown['caseOf'] = async (who, id) => (await as[who].get<Awaited<ReturnType<VisitTown['caseOf']>>>(`/cases/${id}`)).body
  let applicants = 0
  const accepted: VisitTown['accepted'] = async () => {
    await turnTo(on)
    applicants += 1
    const person = { name: '观星人', subject: `stargazer-${applicants}`, idNumber: inventIdNumber(7_000 + applicants) }
    const applicant = () => town.test.as({ person })
    const application = await handIn(await applicant())
    const [sky = '', energy = ''] = ['telescope-permit', 'lamp-dimming'].map((service) => application.cases.find((each) => each.service === service)?.id)
    await as.sky.post(`/cases/${sky}/accept`, { revision: (await caseOf('sky', sky)).revision })
    await as.energy.post(`/cases/${energy}/accept`, { revision: (await caseOf('energy', energy)).revision })
    return { application: application.id, sky, energy, applicant }
  }
  const open: VisitTown['open'] = (caseId) => as.sky.post(`/cases/${caseId}/site-visits`)
  const agreed: VisitTown['agreed'] = async () => {
    const one = await accepted()
    const opened = await open(one.sky)
    const { id, slot: time } = opened.body
    await as.energy.post(`/site-visits/${id}/confirm`, time)
    const visit = (await (await one.applicant()).post<VisitSeen>(`/my-site-visits/${id}/accept`, time)).body
    return { visit, ...one }
  }
  const partOf = async (who: 'sky' | 'energy', visit: string, caseId: string) => (await as[who].get<VisitSeen>(`/site-visits/${visit}`)).body.parts.find((part) => part.caseId === caseId)
  const fill: VisitTown['fill'] = async (who, visit, caseId, verdict = 'pass') => {
    const found = { verdict, words: verdict === 'pass' ? '' : '不牢固', measure: '' }
    if (who === 'sky') await as.sky.request(photoRequest(visit, caseId, 'stand'))
    const findings = who === 'sky' ? { stand: found, view: { ...found, verdict: 'pass' } } : { height: { ...found, measure: '2.5' } }
    return as[who].put(`/site-visits/${visit}/parts/${caseId}`, { revision: (await partOf(who, visit, caseId))?.revision, findings, note: '' })
  }
  const sign: VisitTown['sign'] = async (who, visit, caseId, rectifyOn) => as[who].post(`/site-visits/${visit}/parts/${caseId}/sign`, { revision: (await partOf(who, visit, caseId))?.revision, ...(rectifyOn ? { rectifyOn } : {}) })
  return { town, as, turnTo, accepted, open, agreed, fill, sign, caseOf, sweep: () => followVisits(town.test.app) }
}
