// Screening everybody of my region, how the runs went, and looking again at whoever a register has changed for.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { deskQuery, lackText, type Desk } from './queries.ts'

type Run = Desk['runs'][number]
const kinds = ['death', 'birth', 'marriage', 'move', 'licence', 'birthday', 'other'] as const
type Kind = (typeof kinds)[number]
const isKind = (value: string): value is Kind => kinds.some((kind) => kind === value)

export function Screening({ runs }: { runs: readonly Run[] }) {
  const t = useT()
  const format = useFormat()
  const running = useChange(() => api('beginBenefitRun', { body: {} }), () => void queryClient.invalidateQueries({ queryKey: deskQuery.queryKey }))
  return (
    <div className="tb-tiles">
      <Card title={t('benefit-desk.runs')}>
        <div className="tb-stack">
          {runs.length === 0 ? <p className="tb-muted">{t('benefit-desk.noRuns')}</p> : <ul>{runs.slice(0, 4).map((run) => <li key={run.id}>{format.instant(run.begunAt)} {wordsOf(t, run)}{run.lacking.map((each) => <p key={each.resource} className="tb-muted">{each.name}：{lackText(t, each.why)}</p>)}</li>)}</ul>}
          {running.error !== null && <Notice tone="danger" live="assertive">{messageOf(running.error) ?? t('benefit-desk.failed')}</Notice>}
          <div><Button busy={running.isPending} onClick={() => running.mutate()}>{t('benefit-desk.run')}</Button></div>
        </div>
      </Card>
      <Card title={t('benefit-desk.change')}><Change /></Card>
    </div>
  )
}

const wordsOf = (t: ReturnType<typeof useT>, { state, seen, found, lapsed, open }: Run): string => {
  const words: Record<Run['state'], string> = { running: t('benefit-desk.running', { n: seen }), stopped: t('benefit-desk.stopped', { n: seen }), finished: t('benefit-desk.finished', { n: seen, found, lapsed, open }) }
  return words[state]
}

function Change() {
  const t = useT()
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<Kind>('death')
  const [attempt, setAttempt] = useState(0)
  const tidy = number.replaceAll(/\s/g, '').toUpperCase()
  const bad = !/^[0-9A-Z]{18}$/.test(tidy)
  const sending = useChange(() => api('noteBenefitChange', { body: { for: /^\d{17}[\dX]$/.test(tidy) ? 'person' : 'company', number: tidy, change: kind } }), ({ concerned }) => {
    toast(concerned === 0 ? t('benefit-desk.nobody') : t('benefit-desk.concerned', { n: concerned }))
    if (concerned > 0) setNumber('')
    void queryClient.invalidateQueries({ queryKey: deskQuery.queryKey })
  })
  return (
    <div className="tb-stack">
      <p>{t('benefit-desk.changeLead')}</p>
      <TextInput label={t('benefit-desk.number')} value={number} onChange={setNumber} maxLength={30} width="medium" error={attempt > 0 && bad ? t('benefit-desk.numberBad') : undefined} />
      <Select label={t('benefit-desk.kind')} value={kind} onChange={(value) => { if (isKind(value)) setKind(value) }} options={kinds.map((value) => ({ value, label: t(`benefit-desk.kinds.${value}`) }))} />
      {sending.error !== null && <Notice tone="danger" live="assertive">{messageOf(sending.error) ?? t('benefit-desk.failed')}</Notice>}
      <div><Button variant="ghost" busy={sending.isPending} onClick={() => (bad ? setAttempt(attempt + 1) : sending.mutate())}>{t('benefit-desk.send')}</Button></div>
    </div>
  )
}
