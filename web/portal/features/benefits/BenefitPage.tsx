// One policy: what it gives, who gets it and why, what it is judged by, and the law it rests on.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { benefitQuery } from './queries.ts'
import type { Reply } from '../../../api/client.ts'

type Detail = Reply<'getBenefit'>

export const loader = ({ params }: { params: Record<string, string | undefined> }) => queryClient.ensureQueryData(benefitQuery(params['benefit'] ?? ''))

export const title = (detail: Detail) => detail.name

export function Component() {
  const { benefit = '' } = useParams()
  const { data: one } = useSuspenseQuery(benefitQuery(benefit))
  const t = useT()
  const format = useFormat()
  return (
    <div className="tb-page tb-columns">
      <header className="tb-stack">
        <Breadcrumbs items={[{ label: t('benefits.title'), href: paths.benefits() }, { label: one.name }]} />
        <h1>{one.name}</h1>
        <p>{one.summary}</p>
        <div className="tb-row"><Chip tone="azure">{t(`benefits.ways.${one.way}`)}</Chip><Chip>{t(`benefits.periods.${one.period}`)}</Chip><Chip>{t(`benefits.audience.${one.for}`)}</Chip></div>
      </header>
      <aside className="tb-stack">
        <LinkButton block href={paths.myBenefits()}>{t('benefits.mine')}</LinkButton>
        <LinkButton block variant="ghost" href={paths.tryBenefits({}, { for: one.for })}>{t('benefits.try')}</LinkButton>
        {one.matter && <LinkButton block variant="quiet" href={paths.matter({ matter: one.matter })}>{t('benefits.policy.matter')}</LinkButton>}
      </aside>
      <div className="tb-stack">
        <p>{one.explains}</p>
        <Card title={t('benefits.policy.conditions')}>
          <ol className="tb-stack">
            {one.conditions.map((condition) => (
              <li key={condition.id}>
                {condition.name}
                {condition.lack && <p className="tb-muted">{t('benefits.policy.lack', { text: condition.lack })}</p>}
              </li>
            ))}
          </ol>
        </Card>
        <Amount one={one} />
        <Card title={t('benefits.policy.facts')}>
          <p>{t('benefits.policy.factsLead')}</p>
          <KeyValue items={one.facts.map((fact) => ({ id: fact.concept, label: fact.name, value: fact.from }))} />
        </Card>
        <Card title={t('benefits.policy.source')}>
          <p>{one.source.url ? <a href={one.source.url} target="_blank" rel="noreferrer">《{one.source.title}》</a> : `《${one.source.title}》`}{one.source.article ?? ''}{one.source.date ? ` · ${format.date(one.source.date)}` : ''}</p>
          {one.source.unchecked && <p className="tb-muted">{t('benefits.policy.unchecked')}</p>}
          <p className="tb-muted">{t('benefits.policy.appeal', { n: one.appealDays })}</p>
          <p className="tb-muted">{t('benefits.policy.payer', { name: one.payerName })} · {one.objectionDays === 0 ? t('benefits.policy.noDays') : t('benefits.policy.days', { n: one.objectionDays })}</p>
          {one.until && <p className="tb-muted">{t('benefits.policy.until', { day: format.date(one.until) })}</p>}
        </Card>
      </div>
    </div>
  )
}

function Amount({ one }: { one: Detail }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('benefits.policy.amount')}>
      <div className="tb-stack">
        {one.isExample && <Notice compact tone="warning"><p>{t('benefits.policy.example')}</p></Notice>}
        {one.cap !== undefined && <p>{t('benefits.policy.cap', { amount: format.money(one.cap) })}</p>}
        {one.budget !== undefined && <p>{t('benefits.policy.budget', { amount: format.money(one.budget) })}</p>}
        {one.excludes.length > 0 && <p>{t('benefits.policy.excludes')}{one.excludes.map((other) => <span key={other.id}> <Link href={paths.benefit({ benefit: other.id })}>{other.name}</Link></span>)}</p>}
        {one.excludedBy.length > 0 && <p>{t('benefits.policy.excludedBy')}{one.excludedBy.map((other) => <span key={other.id}> <Link href={paths.benefit({ benefit: other.id })}>{other.name}</Link></span>)}</p>}
        <details className="tb-fold">
          <summary>{t('benefits.policy.rule')}</summary>
          <p className="tb-muted">{t('benefits.policy.amountSince', { day: format.date(one.amountSince) })}</p>
          <p><code>{one.amount}</code></p>
          <ul>{one.conditions.map((condition) => <li key={condition.id}><code>{condition.rule}</code></li>)}</ul>
        </details>
      </div>
    </Card>
  )
}
