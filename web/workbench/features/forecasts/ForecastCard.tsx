// What a policy as it is written would change, before it is released: asked for here, counted in the background, shown when it is there.
// Belongs beside whatever writes the policy; asking again with the same rules shows what is kept.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Texts } from '../../../../server/kernel/texts.ts'
import { api, ApiFailure } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { ForecastView } from './ForecastView.tsx'
import { forecastQuery, forecastsQuery, keep, type WrittenPolicy } from './queries.ts'

type Fault = { rule: string; condition?: number; message: Texts }

const isFault = (each: unknown): each is Fault => typeof each === 'object' && each !== null && 'rule' in each && 'message' in each && typeof each.message === 'object' && each.message !== null && 'zh-CN' in each.message

/** Rules that could not be read, or may not be counted. */
const faultsOf = (error: unknown): Fault[] => {
  const details: unknown = error instanceof ApiFailure ? error.details : undefined
  return typeof details === 'object' && details !== null && 'rules' in details && Array.isArray(details.rules) ? details.rules.filter(isFault) : []
}

/** Why nothing was counted, rule by rule. */
export function ForecastRefusal({ error }: { error: unknown }) {
  const t = useT()
  const textIn = useTextIn()
  const faults = faultsOf(error)
  const nameOf = ({ rule, condition }: Fault): string => (condition !== undefined ? `${t('forecast-desk.condition', { n: condition })}: ` : rule === 'amount' ? `${t('forecast-desk.amount')}: ` : '')
  return <Notice tone="danger" live="assertive">{messageOf(error) ?? t('forecast-desk.failed')}{faults.length > 0 && <ul>{faults.map((fault) => <li key={`${fault.rule} ${fault.message['zh-CN']}`}>{nameOf(fault)}{textIn(fault.message)}</li>)}</ul>}</Notice>
}

/** @param policy undefined: something without which nothing can be counted is not written yet */
export function ForecastCard({ policy }: { policy: WrittenPolicy | undefined }) {
  const t = useT()
  const [asked, setAsked] = useState<{ id: string; policy: WrittenPolicy }>()
  const { data: all } = useQuery(forecastsQuery)
  const { data: shown } = useQuery({ ...forecastQuery(asked?.id ?? ''), enabled: asked !== undefined })
  const asking = useChange((written: WrittenPolicy) => api('askForecast', { body: { policy: written } }), (one, written) => {
    keep(one)
    setAsked({ id: one.id, policy: written })
  })
  const isOld = asked !== undefined && JSON.stringify(asked.policy) !== JSON.stringify(policy)
  return (
    <Card title={t('forecast-desk.title')}>
      {all?.hasPopulation === false ? <NoPopulation /> : (
        <div className="tb-stack">
          <p className="tb-muted">{t('forecast-desk.lead')}</p>
          <div><Button variant="ghost" busy={asking.isPending} {...(policy ? {} : { disabledReason: t('forecast-desk.notReady') })} onClick={() => { if (policy) asking.mutate(policy) }}>{t(isOld ? 'forecast-desk.again' : 'forecast-desk.ask')}</Button></div>
          {asking.error !== null && <ForecastRefusal error={asking.error} />}
          {isOld && shown && <Notice tone="warning" compact>{t('forecast-desk.changed')}</Notice>}
          {shown && <ForecastView forecast={shown} />}
        </div>
      )}
    </Card>
  )
}

export function NoPopulation() {
  const t = useT()
  return <EmptyState icon="info" level={2} title={t('forecast-desk.none')}><p>{t('forecast-desk.noneText')}</p><p><code>npm run -s tongban -- population --people 100000 --out people</code></p></EmptyState>
}
