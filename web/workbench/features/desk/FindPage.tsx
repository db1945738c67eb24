// Finding a case by anything in it, among all one may see; where the words were found is shown with each case. They may be the number of
// somebody, so they stand in the history of this tab and not in the address. The server records who asked for a number; that is said here.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { stateTones } from '../cases/case-view.ts'
import { findPageQuery, type Found } from './queries.ts'
import './desk.css'

const textIn = (state: unknown): string => (typeof state === 'object' && state !== null && 'q' in state ? String(state.q) : '')

/** Links made by hand may still hold words. */
const asked = ({ state, search }: { state: unknown; search: string }): string => (textIn(state) || (new URLSearchParams(search).get('q') ?? '')).trim().slice(0, 100)

export const title = () => t('desk.find.title')

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const q = asked(useLocation())
  const [typed, setTyped] = useState(q)
  const { data, isPending, isError, refetch } = useQuery(findPageQuery(q))
  return (
    <div className="tb-page desk-page tb-stack">
      <div>
        <h1>{t('desk.find.title')}</h1>
        <p className="tb-muted">{t('desk.find.lead')}</p>
      </div>
      <SearchBox label={t('desk.find.label')} value={typed} onChange={setTyped} onSubmit={() => void navigate(paths.workbenchFind(), { state: { q: typed.trim() } })} autoFocus={q === ''} />
      {q === '' ? <EmptyState icon="search" title={t('desk.find.ask')} /> : isError ? <ErrorState onRetry={() => void refetch()} /> : isPending ? <Loading lines={6} /> : (
        <>
          {data.lookUp && <Notice compact tone="neutral">{t('desk.find.recorded')}</Notice>}
          {data.cases.length === 0 ? (
            <EmptyState icon="search" title={t('desk.find.none')}><p>{t('desk.find.noneText')}</p></EmptyState>
          ) : (
            <section aria-label={t('desk.find.title')}>
              <p role="status">{data.more ? t('desk.find.more', { n: data.cases.length }) : t('desk.find.count', { n: data.cases.length })}</p>
              <ul className="desk-found">{data.cases.map((one) => <FoundCase key={one.id} one={one} />)}</ul>
            </section>
          )}
        </>
      )}
    </div>
  )
}

function FoundCase({ one }: { one: Found }) {
  const t = useT()
  return (
    <li>
      <div className="tb-row">
        <Link href={paths.workbenchCase({ case: one.id })}><b>{one.serviceName} · {one.applicant}</b></Link>
        <Chip tone={stateTones[one.state]}>{t(`cases.state.${one.state}`)}</Chip>
        {one.news !== 'none' && <Chip tone={one.news === 'changed' ? 'attention' : 'azure'}>{t(`desk.news.${one.news}`)}</Chip>}
      </div>
      <small className="tb-muted">{one.number} · {one.authorityName} · {one.matterName}</small>
      {one.matches.length > 0 && (
        <ul className="desk-matches">
          {one.matches.map(({ name, text }) => <li key={name}><span className="tb-muted">{name}</span> {text === '' ? t('desk.find.secret') : text}</li>)}
        </ul>
      )}
    </li>
  )
}
