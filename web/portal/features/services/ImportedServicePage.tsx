// The guide page of an imported service: what the other platform says, marked as such, with what is doubtful in plain words.
// Its words are the other platform's and stay in Chinese; the way to the original page is never far.
import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { partFindings } from './doubts.ts'
import { ImportedBasics } from './ImportedBasics.tsx'
import { ImportedPhones } from './ImportedPhones.tsx'
import { importedServiceQuery, type ImportedGuide } from './queries.ts'
import './services.css'

export const loader = ({ params: { code = '' } }: LoaderFunctionArgs): Promise<ImportedGuide> => queryClient.ensureQueryData(importedServiceQuery(code))

export const title = (guide: ImportedGuide) => guide.name

export function Component() {
  const t = useT()
  const { code = '' } = useParams()
  const { data: guide } = useQuery(importedServiceQuery(code))
  if (!guide) return <Loading />
  return (
    <div className="tb-page">
      <Breadcrumbs items={[{ label: t('shell.nav.home'), href: paths.home() }, { label: t('services.browse.title'), href: paths.services() }, { label: guide.name }]} />
      <div className="tb-columns">
        <header>
          <h1 lang="zh-CN">{guide.name}</h1>
          <Origin guide={guide} />
        </header>
        <aside className="tb-stack" aria-label={t('services.imported.phones')}>
          <Ways guide={guide} />
          <ImportedPhones guide={guide} />
        </aside>
        <div className="tb-stack">
          <Doubts guide={guide} />
          <ImportedBasics guide={guide} />
          <Words heading={t('services.imported.materials')} items={guide.materials} none={t('services.imported.materialsNone')} numbered />
          <Words heading={t('services.imported.conditions')} items={guide.conditions} none={t('services.imported.conditionsNone')} />
          <Words heading={t('services.imported.places')} items={guide.locations} none={t('services.imported.placesNone')} />
          <Joint guide={guide} />
          <Repairs guide={guide} />
        </div>
      </div>
    </div>
  )
}

function useMonth(guide: ImportedGuide): string | undefined {
  const format = useFormat()
  return guide.takenOn === null ? undefined : format.month(guide.takenOn)
}

function Origin({ guide }: { guide: ImportedGuide }) {
  const t = useT()
  const date = useMonth(guide)
  return (
    <>
      <p className="tb-row guide-origin">
        <Chip tone="warning">{date ? t('services.imported.sourceOn', { date }) : t('services.imported.source')}</Chip>
        <span className="tb-muted" lang="zh-CN">{guide.authority.name}</span>
      </p>
      <p className="guide-summary">{date ? t('services.imported.noticeOn', { date }) : t('services.imported.notice')}</p>
    </>
  )
}

function Ways({ guide }: { guide: ImportedGuide }) {
  const t = useT()
  return (
    <Card>
      <div className="tb-stack">
        {guide.sourceUrl !== '' && <LinkButton href={guide.sourceUrl} rel="noreferrer" block>{t('services.imported.open')}</LinkButton>}
        {guide.online.url && guide.online.url !== guide.sourceUrl && <LinkButton href={guide.online.url} rel="noreferrer" variant="ghost" block>{t('services.imported.apply')}</LinkButton>}
        {guide.booking.url && <LinkButton href={guide.booking.url} rel="noreferrer" variant="ghost" block>{t('services.imported.book')}</LinkButton>}
      </div>
    </Card>
  )
}

function Doubts({ guide }: { guide: ImportedGuide }) {
  const t = useT()
  const { doubts } = partFindings(guide.warnings)
  if (doubts.length === 0) return null
  return (
    <Notice tone="warning" title={t('services.imported.doubts', { n: doubts.length })}>
      <ul className="guide-doubts">
        {doubts.map((code) => (
          <li key={code}>{t(`services.doubt.${code}`)}</li>
        ))}
      </ul>
      <p className="tb-muted">{t('services.imported.doubtsHint')}</p>
    </Notice>
  )
}

function Words({ heading, items, none, numbered }: { heading: string; items: readonly string[]; none: string; numbered?: boolean }) {
  const List = numbered ? 'ol' : 'ul'
  return (
    <Card title={heading}>
      {items.length === 0 && <p className="tb-muted">{none}</p>}
      {items.length === 1 && <p lang="zh-CN" className="guide-words">{items[0]}</p>}
      {items.length > 1 && (
        <List lang="zh-CN" className="guide-list" data-plain={!numbered || undefined}>
          {[...new Set(items)].map((item) => (
            <li key={item}>{item}</li>
          ))}
        </List>
      )}
    </Card>
  )
}

function Joint({ guide: { jointAuthorities, jointAuthoritiesText } }: { guide: ImportedGuide }) {
  const t = useT()
  if (jointAuthorities.length === 0 && !jointAuthoritiesText) return null
  return (
    <Card title={t('services.imported.joint')}>
      {jointAuthoritiesText && <p lang="zh-CN" className="guide-words">{jointAuthoritiesText}</p>}
      <ul lang="zh-CN" className="guide-list">
        {jointAuthorities.map(({ authority, level, steps }) => (
          <li key={`${authority}${level}`}>
            {authority}
            <small>{t('services.imported.jointSteps', { level, steps: steps.join('、') })}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Repairs({ guide }: { guide: ImportedGuide }) {
  const t = useT()
  const { repairs } = partFindings(guide.warnings)
  if (repairs.length === 0) return null
  return (
    <details className="guide-repairs">
      <summary>{t('services.imported.repairs', { n: repairs.length })}</summary>
      <ul lang="zh-CN">
        {repairs.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    </details>
  )
}
