// The opinion sheet (踏勘意见表): each authority fills in and signs its own part, the applicant comments and signs, then it closes and
// becomes a numbered document. What a part comes to ends the stop of its case's clock, or keeps it stopped until what was wrong is put right.
import { createHash } from 'node:crypto'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { covers } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr } from '../../kernel/texts.ts'
import { authorityOf, pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { addWorkingDays } from '../cases/index.ts'
import { changed, goOn } from './arranging.ts'
import { itemsOf } from './checklist.ts'
import { caseOf, handlers, ownParts, type Gathered } from './gathering.ts'
import { hasSpoken, isBlank, isRectifying, lacksOf, signedState, verdictOf, type Part, type PhotoCount, type Verdict } from './part.ts'
import { listPhotos, type Photo } from './photos-store.ts'
import { lookOnOf, system, takeStep, type Scene } from './recording.ts'
import { deleteTakenBy } from './slots-store.ts'
import { beginSpans, endSpan } from './span.ts'
import { sheetFacts } from './sheet-words.ts'
import { issueForVisit, leadOf, tellApplicant, tellAuthorities } from './telling.ts'
import { allSpoken, isAgreed, isOnSite, partsIn, type Visit } from './visit.ts'

/** Working days the applicant has to comment and sign, once all authorities have; then the sheet closes without. */
export const signingDays = 2

/** What may be given to put something right, in calendar days. */
export const longestRectifying = 60

/** One part of the official's own authority. @throws Refusal not_found */
export const ownPart = (scene: Pick<Scene, 'principal'>, gathered: Pick<Gathered, 'parts'>, caseId: string): Part => {
  const part = gathered.parts.find((each) => each.caseId === caseId)
  if (!part || !covers(scene.principal, handlers, part)) throw new Refusal('not_found')
  return part
}

/** On the day of the visit whoever comes first begins it: the clocks stop, the sheet opens. @throws Refusal not_allowed_now before that day */
export const onTheSpot = async (scene: Scene, gathered: Gathered): Promise<Gathered> => {
  if (!isAgreed(gathered.visit.state)) return gathered
  if (plainDate(scene.at) < gathered.visit.day) throw new Refusal('not_allowed_now', { because: 'early', day: gathered.visit.day })
  return beginNow(scene, gathered)
}

/** The visit takes place today: on its day, or earlier when an official says that everybody is there. */
export const beginNow = async (scene: Scene, gathered: Gathered): Promise<Gathered> => {
  const today = plainDate(scene.at)
  const early = today < gathered.visit.day
  const begun = await beginSpans(scene, early ? { ...gathered, visit: { ...gathered.visit, clockOn: today, day: today } } : gathered)
  const visit = await takeStep(scene, gathered.visit, 'begin', early ? { early } : {}, (each) => ({ ...each, begunOn: today, clockOn: early ? today : each.clockOn, lookOn: null }))
  const parts = await changed(scene, { ...gathered, visit }, (part) => begun.parts.find(({ caseId }) => caseId === part.caseId) ?? part)
  return { visit, parts, cases: begun.cases }
}

export const photosByItem = (photos: readonly Photo[], caseId: string): PhotoCount => {
  const counts: Record<string, number> = {}
  for (const photo of photos) if (photo.caseId === caseId) counts[photo.item] = (counts[photo.item] ?? 0) + 1
  return counts
}

/** What somebody signs: the findings, the words and the pictures, as they are. */
const digestOf = (part: Part, photos: readonly Photo[]): string => {
  const pictures = photos.filter(({ caseId }) => caseId === part.caseId).map(({ item, digest }) => `${item} ${digest}`)
  return createHash('sha256').update(JSON.stringify([part.visitId, part.caseId, part.findings, part.note, part.rectifyOn, pictures])).digest('hex')
}

const outcomes: Record<Verdict, string> = { pass: '踏勘合格', rectify: '踏勘发现问题，限期整改', fail: '踏勘不合格' }

/** The faults found, in words; what an approver's decision rests on. */
const faultsIn = (catalogue: Catalogue, part: Part): string[] =>
  itemsOf(catalogue, part.service).flatMap(({ id, text }) => {
    const found = part.findings[id]
    return found?.verdict === 'fail' || found?.verdict === 'rectify' ? [`${text['zh-CN']}：${found.words.trim()}`] : []
  })

/** An official signs the part of their authority. @param rectifyOn last day to put right what was found, where that is the verdict @throws Refusal incomplete, invalid, conflict, not_allowed_now */
export const signPart = async (scene: Scene, before: Gathered, caseId: string, seen: number, rectifyOn: string | null): Promise<Visit> => {
  const gathered = await onTheSpot(scene, before)
  const part = ownPart(scene, gathered, caseId)
  const photos = await listPhotos(scene.tx, [gathered.visit.id])
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, caseOf(gathered, part))
  // Beginning the visit has counted the part up by itself.
  if (part.revision !== seen && before.parts.find((each) => each.caseId === caseId)?.revision !== seen) throw new Refusal('conflict', { revision: part.revision })
  if (!isBlank(part.state)) throw new Refusal('not_allowed_now', { because: hasSpoken(part.state) ? 'once' : 'accept' })
  const items = itemsOf(catalogue, part.service)
  const lacks = lacksOf(items, part.findings, photosByItem(photos, caseId))
  if (lacks.length > 0) throw new Refusal('incomplete', { lacks })
  const verdict = verdictOf(items, part.findings)
  const today = plainDate(scene.at)
  if (verdict === 'rectify' && (rectifyOn === null || rectifyOn <= today || rectifyOn > addDays(today, longestRectifying))) throw new Refusal('invalid', { rectifyOn, latest: addDays(today, longestRectifying) })
  const given = { ...part, rectifyOn: verdict === 'rectify' ? rectifyOn : null }
  const signed: Part = { ...given, state: signedState(verdict), signedBy: scene.principal.kind === 'staff' ? scene.principal.name : '', signedAt: scene.at.toISOString(), digest: digestOf(given, photos) }
  const faults = faultsIn(catalogue, signed)
  const visit = await takeStep(scene, gathered.visit, 'sign', { line: part.line, case: caseOf(gathered, part).number, verdict })
  const parts = await changed(scene, { ...gathered, visit }, (each) => (each.caseId === caseId ? signed : each))
  const after = { ...gathered, visit, parts }
  if (verdict === 'rectify') await tellApplicant(scene, after, 'visitRectify', { authority: nameOf(catalogue, part), items: faults, heldOn: { 'zh-CN': dayWords(signed.rectifyOn ?? ''), en: signed.rectifyOn ?? '' } })
  else await endSpan(scene, after, signed, [outcomes[verdict], ...faults].join('；'), { verdict, faults })
  return awaitSignature(scene, after)
}

const nameOf = (catalogue: Catalogue, { line, region }: Part) => nameOr(authorityOf(catalogue, line, region), line)

const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** All authorities have signed: the applicant has two working days to comment and sign. */
export const awaitSignature = async (scene: Scene, gathered: Gathered): Promise<Visit> => {
  if (!isOnSite(gathered.visit.state) || gathered.visit.signBy !== null || !allSpoken(gathered.parts)) return goOn(scene, gathered)
  const due = addWorkingDays(plainDate(scene.at), signingDays, gathered.visit.region)
  const signBy = 'on' in due ? due.on : addDays(plainDate(scene.at), signingDays)
  const own: Scene = { ...scene, principal: system }
  const visit = await takeStep(own, gathered.visit, 'askSignature', { signBy }, (each) => ({ ...each, signBy, lookOn: lookOnOf({ ...each, signBy }, true) }))
  await tellApplicant(own, { ...gathered, visit }, 'visitToSign', { heldOn: { 'zh-CN': dayWords(signBy), en: signBy } })
  return visit
}

/** The sheet closes: it gets its number, and applicant and authorities can open it. @param action signed by the applicant, or closed without */
export const closeSheet = async (scene: Scene, gathered: Gathered, action: 'signSheet' | 'close', signature: { comment: string; strokes: number[][] } | null): Promise<Visit> => {
  if (!allSpoken(gathered.parts)) throw new Refusal('not_allowed_now', { because: 'parts' })
  const one = leadOf(gathered)
  const at = scene.at.toISOString()
  const signed = { ...gathered.visit, comment: signature?.comment ?? '', signature: signature?.strokes ?? null, signedAt: signature ? at : null }
  const catalogue = one && (await pinnedCatalogue(scene.app, scene.tx, one))
  const document = catalogue && (await issueForVisit(scene, gathered, 'visitSheet', sheetFacts(catalogue, { ...gathered, visit: signed })))
  const visit = await takeStep(scene, gathered.visit, action, {}, (each) => ({ ...each, comment: signed.comment, signature: signed.signature, signedAt: signed.signedAt, noticeId: document?.notice ?? null }))
  const parts = await changed(scene, { ...gathered, visit }, (part) => part)
  await tellApplicant({ ...scene, principal: system }, { ...gathered, visit, parts }, 'visitClosed', document)
  return visit
}

/** An authority that did not come is taken out by another that did; its case gets a visit of its own. */
export const markAbsent = async (scene: Scene, before: Gathered, caseId: string): Promise<Visit> => {
  ownParts(scene.principal, before)
  const gathered = await onTheSpot(scene, before)
  const part = gathered.parts.find((each) => each.caseId === caseId)
  if (!part || !isBlank(part.state) || covers(scene.principal, handlers, part)) throw new Refusal('not_allowed_now', { because: 'state' })
  // Begun early: nobody is absent before the day that was agreed.
  if (plainDate(scene.at) < gathered.visit.day) throw new Refusal('not_allowed_now', { because: 'early', day: gathered.visit.day })
  const visit = await takeStep(scene, gathered.visit, 'markAbsent', { line: part.line, case: caseOf(gathered, part).number })
  await endSpan(scene, gathered, part, '没有到场，另行踏勘')
  await tellAuthorities(scene, { ...gathered, visit, parts: [part] }, 'visitAbsent', {})
  const parts = await changed(scene, { ...gathered, visit }, (each) => (each === part ? { ...each, state: 'absent' } : each))
  await deleteTakenBy(scene.tx, visit.id, part)
  return awaitSignature(scene, { ...gathered, visit, parts })
}

/** The applicant says that what was found has been put right. */
export const reportRectified = async (scene: Scene, gathered: Gathered, caseId: string, text: string): Promise<Visit> => {
  const part = gathered.parts.find((each) => each.caseId === caseId)
  if (!part || !isRectifying(part.state)) throw new Refusal('not_allowed_now', { because: 'state' })
  const visit = await takeStep(scene, gathered.visit, 'reportRectified', { line: part.line, case: caseOf(gathered, part).number })
  await changed(scene, { ...gathered, visit }, (each) => (each === part ? { ...each, rectified: { text, at: scene.at.toISOString() } } : each))
  await tellAuthorities(scene, { ...gathered, visit, parts: partsIn([part]) }, 'visitRectified', { text })
  return visit
}

/** The authority has looked again: the clock of its case runs on. */
export const recheck = async (scene: Scene, gathered: Gathered, caseId: string, seen: number, passed: boolean, words: string): Promise<Visit> => {
  const part = ownPart(scene, gathered, caseId)
  if (part.revision !== seen) throw new Refusal('conflict', { revision: part.revision })
  if (!isRectifying(part.state)) throw new Refusal('not_allowed_now', { because: 'state' })
  const visit = await takeStep(scene, gathered.visit, 'recheck', { line: part.line, case: caseOf(gathered, part).number, passed, words })
  const verdict: Verdict = passed ? 'pass' : 'fail'
  await endSpan(scene, gathered, part, passed ? `整改后复查合格：${words}` : `整改后复查仍不合格：${words}`, { verdict })
  await changed(scene, { ...gathered, visit }, (each) => (each === part ? { ...each, state: signedState(verdict) } : each))
  return visit
}
