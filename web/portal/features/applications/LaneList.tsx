// One line per authority: how its part stands, who works on it, by when, and what the person can do there now.
// Stands beside "what you can do now", so that the first glance answers both.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { caseId } from './CaseCard.tsx'
import { lanesOf, toneOf, type TrackedLane, stateKey } from './case-state.ts'
import type { TrackedCase } from './queries.ts'

export function LaneList({ cases }: { cases: readonly TrackedCase[] }) {
  const t = useT()
  return (
    <Card title={t('applications.lanes.title')}>
      <ul className="applications-lanes">{lanesOf(cases).map((lane) => <LaneLine key={lane.leading.authorityName['zh-CN']} lane={lane} />)}</ul>
    </Card>
  )
}

function LaneLine({ lane: { leading, handler, expectedOn, ended, waiting, calls } }: { lane: TrackedLane }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const who = ended ? '' : waiting.length > 0 ? t('applications.map.after', { services: format.list(waiting.map(({ name }) => textIn(name))) }) : handler ? t('applications.map.handler', { name: handler }) : t('applications.case.unclaimed')
  return (
    <li>
      <b>{textIn(leading.authorityShortName)}</b>
      <Chip tone={toneOf(leading)}>{t(stateKey(leading))}</Chip>
      <span className="applications-lane-facts">
        {!ended && expectedOn && <span>{t('applications.map.before', { date: format.day(expectedOn) })}</span>}
        {who && <span>{who}</span>}
        {calls.map((one) => <a key={one.id} href={`#${caseId(one.id)}`}>{t('applications.now.supplement', { service: textIn(one.name) })}</a>)}
        {!ended && leading.authorityPhone && <a href={`tel:${leading.authorityPhone}`}>{t('applications.lanes.call', { phone: leading.authorityPhone })}</a>}
      </span>
    </li>
  )
}
