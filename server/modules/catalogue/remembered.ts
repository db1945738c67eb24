// Work on the content of packs that is done once for the same input: what it found wrong is reported again, what it made is the same object.
// Nodes of packs never change, so the same nodes say the same, on another day and in another pack that inherits them; a designer who saves one
// matter has that one looked at. What the input is, those who ask must say whole: what they leave out is not noticed.
import type { Report } from './pack-error.ts'

/** What a piece of work made, and what it reported. */
type Done<Made> = { made: Made; said: readonly Parameters<Report>[] }

const serials = new WeakMap<object, number>()
let last = 0

/** A number of its own for each object. */
export const serialOf = (object: object): number => {
  const known = serials.get(object) ?? (last += 1)
  serials.set(object, known)
  return known
}

const stamps = new Map<string, number>()
/** Texts that are remembered; then all are forgotten, and get new numbers. */
const mostStamps = 5000

/** A short number for a long text: the same for the same. */
export const stampOf = (text: string): number => {
  const known = stamps.get(text)
  if (known !== undefined) return known
  if (stamps.size >= mostStamps) stamps.clear()
  stamps.set(text, (last += 1))
  return last
}

/** @param about what the work is about; what is remembered goes with it @param input all else it depends on */
export type Remembered<Made> = (about: object, input: string | number, report: Report, work: (report: Report) => Made) => Made

/** For one kind of work. @param most inputs remembered of each thing it is about, those that came last */
export const remembering = <Made>(most: number): Remembered<Made> => {
  const kept = new WeakMap<object, Map<string | number, Done<Made>>>()
  return (about, input, report, work) => {
    const inputs = kept.get(about) ?? new Map<string | number, Done<Made>>()
    kept.set(about, inputs)
    let done = inputs.get(input)
    if (done === undefined) {
      const said: Parameters<Report>[] = []
      done = { made: work((...words) => said.push(words)), said }
      const [oldest] = inputs.keys()
      if (inputs.size >= most && oldest !== undefined) inputs.delete(oldest)
    } else inputs.delete(input)
    inputs.set(input, done)
    for (const words of done.said) report(...words)
    return done.made
  }
}
