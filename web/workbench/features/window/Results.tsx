// Results to collect: by number, or all of who is served. Handing out needs its owner identified here, and happens once.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { collectableQuery, type Collectable } from './queries.ts'

export function Results({ session }: { session: string }) {
  const t = useT()
  const textIn = useTextIn()
  const [typed, setTyped] = useState('')
  const [number, setNumber] = useState('')
  const { data: results, isFetching } = useQuery({ ...collectableQuery(session, number), enabled: session !== '' || number !== '' })
  const handing = useChange((result: Collectable) => api('handOutResult', { params: { result: result.id } }), (_, { name }) => {
    toast(t('window.results.done', { name: textIn(name) }), { tone: 'success' })
    return queryClient.invalidateQueries({ queryKey: collectableQuery(session, number).queryKey.slice(0, 3) })
  })
  return (
    <Card title={t('window.results.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('window.results.lead')}</p>
        <form
          className="window-find"
          onSubmit={(event) => {
            event.preventDefault()
            setNumber(typed.trim())
          }}
        >
          <TextInput
            label={t('window.results.number')}
            value={typed}
            maxLength={60}
            onChange={(value) => {
              setTyped(value)
              if (value === '') setNumber('')
            }}
          />
          <Button type="submit" variant="ghost" busy={isFetching}>{t('window.results.find')}</Button>
        </form>
        {handing.error !== null && <Notice tone="danger" live="assertive">{messageOf(handing.error) ?? t('window.failed')}</Notice>}
        {results?.length === 0 && <p role="status" className="tb-muted">{number === '' ? t('window.results.none') : t('window.results.notFound')}</p>}
        {results && results.length > 0 && <ul className="window-list">
          {results.map((result) => (
            <Entry key={result.id} result={result} busy={handing.isPending && handing.variables?.id === result.id} onHand={() => handing.mutate(result)} />
          ))}
        </ul>}
      </div>
    </Card>
  )
}

function Entry({ result, busy, onHand }: { result: Collectable; busy: boolean; onHand: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { handedOut, mayHandOut, person, standing } = result
  const ended = standing === 'valid' || standing === 'corrected' ? undefined : t(`window.results.ended.${standing}`)
  return (
    <li>
      <span>
        <b>{textIn(result.name)}</b>
        <small>{[result.number, person, format.day(plainDateOf(result.issuedAt))].join(' · ')}</small>
        {handedOut && <small>{t('window.results.handed', { time: formatMoment(handedOut.at, thisYear()), by: handedOut.by })}</small>}
        {ended !== undefined && <small>{ended}</small>}
      </span>
      {!handedOut && ended === undefined && (
        <Button busy={busy} onClick={onHand} disabledReason={mayHandOut ? undefined : t('window.results.identifyFirst', { name: person })} aria-label={`${t('window.results.hand')} ${textIn(result.name)}`}>{t('window.results.hand')}</Button>
      )}
    </li>
  )
}
