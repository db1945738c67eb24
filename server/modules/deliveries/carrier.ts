// A courier as the platform sees it. The contract of the embedded one is its OpenAPI document; another is another file like courier.ts.
import type { Place } from './delivery.ts'
import type { ParcelEvent } from './parcel.ts'

/** `key`: the same key never books twice. `callback`: where the courier reports. */
export type Consignment = { key: string; sender: Place; receiver: Place; contents: string; pays: 'sender' | 'receiver'; callback: string }

/** `sorting`: what the courier prints large on the label. */
export type Booked = { number: string; sorting: string; events: ParcelEvent[] }

export type Carrier = {
  /** the courier's answer to a parcel it does not carry is `{ rejected: why }`; @throws Unreachable */
  book: (consignment: Consignment) => Promise<Booked | { rejected: string }>
  /** false: it has been collected already; @throws Unreachable */
  cancel: (number: string) => Promise<boolean>
  /** everything reported so far; undefined: a number it does not know; @throws Unreachable */
  track: (number: string) => Promise<ParcelEvent[] | undefined>
}

/** The courier gave no answer one could use; asking again may help. */
export class Unreachable extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'Unreachable'
  }
}
