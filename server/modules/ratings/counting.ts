// What a rating adds to the figures, and takes back when it turns out not to count.
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { noteFigures, type FigureNote, type Measure } from '../insight/index.ts'
import { designTags } from './grade.ts'
import { measureOf, type Rating } from './rating.ts'

type Note = Omit<FigureNote, 'measure' | 'n'>

/** What somebody said after rectification is told beside the first word; only the first is counted. */
const isCounted = ({ round }: Pick<Rating, 'round'>): boolean => round === 0

/** What a guide, service or matter was said of, with the page meant: `<service or matter> <page> <tag>`. */
const tagPart = ({ service, matter, page }: Rating, tag: string): string => `${service ?? matter ?? ''} ${page ?? ''} ${tag}`

const noteOf = (one: Rating): Note => {
  const parts: FigureNote['parts'] = {
    channel: one.channel, subject: one.kind, ...(one.staffId === null ? {} : { staff: one.staffId }), ...(one.service === null ? {} : { service: one.service }), ...(one.category === null ? {} : { category: one.category }),
  }
  return { topic: one.kind === 'request' ? 'requests' : 'ratings', day: plainDate(new Date(one.at)), region: one.region, line: one.line, parts }
}

const tagNotes = (one: Rating): Note[] => one.tags.filter((tag) => designTags.includes(tag)).map((tag) => ({ ...noteOf(one), parts: { tag: tagPart(one, tag) }, whole: false }))

const add = (tx: Tx, one: Rating, measure: Measure, n: number, notes: readonly Note[]): Promise<void> => (isCounted(one) ? noteFigures(tx, notes.map((note) => ({ ...note, measure, n }))) : Promise.resolve())

/** @param n 1, or -1 to take it back @param forOfficial false: the official's own figures have lost it already */
export const countGrade = (tx: Tx, one: Rating, n: 1 | -1, forOfficial = true): Promise<void> => add(tx, one, measureOf[one.grade], n, [noteOf(forOfficial ? one : { ...one, staffId: null }), ...tagNotes(one)])

export const countHeld = (tx: Tx, one: Rating, n: 1 | -1): Promise<void> => add(tx, one, 'held', n, [noteOf(one)])

export const countExcluded = (tx: Tx, one: Rating): Promise<void> => add(tx, one, 'excluded', 1, [noteOf(one)])

/** An appeal was right: the official's own figures lose it, the unit keeps it. */
export const takeFromOfficial = async (tx: Tx, one: Rating): Promise<void> => {
  if (one.staffId === null) return
  const note: Note = { ...noteOf(one), parts: { staff: one.staffId }, whole: false }
  await add(tx, one, measureOf[one.grade], -1, [note])
  await add(tx, one, 'excluded', 1, [note])
}
