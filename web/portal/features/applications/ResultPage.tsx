// A result as a document: to look at on a screen and to print on one sheet.
// It shows what the record says and how anybody can check it; it imitates no seal.
import { useEffect } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { loadTracking, useTracking, type Tracking, type TrackingPage } from './queries.ts'
import { OpenedOn } from './OpenedOn.tsx'
import { useOpening } from './receipts.ts'
import { ResultValue } from './ResultValue.tsx'
import './applications.css'

const findCase = ({ cases }: Tracking, result: string | undefined) => cases.find((one) => one.result?.id === result)

export async function loader({ params }: LoaderFunctionArgs) {
  const page = await loadTracking({ params })
  if (!findCase(page.tracking, params['result'])) throw Object.assign(new Error('no such result'), { status: 404 })
  return { ...page, result: params['result'] ?? '' }
}

export const title = ({ tracking, result }: TrackingPage & { result: string }) => textNow(findCase(tracking, result)?.result?.name ?? tracking.matterName)

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { tracking, catalogue } = useTracking()
  const one = findCase(tracking, useParams()['result'])
  const opening = useOpening(tracking.id)
  const opened = one?.result?.id
  useEffect(() => {
    if (opened !== undefined) opening(opened)
  }, [opened, opening])
  if (!one?.result) return null
  const { result } = one
  return (
    <div className="tb-page tb-page-text tb-stack">
      <div className="applications-screen">
        <Breadcrumbs items={[{ label: t('shell.nav.applications'), href: paths.applications() }, { label: textIn(tracking.matterName), href: paths.application({ application: tracking.id }) }, { label: textIn(result.name) }]} />
      </div>
      <article className="applications-document" data-standing={result.standing}>
        {result.standing !== 'valid' && result.standing !== 'corrected' && (
          <Notice tone={result.standing === 'replaced' ? 'neutral' : 'danger'} title={t(`licences.standing.${result.standing}`)}><p>{t(`applications.turns.${result.standing}`)}</p></Notice>
        )}
        <header>
          <p>{textIn(one.authorityName)}</p>
          <h1>{textIn(result.name)}</h1>
          <p className="applications-number">{t('applications.result.number', { number: result.number })}</p>
        </header>
        <KeyValue lines items={result.content.map((each) => ({ id: each.concept, label: textIn(each.name), value: <ResultValue value={each} catalogue={catalogue} unmasked /> }))} />
        <footer>
          <p>{textIn(one.authorityName)}</p>
          <p>{format.date(plainDateOf(result.issuedAt))}</p>
          {result.validUntil && <p>{t('licences.validUntil', { date: format.date(result.validUntil) })}</p>}
        </footer>
        <p className="tb-muted">{t('applications.result.check', { case: one.number })}</p>
      </article>
      <div className="applications-screen"><OpenedOn application={tracking.id} result={result.id} /></div>
      <div className="tb-row applications-screen">
        <Button onClick={() => window.print()}>{t('applications.result.print')}</Button>
      </div>
    </div>
  )
}
