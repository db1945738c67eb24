// Work on the content of packs that is done once for the same input: what it found wrong is reported again, what it made is the same object.
// Nodes of packs never change, so the same nodes say the same, on another day and in another pack that inherits them; a designer who saves one
// matter has that one looked at. What an input is, those who ask say in a text; what they leave out of it is not noticed.
import type { Report } from './pack-error.ts'

/** What a piece of work made, and what it reported. */
type Done = { made: unknown; said: readonly Parameters<Report>[] }

const serials = new WeakMap<object, number>()
let last = 0

/** A number of its own for each object. */
export const serialOf = (object: object): number => {
  const known = serials.get(object) ?? (last += 1)
  serials.set(object, known)
  return known
}

const stamps = new Map<string, number>()
/** Lists of objects that are remembered; then all are forgotten, and get new numbers. */
const mostStamps = 5000

/** A number for a list of objects and a text: the same for the same. */
export const stampOf = (objects: Iterable<object>, text = ''): number => {
  const key = `${Array.from(objects, serialOf).join()} ${text}`
  const known = stamps.get(key) ?? (last += 1)
  if (stamps.size >= mostStamps) stamps.clear()
  stamps.set(key, known)
  return known
}

const kept = new WeakMap<object, Map<string, Done>>()

/**
 * Does a piece of work, or tells again what it told the last time.
 * @param about what it is about; what is remembered goes with it @param input all else it depends on, and its name
 * @param most inputs remembered, those of last time first
 */
export const replayed = <Made>(about: object, input: string, most: number, report: Report, work: (report: Report) => Made): Made => {
  const inputs = kept.get(about) ?? new Map<string, Done>()
  kept.set(about, inputs)
  const known = inputs.get(input)
  const said: Parameters<Report>[] = []
  const done = known ?? { made: work((...words) => said.push(words)), said }
  inputs.delete(input)
  inputs.set(input, done)
  const [oldest] = inputs.keys()
  if (inputs.size > most && oldest !== undefined) inputs.delete(oldest)
  for (const words of done.said) report(...words)
  return done.made as Made // the input names the work, which makes one kind of thing
}
