// Where one sits: hall and window, before anybody can be served.
// Windows where somebody sits are shown and say who.
import { useState } from 'react'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { api } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { windowQuery, type WindowState } from './queries.ts'

export function SeatForm({ halls }: { halls: WindowState['halls'] }) {
  const t = useT()
  const textIn = useTextIn()
  const [outlet, setOutlet] = useState(halls[0]?.id ?? '')
  const [counter, setCounter] = useState('')
  const [missing, setMissing] = useState(false)
  const taking = useChange(() => api('takeSeat', { body: { outlet, counter } }), () => queryClient.invalidateQueries(windowQuery))
  const windows = halls.find(({ id }) => id === outlet)?.windows ?? []
  if (halls.length === 0) {
    return (
      <EmptyState icon="info" title={t('window.seat.none.title')}>
        <p>{t('window.seat.none.text')}</p>
      </EmptyState>
    )
  }
  return (
    <Card title={t('window.seat.title')}>
      <div className="tb-stack window-narrow">
        <p>{t('window.seat.lead')}</p>
        <Select
          label={t('window.seat.hall')}
          value={outlet}
          onChange={(id) => {
            setOutlet(id)
            setCounter('')
          }}
          options={halls.map(({ id, name }) => ({ value: id, label: textIn(name) }))}
        />
        <RadioGroup
          label={t('window.seat.counter')}
          value={counter}
          onChange={setCounter}
          error={missing && counter === '' ? t('window.seat.choose') : undefined}
          options={windows.map(({ number, name, taken }) => ({
            value: number, label: t('window.seat.option', { number, name: textIn(name) }),
            ...(taken === null ? {} : { disabledReason: t('window.seat.taken', { who: taken }) }),
          }))}
        />
        {taking.error !== null && <Notice tone="danger" live="assertive">{messageOf(taking.error) ?? t('window.failed')}</Notice>}
        <div>
          <Button busy={taking.isPending} onClick={() => (counter === '' ? setMissing(true) : taking.mutate())}>{t('window.seat.take')}</Button>
        </div>
      </div>
    </Card>
  )
}
