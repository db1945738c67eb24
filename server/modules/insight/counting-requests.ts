// What the steps of a request add to the figures of its unit; before it has one, to those of the request centre of its region.
import { plainDate } from '../../kernel/clock.ts'
import type { Scene } from '../cases/index.ts'
import { countedUnit, hasEndedRequest, isAnswered, isSolved, listCountedSteps, onRequest, requestActions, unitOrCentre, type CitizenRequest, type RequestAction, type Unit } from '../requests/index.ts'
import type { FigureNote, Measure } from './figure.ts'
import { insertFigureNotes } from './figures-store.ts'

const isSame = (one: Unit, other: Unit): boolean => one.line === other.line && one.region === other.region

/** Counted on the day it came in, so that a class or a street keeps its figure when the unit changes. */
const noteOf = (one: CitizenRequest, unit: Unit, measure: Measure, n = 1, day = plainDate(new Date(one.receivedAt))): FigureNote => ({
  topic: 'requests', day, region: unit.region, line: unit.line, measure, n,
  parts: { kind: one.kind, channel: one.channel, ...(one.category === null ? {} : { category: one.category }), ...(one.region.length === 9 ? { street: one.region } : {}) },
})

/** How it was left: solved, or answered and not solved. */
const outcomeOf = ({ state }: CitizenRequest): Measure | undefined => (isSolved(state) ? 'solved' : isAnswered(state) && hasEndedRequest(state) ? 'unsolved' : undefined)

/** What a first answer counts for, once and for the unit that gave it. */
const answerNotes = (one: CitizenRequest): FigureNote[] => {
  const { first } = one.course
  if (!first) return []
  return [noteOf(one, first, 'handled'), ...(first.inTime === null ? [] : [noteOf(one, first, first.inTime ? 'onTime' : 'late')]), noteOf(one, first, 'minutes', first.minutes)]
}

const outcomeNotes = (one: CitizenRequest, before: CitizenRequest): FigureNote[] => {
  const [was, is] = [outcomeOf(before), outcomeOf(one)]
  if (was === is) return []
  return [...(was ? [noteOf(before, unitOrCentre(before), was, -1)] : []), ...(is ? [noteOf(one, unitOrCentre(one), is)] : [])]
}

const isCorrected = (one: CitizenRequest, before: CitizenRequest): boolean => one.category !== before.category || one.kind !== before.kind || one.region !== before.region

const taken = (notes: readonly FigureNote[]): FigureNote[] => notes.map(({ n = 1, ...note }) => ({ ...note, n: -n }))

/** Sent on to another unit before there was an answer it is the other one's. */
const movedNotes = (one: CitizenRequest, before: CitizenRequest): FigureNote[] =>
  isSame(countedUnit(one), countedUnit(before)) && !isCorrected(one, before) ? [] : [noteOf(before, countedUnit(before), 'received', -1), noteOf(one, countedUnit(one), 'received')]

/** What has been corrected is counted where it belongs, with everything that has happened to it. @param steps it was sent back or done anew by */
export const correctedNotes = (one: CitizenRequest, before: CitizenRequest, steps: readonly { measure: 'returned' | 'redone'; unit: Unit }[]): FigureNote[] => {
  const of = (each: CitizenRequest) => [...answerNotes(each), ...steps.map(({ measure, unit }) => noteOf(each, unit, measure))]
  return [...taken(of(before)), ...of(one)]
}

/** Everything a step changes in the figures. @param before undefined when it has just come in */
export const notesFor = (action: RequestAction, one: CitizenRequest, before: CitizenRequest | undefined): FigureNote[] => {
  if (!before) return action === 'receive' ? [noteOf(one, countedUnit(one), 'received')] : []
  const sentBack = action === 'return' ? [noteOf(one, unitOrCentre(before), 'returned')] : []
  const again = action === 'redo' ? [noteOf(one, unitOrCentre(before), 'redone')] : []
  return [...movedNotes(one, before), ...(before.course.first ? [] : answerNotes(one)), ...outcomeNotes(one, before), ...sentBack, ...again]
}

/** One statement for each step that changes a figure, none for the others. */
export const followRequests = (): void => {
  for (const action of requestActions) {
    onRequest([action], 'insight', async ({ tx }: Scene, one, before) => {
      const corrected = before && isCorrected(one, before) ? correctedNotes(one, before, await listCountedSteps(tx, one.id)) : []
      await insertFigureNotes(tx, [...notesFor(action, one, before), ...corrected])
    })
  }
}
