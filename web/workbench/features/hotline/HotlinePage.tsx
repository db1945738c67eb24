// The agent's screen: who waits on the left, what the caller says in the middle, what is known of the caller on the right.
// Made for the keyboard: A takes the next call, Ctrl+Enter takes it down, Alt+1 to 3 choose the class, Alt+0 wraps it up.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { forStaff } from '../../for-staff.ts'
import { CallerSide } from './CallerSide.tsx'
import { callQuery, callsQuery, keepCall } from './queries.ts'
import { TakeDownForm } from './TakeDownForm.tsx'
import { WaitingList } from './WaitingList.tsx'
import './hotline.css'

export const loader = forStaff(() => queryClient.ensureQueryData(callsQuery))

export const title = () => t('hotline.title')

export function Component() {
  const t = useT()
  const { data: calls } = useSuspenseQuery(callsQuery)
  const { mine, waiting } = calls
  const { data: call } = useQuery({ ...callQuery(mine ?? ''), enabled: mine !== null })
  const taking = useChange((id: string) => api('takeCall', { params: { id }, body: {} }), keepCall)
  const [next] = waiting
  useShortcuts([{ keys: 'a', label: t('hotline.takeNext'), run: () => next && taking.mutate(next.id), disabledReason: mine !== null ? t('hotline.oneAtATime') : next ? undefined : t('hotline.nobodyWaits') }])
  return (
    <>
      <ThreeColumns
        narrow={mine === null ? 'list' : 'main'}
        listLabel={t('hotline.waiting')}
        list={<WaitingList calls={calls} busy={taking.isPending} onTake={(id) => taking.mutate(id)} />}
        mainLabel={t('hotline.takeDown')}
        sideLabel={t('hotline.caller')}
        side={mine !== null && call && <CallerSide key={call.id} call={call} />}
      >
        <div className="hotline-main tb-stack">
          {mine !== null && <h1>{t('hotline.title')}</h1>}
          {taking.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(taking.error) ?? t('ui.error.text')}</p></Notice>}
          {mine === null && <EmptyState icon="check" level={2} title={waiting.length > 0 ? t('hotline.ready', { n: waiting.length }) : t('hotline.quiet')}><p>{t('hotline.quietText')}</p></EmptyState>}
          {mine !== null && (call ? <TakeDownForm key={call.id} call={call} /> : <Loading />)}
        </div>
      </ThreeColumns>
      <SignedOutDialog />
    </>
  )
}
