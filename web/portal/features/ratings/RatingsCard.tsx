// On the page of an application: services of it that have ended, to be rated one by one behind one button; what was said of the others, and what came of it.
// It loads by itself and stays away while there is nothing to rate.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { RatingForm, type Said } from '../../../shared/rating/RatingForm.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toasts.ts'
import { GivenRating } from './GivenRating.tsx'
import { rateableQuery, type Rateable } from './queries.ts'
import './ratings.css'

export function RatingsCard({ application }: { application: string }) {
  const t = useT()
  const { data } = useQuery(rateableQuery(application))
  const [unfolded, setUnfolded] = useState(false)
  if (!data || data.length === 0) return null
  const open = data.filter(({ rating }) => rating === null)
  // Several to be rated are one line until somebody wants to.
  const isFolded = open.length > 1 && !unfolded
  return (
    <div id="rate">
      <Card title={t('ratings.card.title')} tone={open.length > 0 ? 'attention' : 'plain'}>
        <div className="tb-stack">
          {open.length > 0 && <p>{t('ratings.card.lead')}</p>}
          {isFolded && <div><Button variant="ghost" onClick={() => setUnfolded(true)}>{t('ratings.card.rate')}</Button></div>}
          {data.filter(({ rating }) => rating !== null || !isFolded).map((one) => <Entry key={one.id} one={one} application={application} startOpen={open.length === 1 && one.rating === null} />)}
        </div>
      </Card>
    </div>
  )
}

function Entry({ one, application, startOpen }: { one: Rateable; application: string; startOpen: boolean }) {
  const t = useT()
  const client = useQueryClient()
  const [open, setOpen] = useState(startOpen)
  const rating = useChange(
    (said: Said) => api('rate', { body: { kind: 'case', id: one.id, ...said } }),
    () => {
      toast(t('ratings.form.thanks'), { tone: 'success' })
      return client.invalidateQueries({ queryKey: rateableQuery(application).queryKey })
    },
  )
  if (one.rating) return <GivenRating one={one.rating} title={one.name} />
  return (
    <div role="group" className="ratings-entry" aria-label={one.name}>
      <div className="tb-row">
        <b>{one.name}</b>
        <span className="tb-muted">{one.authorityName}</span>
        {!open && <span className="tb-row-end"><Button variant="ghost" onClick={() => setOpen(true)}>{t('ratings.card.rate')}</Button></span>}
      </div>
      {open && <RatingForm label={t('ratings.form.how')} onSend={rating.mutate} busy={rating.isPending} error={rating.error} />}
    </div>
  )
}
