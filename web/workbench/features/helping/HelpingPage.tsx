// Helpers of a hall: begin with the code somebody shows, go on with their applications, stop; and for those who look after the hall, what was done.
import { useQuery } from '@tanstack/react-query'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Loading } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import { Helping } from './Helping.tsx'
import { statisticsQuery } from './queries.ts'
import { Statistics } from './Statistics.tsx'
import '../../whole-page.css'

export const loader = forStaff(() => Promise.resolve(null))

export const title = () => t('proxy-desk.helping.title')

export function Component() {
  const t = useT()
  const roles = useSession().person?.roles ?? []
  const oversees = roles.includes('head') || roles.includes('supervisor')
  return (
    <div className="tb-page whole-page tb-stack">
      <h1>{t('proxy-desk.helping.title')}</h1>
      {roles.includes('helper') && <Helping />}
      {oversees && <Done />}
    </div>
  )
}

function Done() {
  const { data } = useQuery(statisticsQuery, queryClient)
  return data ? <Statistics statistics={data} /> : <Loading />
}
