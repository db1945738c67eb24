// What a joint visit tells people: the applicant in the inbox, with one written notice of the time it takes, and the authorities.
import { uuidv7 } from '../../kernel/ids.ts'
import type { Texts } from '../../kernel/texts.ts'
import { authorityOf, pinnedCatalogue } from '../catalogue/index.ts'
import type { Case } from '../cases/index.ts'
import { insertMessages, notifyStaff, type MessageDetail, type MessageKind, type StaffMessageKind } from '../messages/index.ts'
import { dayInWords, planNotice, type NoticeKind } from '../notices/index.ts'
import { listStaffPostedTo } from '../people/index.ts'
import { handlers, type Gathered } from './gathering.ts'
import type { Scene } from './recording.ts'
import type { Place } from './slots-store.ts'
import { spanDays } from './span.ts'
import { partsIn, type Half, type Slot } from './visit.ts'

const halfNames: Record<Half, Texts> = { morning: { 'zh-CN': '上午', en: 'morning' }, afternoon: { 'zh-CN': '下午', en: 'afternoon' } }

/** 2026年3月5日上午. */
export const timeInWords = ({ day, half }: Slot): Texts => {
  const [year, month, date] = day.split('-').map(Number)
  return { 'zh-CN': `${year}年${month}月${date}日${halfNames[half]['zh-CN']}`, en: `${day}, ${halfNames[half].en}` }
}

/** When it was, where it was not on the day agreed. */
const heldAt = (visit: Gathered['visit']): string => {
  const agreed = timeInWords(visit)['zh-CN']
  return visit.begunOn === null || visit.begunOn === visit.day ? agreed : `${dayInWords(visit.begunOn)}（原定${agreed}，各方提前到场）`
}

/** The case a notice of the whole visit belongs to: the first that takes part. */
export const leadOf = ({ parts, cases }: Gathered): Case | undefined => {
  const [first] = partsIn(parts)
  return cases.find(({ id }) => id === (first ?? parts[0])?.caseId)
}

const namesOf = async (scene: Scene, gathered: Gathered): Promise<{ zh: string[]; matter: Texts | undefined }> => {
  const one = leadOf(gathered)
  if (!one) return { zh: [], matter: undefined }
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, one)
  const names = partsIn(gathered.parts).map(({ line, region }) => authorityOf(catalogue, line, region)?.shortName['zh-CN'] ?? line)
  return { zh: [...new Set(names)], matter: catalogue.matters[one.matter]?.name }
}

/** Tells the applicant one thing about the visit. */
export const tellApplicant = async (scene: Scene, gathered: Gathered, kind: MessageKind, extra: MessageDetail = {}): Promise<void> => {
  const { visit } = gathered
  const { zh, matter } = await namesOf(scene, gathered)
  const detail: MessageDetail = { ...(matter ? { matter } : {}), day: timeInWords(visit), venue: visit.place, items: zh, ...extra }
  await insertMessages(scene.tx, [{ id: uuidv7(scene.app.clock), personId: visit.personId, applicationId: visit.applicationId, caseId: null, kind, detail, at: scene.at.toISOString(), readAt: null }])
}

/** A numbered document about the whole visit; undefined where the pack has no words for it. */
export const issueForVisit = async (scene: Scene, gathered: Gathered, kind: NoticeKind, facts: Record<string, unknown>): Promise<{ notice: string; document: Texts } | undefined> => {
  const one = leadOf(gathered)
  if (!one) return undefined
  const { zh } = await namesOf(scene, gathered)
  return planNotice(scene, one, kind, { visitAt: heldAt(gathered.visit), venue: gathered.visit.place, authorities: zh.join('、'), ...facts })
}

/** The time stands: told in writing, with the time that will not be counted (Art. 45). */
export const tellAgreed = async (scene: Scene, gathered: Gathered): Promise<void> => {
  const { visit } = gathered
  const document = await issueForVisit(scene, gathered, 'visit', { clockOn: visit.clockOn ?? visit.day, days: spanDays(visit.clockOn ?? visit.day, visit.day, visit.region) })
  await tellApplicant(scene, gathered, 'visitAgreed', document)
  await tellAuthorities(scene, gathered, 'visitAgreed', {})
}

/** Tells those who handle the cases of the authorities that take part. */
export const tellAuthorities = async (scene: Scene, gathered: Gathered, kind: StaffMessageKind, { except = [], text = '' }: { except?: readonly Place[]; text?: string }): Promise<void> => {
  const { visit, parts, cases } = gathered
  const told = new Set<string>()
  for (const part of partsIn(parts)) {
    if (except.some(({ region, line }) => region === part.region && line === part.line)) continue
    const one = cases.find(({ id }) => id === part.caseId)
    for (const { id } of await listStaffPostedTo(scene.tx, part, handlers)) {
      if (told.has(id) || (scene.principal.kind === 'staff' && scene.principal.id === id)) continue
      told.add(id)
      await notifyStaff(scene.tx, scene.app.clock, [{ staffId: id, kind, caseId: part.caseId, detail: { number: one?.number ?? '', day: timeInWords(visit), place: visit.place, text } }])
    }
  }
}
