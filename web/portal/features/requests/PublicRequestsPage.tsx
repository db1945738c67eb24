// What others reported and what became of it, without personal data: words, class and district to narrow by, all in the address.
// Public; seconding and following need a login.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { classesQuery, publicQuery } from './queries.ts'
import './requests.css'

export const title = () => t('requests.public.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const filter = { q: search.get('q') ?? '', category: search.get('category') ?? '', region: search.get('region') ?? '' }
  const [words, setWords] = useState(filter.q)
  const { data: classes = [] } = useQuery(classesQuery)
  const { data: served } = useQuery(regionsQuery)
  const { data, isPending, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(publicQuery(filter))
  const found = data?.pages.flatMap(({ requests }) => requests) ?? []
  const show = (part: Partial<typeof filter>) => setSearch(new URLSearchParams(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== '')))
  return (
    <div className="tb-page tb-stack">
      <div className="tb-columns">
        <header>
          <h1>{t('requests.public.title')}</h1>
          <p>{t('requests.public.lead')}</p>
        </header>
        <aside><LinkButton href={paths.newRequest()} block>{t('requests.public.mine')}</LinkButton></aside>
        <div className="tb-stack">
          <div className="request-filters">
            <SearchBox label={t('requests.public.find')} placeholder={t('requests.public.placeholder')} value={words} onChange={setWords} onSubmit={(q) => show({ q })} />
            <Select label={t('requests.public.category')} emptyIsAll placeholder={t('requests.public.anyCategory')} value={filter.category} onChange={(category) => show({ category })} options={classes.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
            <Select label={t('requests.public.district')} emptyIsAll placeholder={t('requests.public.anyDistrict')} value={filter.region} onChange={(region) => show({ region })} options={(served?.regions ?? []).filter(({ code, level }) => level === 'district' && code.length === 6).map(({ code, name }) => ({ value: code, label: textIn(name) }))} />
          </div>
          {isPending && <Loading lines={6} />}
          {error && <ErrorState onRetry={() => void refetch()} retrying={isFetching} />}
          {data && found.length === 0 && <EmptyState icon="search" title={t('requests.public.none')}><p>{t('requests.public.noneText')}</p></EmptyState>}
          {found.length > 0 && (
            <Card>
              <ul className="request-list">
                {found.map((one) => (
                  <li key={one.id}>
                    <Link href={paths.publicRequest({ request: one.id })}>{one.title}</Link>
                    <p className="tb-muted">{[t(`requests.kinds.${one.kind}`), one.categoryName && textIn(one.categoryName), one.regionName && textIn(one.regionName), t('requests.public.answered', { unit: one.unit ? textIn(one.unit.name) : '', date: format.instant(one.publishedAt) })].filter(Boolean).join(' · ')}</p>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {hasNextPage && <div><Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('ui.pages.more')}</Button></div>}
        </div>
      </div>
    </div>
  )
}
