// Hot topics: what many report of one district. How hot one is, what it is called, and what a unit does about it. Pure.
export const taskStates = ['open', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

/** `by`: whoever may; a task ends once. */
export const taskLifecycle = { make: { from: [], to: 'open' }, finish: { from: ['open'], to: 'done' }, drop: { from: ['open'], to: 'dropped' } } as const satisfies Record<string, { from: readonly TaskState[]; to: TaskState }>
export type TaskEnding = Exclude<keyof typeof taskLifecycle, 'make'>

export const canEnd = (state: TaskState, ending: TaskEnding): boolean => (taskLifecycle[ending].from as readonly TaskState[]).includes(state)

/** Instants are ISO strings. */
export type Topic = { id: string; region: string; category: string | null; name: string; requests: number; firstAt: string; lastAt: string }

export type GovernanceTask = {
  id: string; topicId: string; region: string; line: string; unitRegion: string; measures: string; dueOn: string; state: TaskState
  beforeRequests: number; byName: string; note: string; madeAt: string; endedAt: string | null
}

/** Days that are compared: before a task was made, and after it ended. */
export const comparedDays = 28

/** What came in this week counts whole, the week before half; what grows counts more. */
export const heatOf = ({ thisWeek, lastWeek }: { thisWeek: number; lastWeek: number }): number =>
  Math.round(10 * (thisWeek + lastWeek / 2) * (1 + Math.max(-0.5, Math.min(1, (thisWeek - lastWeek) / Math.max(1, thisWeek + lastWeek)))))

/** Requests in four weeks at the pace since, to be put beside the four weeks before; undefined in the first week, when chance decides. */
export const effectOf = (before: number, since: number, days: number): { perFourWeeks: number; change: number } | undefined => {
  if (days < 7) return undefined
  const perFourWeeks = (since * comparedDays) / days
  return { perFourWeeks: Math.round(perFourWeeks * 10) / 10, change: before === 0 ? 0 : Math.round((100 * (perFourWeeks - before)) / before) }
}

const longestName = 18
const shortestName = 4
const empty = /^(?:关于|投诉|举报|反映|请问|咨询|建议|希望|请求|要求|的|了|是|在|有|和|与)+|(?:的问题|问题|的投诉|情况|了|的|在|是|有|和|与|请|吗|呢)+$/gu

/** The longest words most of the titles share; the first title when they share none. @param titles masked ones */
export const nameOf = (titles: readonly string[]): string => {
  const met = new Map<string, Set<number>>()
  titles.forEach((title, nth) => {
    for (const run of title.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []) {
      const characters = [...run]
      for (let from = 0; from < characters.length; from += 1) {
        for (let to = from + shortestName; to <= Math.min(characters.length, from + longestName); to += 1) {
          const words = characters.slice(from, to).join('')
          met.set(words, (met.get(words) ?? new Set()).add(nth))
        }
      }
    }
  })
  const least = Math.max(2, Math.ceil(titles.length / 2))
  const best = [...met].filter(([, holders]) => holders.size >= least).map(([words, holders]) => ({ words: words.replace(empty, ''), weight: [...words].length * Math.sqrt(holders.size) }))
    .filter(({ words }) => [...words].length >= shortestName).sort((a, b) => b.weight - a.weight)[0]
  return best?.words ?? [...(titles[0] ?? '').replace(empty, '')].slice(0, longestName).join('')
}
