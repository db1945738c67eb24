// My credit: the grade and what it rests on, what would raise it, the account for care with its bills; the grades of companies I act for. Broken promises are drawn by the
// card that has them.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { ResidentGate } from '../my-data/ResidentGate.tsx'
import { CreditCard } from '../undertakings/CreditCard.tsx'
import { AccountCard } from './AccountCard.tsx'
import { BillsCard } from './BillsCard.tsx'
import { CompaniesPart } from './CompaniesPart.tsx'
import { creditQuery, type Credit } from './queries.ts'

export const title = () => t('credit.title')

export function Component() {
  const t = useT()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <Breadcrumbs items={[{ label: t('my-data.title'), href: paths.myData() }, { label: t('credit.title') }]} />
        <h1>{t('credit.title')}</h1>
        <p>{t('credit.lead')}</p>
      </header>
      <ResidentGate><Mine /></ResidentGate>
      <SignedOutDialog />
    </div>
  )
}

function Mine() {
  const { data, error, refetch, isFetching } = useQuery(creditQuery)
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  return (
    <>
      <GradeCard credit={data} />
      <CreditCard />
      <AccountCard credit={data} />
      <BillsCard bills={data.bills} />
      <CompaniesPart />
    </>
  )
}

function GradeCard({ credit: { grade, grades, broken, late, remedies, legalBasis, exampleValues } }: { credit: Credit }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Card title={t('credit.grade.title', { name: textIn(grade.name) })} tone={remedies.length > 0 ? 'attention' : 'plain'}>
      <div className="tb-stack">
        <p>{textIn(grade.means)}</p>
        {broken + late === 0 ? <p>{t('credit.grade.nothing')}</p> : (
          <ul>
            {broken > 0 && <li>{t('credit.grade.broken', { n: broken })}</li>}
            {late > 0 && <li>{t('credit.grade.late', { n: late })}</li>}
          </ul>
        )}
        {remedies.map((remedy) => <Notice key={remedy} compact tone="neutral">{t(`credit.grade.${remedy}`)}</Notice>)}
        <b>{t('credit.grade.can')}</b>
        <ul>
          <li>{t(grade.promises ? 'credit.grade.promises.yes' : 'credit.grade.promises.no')}</li>
          <li>{grade.payLater > 0 ? t('credit.grade.payLater', { amount: format.money(grade.payLater) }) : t('credit.grade.noPayLater')}</li>
        </ul>
        <details className="tb-fold">
          <summary>{t('credit.grade.all')}</summary>
          <ul>{grades.map((each) => <li key={each.id}><b>{textIn(each.name)}</b> {textIn(each.means)}</li>)}</ul>
          {legalBasis.map((law) => <p key={law.title} className="tb-muted" lang="zh-CN">{t('credit.grade.law', { title: law.title })}</p>)}
          {exampleValues && <p className="tb-muted">{t('credit.grade.example')}</p>}
        </details>
      </div>
    </Card>
  )
}
