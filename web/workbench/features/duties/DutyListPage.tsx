// The duty list: the lines in force, a simulator, what is wrong with it, rulings learnt and releases, as views beside each other.
// The view chosen is in the address, so it can be sent to a colleague.
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Loading } from '../../../ui/States.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { forStaff } from '../../for-staff.ts'
import { DutyLines } from './DutyLines.tsx'
import { FindingsPart } from './FindingsPart.tsx'
import { classesQuery, dutiesQuery, findingsQuery, rulingsQuery } from './queries.ts'
import { ReleasesPart } from './ReleasesPart.tsx'
import { RulingsPart } from './RulingsPart.tsx'
import { TreesPart } from './TreesPart.tsx'
import { Simulator } from './Simulator.tsx'
import '../../whole-page.css'
import './duties.css'

const parts = ['list', 'try', 'findings', 'rulings', 'releases', 'trees'] as const

export const loader = forStaff(async () => {
  await Promise.all([queryClient.ensureQueryData(classesQuery), queryClient.ensureQueryData(dutiesQuery), queryClient.ensureQueryData(rulingsQuery), queryClient.ensureQueryData(findingsQuery(''))])
  return null
})

export const title = () => t('duties.title')

export function Component() {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const { data: classes } = useQuery(classesQuery)
  const { data: list } = useQuery(dutiesQuery)
  const { data: rulings } = useQuery(rulingsQuery)
  const { data: found } = useQuery(findingsQuery(''))
  if (!classes || !list || !rulings) return <Loading />
  const part = parts.find((each) => each === search.get('part')) ?? 'list'
  const content = {
    list: <DutyLines classes={classes} duties={list.duties} region={list.region} />, try: <Simulator classes={classes} />, findings: <FindingsPart classes={classes} duties={list.duties} />, rulings: <RulingsPart rulings={rulings} />, releases: <ReleasesPart />, trees: <TreesPart classes={classes} />,
  }
  const counts = { rulings: rulings.filter(({ can }) => can.length > 0).length, findings: found?.findings.length ?? 0 }
  return (
    <div className="tb-page whole-page tb-stack-l">
      <header>
        <h1>{t('duties.title')}</h1>
        <p className="tb-muted">{t('duties.lead')}</p>
      </header>
      <Tabs
        label={t('duties.parts.label')} selected={part} onSelect={(id) => setSearch({ part: id }, { replace: true })}
        tabs={parts.map((id) => ({ id, label: t(`duties.parts.${id}`), content: content[id], ...((id === 'rulings' || id === 'findings') && counts[id] > 0 ? { count: counts[id] } : {}) }))}
      />
    </div>
  )
}
