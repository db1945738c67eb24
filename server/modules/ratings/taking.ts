// Taking a rating, from whichever channel: once for an instance, held where something speaks for looking at it first, counted otherwise.
// A bad one that counts begins its rectification in the same transaction.
import { Refusal } from '../../kernel/errors.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Scene } from '../cases/index.ts'
import { findPerson, listStaffNames } from '../people/index.ts'
import { countExcluded, countGrade, countHeld, takeFromOfficial } from './counting.ts'
import { isBad } from './grade.ts'
import type { Counting } from './question.ts'
import { insertQuestion } from './questions-store.ts'
import { isRectifiedHere, limits, reasonToHold, tagsFit, type Channel, type Held, type Rating, type RatedSubject, type Said, type Verified } from './rating.ts'
import { countAtCounter, countFromSource, insertRating } from './ratings-store.ts'
import { hasEndedRectification } from './rectification.ts'
import { getRectificationForUpdate, listRectificationsOf } from './rectifications-store.ts'
import { beginRectification, moveRectification, record, tellStaff } from './recording.ts'

/** How it came. `source`: device or address, kept as a digest. `servedMs`: at a window, how long somebody had been served. `again`: the first word, after rectification. */
export type Way = { channel: Channel; verified: Verified; source?: string; servedMs?: number; again?: Rating }

const earlier = (at: Date, ms: number): Date => new Date(at.getTime() - ms)

/**
 * An official who uses somebody's link, or a resident with the official's own name; it may be chance, so a supervisor looks.
 * A kiosk at a window is opened by an official: there only the one who is rated is looked at.
 */
const isOfTheirOwn = async ({ tx, principal }: Scene, { personId, staffId }: RatedSubject, { channel, verified }: Way): Promise<boolean> => {
  if (principal.kind === 'staff' && verified === 'link' && (channel !== 'kiosk' || principal.id === staffId)) return true
  if (personId === null || staffId === null) return false
  const [person, [staff]] = await Promise.all([findPerson(tx, personId), listStaffNames(tx, [staffId])])
  return person !== undefined && person.name === staff?.name
}

/** How many came the same way lately: at one window or kiosk, or else from one device or address. Many rate at a kiosk, all from its address. */
const crowd = async ({ tx, at }: Scene, { outlet, counter }: RatedSubject, { channel }: Way, sourceDigest: string | null): Promise<{ fromSource: number; atCounter: number }> => {
  const counterSince = earlier(at, limits.withinCounterMs)
  if (channel === 'window') return { fromSource: 0, atCounter: outlet === null || counter === null ? 0 : await countAtCounter(tx, outlet, counter, counterSince) }
  if (sourceDigest === null) return { fromSource: 0, atCounter: 0 }
  if (channel === 'kiosk') return { fromSource: 0, atCounter: await countFromSource(tx, sourceDigest, true, counterSince) }
  return { fromSource: await countFromSource(tx, sourceDigest, false, earlier(at, limits.withinSourceMs)), atCounter: 0 }
}

const suspicion = async (scene: Scene, subject: RatedSubject, way: Way, sourceDigest: string | null): Promise<Held | null> => {
  const [many, isOwn] = await Promise.all([crowd(scene, subject, way, sourceDigest), isOfTheirOwn(scene, subject, way)])
  return reasonToHold({ ...many, servedMs: way.servedMs ?? null, isOwn })
}

/**
 * Takes what somebody says of an instance they may rate; the caller has made sure of that.
 * @throws Refusal already_rated when somebody was first, invalid for tags that do not belong to the grade
 */
export const takeRating = async (scene: Scene, subject: RatedSubject, said: Said, way: Way): Promise<Rating> => {
  if (!tagsFit(said)) throw new Refusal('invalid', { tags: said.tags })
  const sourceDigest = way.source === undefined ? null : keyedDigest('rating source', way.source)
  const one: Rating = {
    ...subject, id: uuidv7(scene.app.clock), round: way.again ? 1 : 0, firstId: way.again?.id ?? null, grade: said.grade, tags: [...said.tags], words: said.words.trim() || null,
    channel: way.channel, verified: way.verified, sourceDigest, held: await suspicion(scene, subject, way, sourceDigest), at: scene.at.toISOString(),
  }
  if (!(await insertRating(scene.tx, one))) throw new Refusal('already_rated')
  await record(scene, one, 'rate', { kind: one.kind, subject: one.subject, grade: one.grade, channel: one.channel, round: one.round, ...(one.held === null ? {} : { held: one.held }) })
  if (one.held === null) await letCount(scene, one)
  else await hold(scene, one, one.held)
  return one
}

const hold = async (scene: Scene, one: Rating, held: Held): Promise<void> => {
  await insertQuestion(scene.tx, { ratingId: one.id, kind: 'hold', region: one.region, line: one.line, askedBy: null, grounds: held, askedAt: one.at })
  await countHeld(scene.tx, one, 1)
  await tellStaff(scene, one, ['supervisor'], 'ratingHeld')
}

/** From now on it counts; a bad first word is looked into, unless its own module does that. */
export const letCount = async (scene: Scene, one: Rating): Promise<void> => {
  await countGrade(scene.tx, one, 1)
  if (isBad(one.grade) && one.round === 0 && isRectifiedHere(one)) await beginRectification(scene, one)
}

/** Brings figures and rectification from what a rating counted for to what it is decided to count for. */
export const recount = async (scene: Scene, one: Rating, before: Counting, now: Counting): Promise<void> => {
  if (before === now) return
  if (before === 'held') await countHeld(scene.tx, one, -1)
  if (before === 'held' && now !== 'none') await letCount(scene, one)
  if (now === 'unit') await takeFromOfficial(scene.tx, one)
  if (now !== 'none') return
  if (before !== 'held') await countGrade(scene.tx, one, -1, before === 'all')
  await countExcluded(scene.tx, one)
  await endRectification(scene, one)
}

/** What does not count need not be put right. */
const endRectification = async (scene: Scene, one: Rating): Promise<void> => {
  const [running] = await listRectificationsOf(scene.tx, [one.id])
  if (!running || hasEndedRectification(running.state)) return
  await moveRectification(scene, await getRectificationForUpdate(scene.tx, one.id), 'void')
}
