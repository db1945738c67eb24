// Whether a regular expression can be tried in reasonable time on any text: how many ways there are to read one text with it.
// An estimate from above, by syntax alone. `(a+)+` has more ways than atoms in the universe, `[A-Z]+-\d+` has one.

/** Longest text a pattern of a rule or a concept is tried on, in UTF-16 units. */
export const longestMatched = 500

/** Ways to read one text beyond which a pattern is refused. */
const mostWays = 2 * longestMatched

type Part = { kind: 'letter'; text: string } | { kind: 'mark' } | { kind: 'group'; of: readonly (readonly Part[])[] } | { kind: 'times'; of: Part; low: number; high: number }

const letterText = /^(?:\\u\{[0-9a-fA-F]+\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[pP]\{[^}]*\}|\\c[A-Za-z]|\\k<[^>]*>|\\[1-9]\d*|\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^])/u
const countText = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/
const openText = /^\((?:\?(?::|<?[=!]|<[^>]*>|[a-z-]*:))?/

/** Reads a pattern that is known to be valid. */
const read = (pattern: string): Part => {
  let rest = pattern
  const take = (expression: RegExp): RegExpExecArray | undefined => {
    const found = expression.exec(rest) ?? undefined
    if (found) rest = rest.slice(found[0].length)
    return found
  }
  const alternatives = (): Part => {
    const all: Part[][] = [[]]
    while (rest !== '' && !rest.startsWith(')')) {
      if (take(/^\|/)) all.push([])
      else all.at(-1)?.push(counted(single()))
    }
    return { kind: 'group', of: all }
  }
  const single = (): Part => {
    if (take(/^(?:[\^$]|\\[bB])/)) return { kind: 'mark' }
    if (take(openText)) {
      const inside = alternatives()
      take(/^\)/)
      return inside
    }
    return { kind: 'letter', text: take(letterText)?.[0] ?? '' }
  }
  const counted = (of: Part): Part => {
    const [text, low, comma, high] = take(countText) ?? []
    if (text === undefined) return of
    if (low === undefined) return { kind: 'times', of, low: text.startsWith('+') ? 1 : 0, high: text.startsWith('?') ? 1 : Infinity }
    return { kind: 'times', of, low: Number(low), high: comma ? (high ? Number(high) : Infinity) : Number(low) }
  }
  return alternatives()
}

const mayBeEmpty = (part: Part): boolean => {
  if (part.kind === 'letter') return /^\\(?:[1-9]|k<)/.test(part.text)
  if (part.kind === 'times') return part.low === 0 || mayBeEmpty(part.of)
  return part.kind === 'mark' || part.of.some((each) => each.every(mayBeEmpty))
}

const firstOf = (part: Part): string[] =>
  part.kind === 'letter' ? [part.text] : part.kind === 'times' ? firstOf(part.of) : part.kind === 'mark' ? [] : part.of.flatMap((each) => firstOfAll(each))

/** What a sequence may begin with, and what follows it when it may be empty. */
const firstOfAll = (parts: readonly Part[], after: readonly string[] = []): string[] => {
  const solid = parts.findIndex((part) => !mayBeEmpty(part))
  return [...parts.slice(0, solid < 0 ? parts.length : solid + 1).flatMap(firstOf), ...(solid < 0 ? after : [])]
}

/** Characters that tell two classes apart: ASCII, and each in the pattern with its neighbours, where ranges begin and end. */
const samplesOf = (pattern: string): string[] => {
  const written = [...pattern].map((letter) => letter.codePointAt(0) ?? 0)
  const escaped = [...pattern.matchAll(/\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/g)].map(([, ...codes]) => Number.parseInt(codes.find(Boolean) ?? '0', 16))
  const near = [...written, ...escaped].flatMap((code) => [code - 1, code, code + 1]).filter((code) => code >= 0 && code <= 0x10ffff)
  return [...new Set([...Array.from({ length: 128 }, (_, code) => code), ...near])].map((code) => String.fromCodePoint(code))
}

const ways = (pattern: string): number => {
  const samples = samplesOf(pattern)
  const known = new Map<string, ReadonlySet<string> | undefined>()
  /** The samples a letter of the pattern stands for; undefined when that cannot be told. */
  const lettersOf = (text: string): ReadonlySet<string> | undefined => {
    if (!known.has(text)) {
      const open = /\\(?:[pP]\{|[1-9]|k<)/.test(text)
      const expression = open ? undefined : new RegExp(`^${text}$`, 'isu')
      known.set(text, expression && new Set(samples.filter((sample) => expression.test(sample))))
    }
    return known.get(text)
  }
  const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.some((other) => {
    const [x, y] = [lettersOf(one), lettersOf(other)]
    return !x || !y || [...x].some((letter) => y.has(letter))
  }))

  const ofSequence = (parts: readonly Part[], after: readonly string[]): number =>
    parts.reduce((product, part, at) => product * waysOf(part, firstOfAll(parts.slice(at + 1), after)), 1)

  const waysOf = (part: Part, after: readonly string[]): number => {
    if (part.kind === 'letter' || part.kind === 'mark') return 1
    if (part.kind === 'group') {
      const each = part.of.map((one) => ofSequence(one, after))
      const begins = part.of.map((one) => firstOfAll(one, after))
      const apart = begins.every((one, at) => !begins.slice(0, at).some((other) => meet(one, other)))
      return apart ? Math.max(...each) : each.reduce((sum, one) => sum + one, 0)
    }
    const own = firstOf(part.of)
    const inside = waysOf(part.of, part.high > 1 ? [...own, ...after] : after)
    const repeated = part.high > 1 ? inside ** Math.min(part.high, longestMatched) : inside
    if (mayBeEmpty(part.of) && part.high > 2) return Infinity
    const stops = part.low === part.high || !meet(own, after) ? 1 : Math.min(part.high, longestMatched) - Math.min(part.low, longestMatched) + 1
    return repeated * stops
  }
  return waysOf(read(pattern), [])
}

const judged = new Map<string, boolean>()

/** Patterns remembered; rules can build patterns of any text. */
const mostJudged = 1000

/** Whether the pattern, valid as a Unicode regular expression, takes no more than some hundred thousand steps on the longest text. */
export const isCheapPattern = (pattern: string): boolean => {
  const before = judged.get(pattern)
  if (before !== undefined) return before
  const cheap = pattern.length <= 2000 && ways(pattern) <= mostWays
  if (judged.size >= mostJudged) judged.clear()
  judged.set(pattern, cheap)
  return cheap
}
