// The courier's book: what was booked, under which key, and which reports have happened by now. Kept in a folder where there is one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refused } from '../protocol.ts'
import type { Event, Request } from './contract.ts'
import { fateOf, journeyOf, noteOf, placeOf, type Fate, type Stop } from './journey.ts'

/** `journey`: what will be reported; `events`: what was. */
export type Consignment = Request & { key: string; number: string; sorting: string; journey: readonly Stop[]; events: Event[]; bookedAt: string }

export type Book = {
  book: (key: string, request: Request, at: Date, otherwise: Fate) => { consignment: Consignment; isNew: boolean }
  find: (number: string) => Consignment | undefined
  cancel: (consignment: Consignment, at: Date) => void
  /** Lets everything happen that is due; with no `stepMs` the next thing of each. Returns the new reports. */
  proceed: (at: Date, stepMs: number | undefined) => { consignment: Consignment; event: Event }[]
  reset: () => void
}

const isOver = ({ events, journey }: Consignment): boolean => events.length >= journey.length || events.at(-1)?.kind === 'cancelled'

const eventFor = (one: Consignment, stop: Stop, at: Date): Event => ({ seq: one.events.length + 1, kind: stop, at: at.toISOString(), place: placeOf(stop, one.sender, one.receiver), note: noteOf(stop) })

/** @param file where it is kept; memory only where absent */
export const openBook = (file?: string): Book => {
  const read = (): Consignment[] => {
    try {
      return file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as Consignment[]) // written below
    } catch {
      return []
    }
  }
  let consignments = read()
  const keep = (): void => {
    if (file === undefined) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(consignments))
  }
  return {
    book: (key, request, at, otherwise) => {
      const known = consignments.find((each) => each.key === key)
      if (known) {
        if (JSON.stringify([known.sender, known.receiver, known.contents]) !== JSON.stringify([request.sender, request.receiver, request.contents])) throw new Refused('idempotency_conflict', 'another consignment has this key')
        return { consignment: known, isNew: false }
      }
      const number = `SL${String(at.getTime() % 10_000_000_000).padStart(10, '0')}${String(consignments.length % 1000).padStart(3, '0')}`
      const consignment: Consignment = { ...request, key, number, sorting: `${number.slice(2, 5)}-${String(request.receiver.address.length % 90).padStart(2, '0')}`, journey: journeyOf(fateOf(request.receiver, otherwise)), events: [], bookedAt: at.toISOString() }
      consignment.events.push(eventFor(consignment, 'booked', at))
      consignments = [...consignments, consignment]
      keep()
      return { consignment, isNew: true }
    },
    find: (number) => consignments.find((each) => each.number === number),
    cancel: (consignment, at) => {
      if (consignment.events.at(-1)?.kind === 'cancelled') return
      if (consignment.events.length > 1) throw new Refused('idempotency_conflict', 'it has been collected')
      consignment.events.push(eventFor(consignment, 'cancelled', at))
      keep()
    },
    proceed: (at, stepMs) => {
      const happened = consignments.filter((one) => !isOver(one)).flatMap((consignment) => {
        const due = stepMs === undefined ? consignment.events.length + 1 : Math.min(consignment.journey.length, 1 + Math.floor((at.getTime() - new Date(consignment.bookedAt).getTime()) / stepMs))
        return consignment.journey.slice(consignment.events.length, due).map((stop) => {
          const event = eventFor(consignment, stop, at)
          consignment.events.push(event)
          return { consignment, event }
        })
      })
      if (happened.length > 0) keep()
      return happened
    },
    reset: () => {
      consignments = []
      keep()
    },
  }
}
