// The start of the desk: the list, and what this place is for until one is chosen.
// Which view is shown stands in the address.
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { HardCaseList } from './HardCaseList.tsx'
import { listQuery, readView } from './queries.ts'

export const loader = forStaff(async () => {
  await queryClient.ensureQueryData(listQuery('open'))
  return null
})

export const title = () => t('hard-case-desk.title')

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const { data } = useQuery(listQuery('open'))
  const view = readView(search) ?? (data?.coordinates === false ? 'opinions' : data && data.counts.toSort > 0 ? 'toSort' : 'open')
  return (
    <ThreeColumns narrow="list" listLabel={t('hard-case-desk.list')} mainLabel={t('hard-case-desk.title')} list={<><h1 className="tb-hidden">{t('hard-case-desk.title')}</h1><HardCaseList view={view} /></>}>
      <div className="hard-main tb-stack">
        <h2>{t('hard-case-desk.title')}</h2>
        <p className="tb-muted">{t('hard-case-desk.lead')}</p>
        <EmptyState
          title={t('hard-case-desk.empty.pick')}
          action={
            <>
              <LinkButton variant="ghost" href={paths.workbenchHardCaseIntake()}>{t('hard-case-desk.links.intake')}</LinkButton>
              {data?.coordinates && <LinkButton variant="quiet" href={paths.workbenchHardCaseLedger()}>{t('hard-case-desk.links.ledger')}</LinkButton>}
            </>
          }
        >
          <p>{t('hard-case-desk.empty.pickText')}</p>
        </EmptyState>
      </div>
    </ThreeColumns>
  )
}
