// The map: lanes by authority, each case with its live state, its day, who works on it.
// The same list stands one below the other on a phone.
import { useFormat } from '../../../shared/format.ts'
import { textNow } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { LaneMap, type Lane, type LaneItem } from '../../../ui/LaneMap.tsx'
import { laneStateOf, waitsFor, stateKey } from './case-state.ts'
import { caseId } from './CaseCard.tsx'
import type { TrackedCase } from './queries.ts'

export function CasesMap({ cases }: { cases: readonly TrackedCase[] }) {
  const t = useT()
  const format = useFormat()
  const sorted = cases.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const lanes: Lane[] = [...Map.groupBy(sorted, ({ authorityName }) => textNow(authorityName)).entries()].map(([id, [first]]) => ({ id, label: first ? textNow(first.authorityShortName) : id }))
  const noteOf = (one: TrackedCase) => {
    const waiting = waitsFor(one, cases).map(({ name }) => textNow(name))
    if (waiting.length > 0) return t('applications.map.after', { services: format.list(waiting) })
    return one.handler === null || one.ended ? '' : t('applications.map.handler', { name: one.handler })
  }
  const dayOf = (one: TrackedCase) => {
    if (one.ended || one.expectedOn === null) return t(stateKey(one))
    return t('applications.map.before', { date: format.day(one.expectedOn) })
  }
  const items = sorted.map((one): LaneItem => {
    const note = noteOf(one)
    return {
      id: one.service, label: textNow(one.name), sub: dayOf(one), lane: textNow(one.authorityName), start: one.start, end: one.end, state: laneStateOf(one),
      // What it waits for says more than that it waits.
      stateLabel: note && waitsFor(one, cases).length > 0 ? '' : t(stateKey(one)), dependsOn: one.dependsOn, href: `#${caseId(one.id)}`,
      ...(one.critical ? { critical: true } : {}), ...(note ? { note } : {}),
    }
  })
  return <LaneMap label={t('applications.map.label')} lanes={lanes} items={items} />
}
