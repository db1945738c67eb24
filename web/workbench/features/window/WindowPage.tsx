// The one window: take a seat, identify who comes, work with them, hand out results. One screen, keyboard first.
// When nobody is served the screen holds nothing of anybody.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import { WindowFees } from '../payments/WindowFees.tsx'
import { Identify } from './Identify.tsx'
import { LeftList } from './LeftList.tsx'
import { PickupCode } from './PickupCode.tsx'
import { forgetPerson, windowQuery, type Shift } from './queries.ts'
import { Results } from './Results.tsx'
import { SeatForm } from './SeatForm.tsx'
import { ServedPerson } from './ServedPerson.tsx'
import { ShownCard } from './ShownCard.tsx'
import { TransfersLink } from '../transfers/TransfersLink.tsx'
import { Work } from './Work.tsx'
import './window.css'

export const loader = forStaff(() => queryClient.fetchQuery(windowQuery))

export const title = () => t('window.title')

export function Component() {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(windowQuery)
  const served = data?.served ?? undefined
  useEffect(() => {
    if (!served) forgetPerson()
  }, [served])
  if (!data) return <div className="tb-page window-page">{error ? <ErrorState onRetry={() => void refetch()} retrying={isFetching} /> : <Loading />}</div>
  const { shift, left, halls } = data
  return (
    <div className="tb-page window-page tb-stack">
      <header className="tb-row">
        <h1>{t('window.title')}</h1>
        {shift && <Place shift={shift} />}
      </header>
      {!shift && <SeatForm halls={halls} />}
      {shift && left && <LeftList left={left} />}
      {shift && <TransfersLink />}
      {shift && !served && (
        <div className="window-two">
          <Identify />
          <div className="tb-stack">
            <PickupCode />
            <Results session="" />
          </div>
        </div>
      )}
      {shift && served && (
        <>
          <ServedPerson key={served.id} served={served} />
          <ShownCard session={served.id} />
          <div className="window-two">
            <Work key={served.id} served={served} />
            <WindowFees key={`${served.id} fees`} session={served.id} />
            <Results key={served.id} session={served.id} />
          </div>
        </>
      )}
    </div>
  )
}

function Place({ shift }: { shift: Shift }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <>
      <b>{t('window.at', { hall: textIn(shift.hall), counter: shift.counter })}</b>
      <span className="tb-muted">{t('window.served', { n: shift.served })}</span>
      <span className="tb-row tb-row-end">
        <LinkButton variant="quiet" href={paths.workbenchTablet()}>{t('window.rate')}</LinkButton>
        <LinkButton variant="quiet" href={paths.workbenchHardCaseIntake()}>{t('window.hardCase')}</LinkButton>
        <LinkButton variant="ghost" href={paths.workbenchHandOver()}>{t('window.handOver')}</LinkButton>
      </span>
    </>
  )
}
