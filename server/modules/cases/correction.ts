// What the authorities of an application miss, put together (一次性告知合并): the same document or value asked by several is one item.
// Administrative Licensing Law Art. 32: told once, within five working days. Pure; the browser uses it as well.
export type CorrectionItem = { what: string; concept?: string; evidence?: string }

/** What one case asks for. */
export type Asked = { caseId: string; items: readonly CorrectionItem[] }

/** One thing to put right, with each case that asks for it and in what words. */
export type GatheredItem = { key: string; concept?: string; evidence?: string; asks: { caseId: string; what: string }[] }

const keyOf = ({ what, concept, evidence }: CorrectionItem, caseId: string): string => (evidence ? `evidence ${evidence}` : concept ? `concept ${concept}` : `${caseId} ${what}`)

/** In the order they were asked; of one case each thing once. */
export const gatherItems = (asked: readonly Asked[]): GatheredItem[] => {
  const byKey = new Map<string, GatheredItem>()
  for (const { caseId, items } of asked) {
    for (const item of items) {
      const key = keyOf(item, caseId)
      const known = byKey.get(key) ?? { key, ...(item.concept ? { concept: item.concept } : {}), ...(item.evidence ? { evidence: item.evidence } : {}), asks: [] }
      byKey.set(key, known.asks.some((ask) => ask.caseId === caseId && ask.what === item.what) ? known : { ...known, asks: [...known.asks, { caseId, what: item.what }] })
    }
  }
  return [...byKey.values()]
}

/** The hour in China at which a list goes out on its last day, whoever has not looked yet. */
const lastHour = 15

/** Whether a list can wait no longer: on the last day of any of its cases, from three in the afternoon. @param lastOn days 'YYYY-MM-DD' */
export const isLastMoment = (lastOn: readonly string[], at: Date): boolean => {
  const china = new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString()
  const [today, hour] = [china.slice(0, 10), Number(china.slice(11, 13))]
  return lastOn.some((day) => today > day || (today === day && hour >= lastHour))
}
