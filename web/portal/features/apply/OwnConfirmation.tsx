// At a window the applicant confirms what was typed for them before it is handed in: with their signature here, or on their phone.
// Nothing is drawn for people who fill in their own.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { isLongEnough, SignaturePad, type Strokes } from '../../../ui/SignaturePad.tsx'

export const isAtWindow = ({ acting }: ReturnType<typeof useSession>): boolean => acting?.capacity === 'window'

/** Whoever an official acts for confirms what was typed: at a window, or with a helper. */
const confirmsThemselves = ({ acting }: ReturnType<typeof useSession>): boolean => acting?.capacity === 'window' || acting?.capacity === 'helper'

const standingQuery = (application: string) => ({ queryKey: ['confirmation', application], queryFn: () => api('getConfirmation', { params: { id: application } }) })

/** How it stands; undefined where nobody has to confirm anything. The answer of a phone is waited for. */
function useStanding(application: string): Reply<'getConfirmation'> | undefined {
  const enabled = confirmsThemselves(useSession())
  const { data } = useQuery({ ...standingQuery(application), enabled, refetchInterval: ({ state }) => (state.data?.state === 'asked' ? 3_000 : false) })
  return enabled ? data : undefined
}

/** Why it cannot be handed in yet, at a window. */
export function useUnconfirmed(application: string): string | undefined {
  const t = useT()
  const standing = useStanding(application)
  return standing && standing.state !== 'confirmed' ? t('at-window.confirm.first') : undefined
}

export function OwnConfirmation({ application }: { application: string }) {
  const t = useT()
  const session = useSession()
  const [strokes, setStrokes] = useState<Strokes>([])
  const [short, setShort] = useState(false)
  const data = useStanding(application)
  const requesting = useChange((signature: Strokes | null) => api('requestConfirmation', { params: { id: application }, body: { signature } }), (standing) => {
    queryClient.setQueryData(standingQuery(application).queryKey, standing)
  })
  if (!confirmsThemselves(session)) return null
  const sign = () => {
    setShort(!isLongEnough(strokes))
    if (isLongEnough(strokes)) requesting.mutate(strokes)
  }
  if (data?.state === 'confirmed') return <Notice tone="success" live="polite">{data.how === 'phone' ? t('at-window.confirm.phoned') : t('at-window.confirm.signed')}</Notice>
  return (
    <Card title={t('at-window.confirm.title')} tone="attention">
      <div className="tb-stack">
        <p>{t('at-window.confirm.text')}</p>
        <SignaturePad label={t('at-window.confirm.sign')} hint={t('at-window.confirm.signHint')} clear={t('at-window.confirm.clear')} strokes={strokes} onChange={setStrokes} error={short ? t('at-window.confirm.short') : undefined} />
        {requesting.error !== null && <Notice tone="danger" live="assertive">{messageOf(requesting.error) ?? t('at-window.confirm.failed')}</Notice>}
        {data?.state === 'asked' && <Notice live="polite">{t('at-window.confirm.waiting')}</Notice>}
        <div className="tb-row">
          <Button busy={requesting.isPending} onClick={sign}>{t('at-window.confirm.keep')}</Button>
          <Button variant="ghost" onClick={() => requesting.mutate(null)}>{t('at-window.confirm.phone')}</Button>
        </div>
      </div>
    </Card>
  )
}
