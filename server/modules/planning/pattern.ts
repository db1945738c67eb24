// Whether two patterns can both hold: the languages of two regular expressions, intersected.
// Covers what packs use (letters, classes, groups, alternatives, counts); of anything else nothing is claimed.

type Ranges = readonly (readonly [low: number, high: number])[]

/** A state: the characters that lead on, and the states reached without one. */
type State = { on: { ranges: Ranges; to: number }[]; free: number[] }

/** A machine that accepts a pattern: begins in state `start`, has accepted in `end`. */
type Machine = { states: State[]; start: number; end: number }

/** Thrown for what the reader does not cover. */
class Unread extends Error {}

const last = 0x10ffff
const digit: Ranges = [[48, 57]]
const word: Ranges = [[48, 57], [65, 90], [95, 95], [97, 122]]
const space: Ranges = [[9, 13], [32, 32], [160, 160], [5760, 5760], [8192, 8202], [8232, 8233], [8239, 8239], [8287, 8287], [12288, 12288], [65279, 65279]]
const lineEnds: Ranges = [[10, 10], [13, 13], [8232, 8233]]
const named: Readonly<Record<string, Ranges>> = { d: digit, w: word, s: space }
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11 }

const without = (ranges: Ranges): Ranges => {
  const gaps: [number, number][] = []
  let from = 0
  for (const [low, high] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (low > from) gaps.push([from, low - 1])
    from = Math.max(from, high + 1)
  }
  return from <= last ? [...gaps, [from, last]] : gaps
}

/** Copies of a part are made for counts; more than so many states are not built. */
const mostStates = 4000

/** Reads the syntax of Unicode regular expressions and builds the machine as it goes. */
const read = (pattern: string): Machine => {
  const letters = [...pattern]
  const states: State[] = []
  let at = 0

  const newState = (): number => {
    if (states.length >= mostStates) throw new Unread()
    return states.push({ on: [], free: [] }) - 1
  }
  const free = (from: number, to: number): void => void states[from]?.free.push(to)
  const take = (letter: string): boolean => {
    if (letters[at] !== letter) return false
    at += 1
    return true
  }
  const one = (ranges: Ranges): { start: number; end: number } => {
    const [start, end] = [newState(), newState()]
    states[start]?.on.push({ ranges, to: end })
    return { start, end }
  }

  const alternatives = (): { start: number; end: number } => {
    const [start, end] = [newState(), newState()]
    do {
      const part = sequence()
      free(start, part.start)
      free(part.end, end)
    } while (take('|'))
    return { start, end }
  }

  const sequence = (): { start: number; end: number } => {
    const start = newState()
    let end = start
    while (at < letters.length && letters[at] !== '|' && letters[at] !== ')') {
      const from = at
      const part = atom()
      const after = counted(part, from)
      free(end, after.start)
      end = after.end
    }
    return { start, end }
  }

  /** A part with what follows it: `?`, `*`, `+`, `{2}`, `{2,}`, `{2,4}`. Copies are made by reading the part again. */
  const counted = (part: { start: number; end: number }, from: number): { start: number; end: number } => {
    const until = at
    const [low, high] = bounds()
    if (low === 1 && high === 1) return part
    const after = at
    const again = (): { start: number; end: number } => {
      at = from
      const copy = atom()
      if (at !== until) throw new Unread()
      return copy
    }
    const [start, end] = [newState(), newState()]
    let now = start
    let copy: typeof part | undefined = part
    for (let done = 0; done < (high ?? Math.max(low, 1)); done += 1) {
      copy ??= again()
      if (done >= low) free(now, end)
      free(now, copy.start)
      if (high === undefined && done + 1 >= low) free(copy.end, copy.start)
      now = copy.end
      copy = undefined
    }
    free(now, end)
    at = after
    return { start, end }
  }

  const bounds = (): [low: number, high: number | undefined] => {
    const found = ((): [number, number | undefined] => {
      if (take('?')) return [0, 1]
      if (take('*')) return [0, undefined]
      if (take('+')) return [1, undefined]
      const [whole, low, comma, high] = /^\{(\d+)(,?)(\d*)\}/.exec(letters.slice(at, at + 16).join('')) ?? []
      if (whole === undefined) return [1, 1]
      at += whole.length
      return [Number(low), comma ? (high ? Number(high) : undefined) : Number(low)]
    })()
    if (found[0] !== 1 || found[1] !== 1) take('?') // as few as possible: the same texts
    return found
  }

  const atom = (): { start: number; end: number } => {
    if (take('(')) {
      if (take('?') && !(take(':') || groupName())) throw new Unread()
      const inside = alternatives()
      if (!take(')')) throw new Unread()
      return inside
    }
    if (take('[')) return one(set())
    if (take('.')) return one(without(lineEnds))
    if (take('\\')) return one(escaped())
    const letter = letters[at]
    if (letter === undefined || '^$*+?{}()|[]'.includes(letter)) throw new Unread()
    at += 1
    return one(single(letter))
  }

  const groupName = (): boolean => {
    const [whole] = /^<[A-Za-z_]\w*>/.exec(letters.slice(at, at + 60).join('')) ?? []
    if (whole === undefined) return false
    at += whole.length
    return true
  }

  const single = (letter: string): Ranges => {
    const code = letter.codePointAt(0) ?? 0
    return [[code, code]]
  }

  const escaped = (): Ranges => {
    const letter = letters[at]
    if (letter === undefined) throw new Unread()
    at += 1
    const known = named[letter]
    if (known) return known
    const opposite = named[letter.toLowerCase()]
    if (opposite) return without(opposite)
    const control = controls[letter]
    if (control !== undefined) return [[control, control]]
    if (letter === 'u') return [code()]
    if (/[A-Za-z0-9]/.test(letter)) throw new Unread()
    return single(letter)
  }

  const code = (): readonly [number, number] => {
    const [whole, short, long] = /^(?:([0-9a-fA-F]{4})|\{([0-9a-fA-F]{1,6})\})/.exec(letters.slice(at, at + 8).join('')) ?? []
    if (whole === undefined) throw new Unread()
    at += whole.length
    const value = Number.parseInt(short ?? long ?? '', 16)
    return [value, value]
  }

  const set = (): Ranges => {
    const opposite = take('^')
    const ranges: (readonly [number, number])[] = []
    while (!take(']')) {
      const low = member()
      const [first] = low
      if (low.length === 1 && first && first[0] === first[1] && letters[at] === '-' && letters[at + 1] !== ']') {
        at += 1
        const [high] = member()
        if (!high) throw new Unread()
        ranges.push([first[0], high[1]])
      } else ranges.push(...low)
    }
    return opposite ? without(ranges) : ranges
  }
  const member = (): Ranges => {
    if (take('\\')) return take('b') ? [[8, 8]] : take('-') ? single('-') : escaped()
    const letter = letters[at]
    if (letter === undefined) throw new Unread()
    at += 1
    return single(letter)
  }

  const whole = alternatives()
  if (at < letters.length) throw new Unread()
  return { states, ...whole }
}

const closure = ({ states }: Machine, from: Iterable<number>): number[] => {
  const found = new Set(from)
  for (const state of found) for (const next of states[state]?.free ?? []) found.add(next)
  return [...found].sort((a, b) => a - b)
}

const meet = (a: Ranges, b: Ranges): boolean => a.some(([low, high]) => b.some(([from, to]) => low <= to && from <= high))

/** Pairs of states looked at before nothing is claimed. */
const mostPairs = 20_000

/**
 * Whether no text of `min` to `max` characters (code points) is matched whole by both patterns; undefined where that cannot be told.
 * Works on pairs of single states, which may reach a pair together exactly when some text leads both there.
 */
export const excludeEachOther = (a: string, b: string, min = 0, max = Infinity): boolean | undefined => {
  let machines: [Machine, Machine]
  try {
    machines = [read(a), read(b)]
  } catch (error) {
    if (error instanceof Unread) return undefined
    throw error
  }
  const [one, other] = machines
  const cap = Number.isFinite(max) ? max : min
  const [from, alongside] = [closure(one, [one.start]), closure(other, [other.start])]
  let looked = from.length * alongside.length
  if (looked > mostPairs) return undefined
  let level: [number, number][] = from.flatMap((x) => alongside.map((y): [number, number] => [x, y]))
  const seen = new Set<string>()
  for (let length = 0; level.length > 0 && length <= max; length += 1) {
    if (length >= min && level.some(([x, y]) => x === one.end && y === other.end)) return false
    const next = new Map<string, [number, number]>()
    for (const [x, y] of level) {
      for (const here of one.states[x]?.on ?? []) {
        for (const there of other.states[y]?.on ?? []) {
          if (!meet(here.ranges, there.ranges)) continue
          for (const to of closure(one, [here.to])) for (const too of closure(other, [there.to])) {
            // beyond the shortest length a pair need only be met once, unless there is a longest
            const key = `${to} ${too} ${Math.min(length + 1, cap)}`
            if (seen.has(key)) continue
            seen.add(key)
            next.set(`${to} ${too}`, [to, too])
            looked += 1
            if (looked > mostPairs) return undefined
          }
        }
      }
    }
    level = [...next.values()]
  }
  return true
}
