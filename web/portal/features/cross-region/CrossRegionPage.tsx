// Services across cities: where one is, where the authority is, which matter; whether one can spare the journey, and what differs there.
// The choice stands in the address, so it can be sent on. What differs is compared by the server from what is in force in both places.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { messageOf } from '../../../shared/failure.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { mattersQuery } from '../matters/queries.ts'
import { ComparedService } from './ComparedService.tsx'
import { comparisonQuery, placesQuery } from './queries.ts'

export const loader = async () => {
  await Promise.all([queryClient.ensureQueryData(placesQuery), queryClient.ensureQueryData(mattersQuery)])
  return null
}

export const title = () => t('cross-region.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: { places, served } } = useSuspenseQuery(placesQuery)
  const { data: matters } = useSuspenseQuery(mattersQuery)
  const [search, setSearch] = useSearchParams()
  const chosen = { here: search.get('here') ?? '', there: search.get('there') ?? served[0] ?? '', matter: search.get('matter') ?? '' }
  const choose = (change: Partial<typeof chosen>) => setSearch({ ...chosen, ...change }, { replace: true, preventScrollReset: true })
  const cities = places.map(({ region, name }) => ({ value: region, label: textIn(name) }))
  const isChosen = chosen.here !== '' && chosen.there !== '' && chosen.matter !== ''
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('cross-region.title')}</h1>
        <p className="tb-muted">{t('cross-region.lead')}</p>
      </header>
      <Card title={t('cross-region.where.title')}>
        <div className="tb-stack">
          <Select label={t('cross-region.where.here')} placeholder={t('cross-region.where.choose')} value={chosen.here} onChange={(here) => choose({ here })} options={cities} />
          <Select label={t('cross-region.where.there')} placeholder={t('cross-region.where.choose')} value={chosen.there} onChange={(there) => choose({ there })} options={cities} />
          <Select label={t('cross-region.where.matter')} placeholder={t('cross-region.where.choose')} value={chosen.matter} onChange={(matter) => choose({ matter })} options={matters.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
        </div>
      </Card>
      {isChosen ? <Comparison {...chosen} applies={served.includes(chosen.there)} /> : <EmptyState icon="info" title={t('cross-region.where.pick')} />}
      <HongKong />
    </div>
  )
}

function Comparison({ here, there, matter, applies }: { here: string; there: string; matter: string; applies: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const { data: { places } } = useSuspenseQuery(placesQuery)
  const { data, error } = useQuery(comparisonQuery({ here, there, matter }))
  if (error) return <Notice tone="danger" live="assertive"><p>{messageOf(error)}</p></Notice>
  if (!data) return <Loading />
  const nameOf = (region: string): string => {
    const place = places.find((each) => each.region === region)
    return place ? textIn(place.name) : region
  }
  return (
    <>
      {data.services.map((one) => <ComparedService key={one.service} one={one} here={nameOf(here)} there={nameOf(there)} isSame={here === there} />)}
      {applies && <div><LinkButton href={paths.matter({ matter })}>{t('cross-region.ways.start')}</LinkButton></div>}
    </>
  )
}

/** The login of another jurisdiction, where the product has one. */
function HongKong() {
  const t = useT()
  const address = `/api/v1/login?provider=foreign&returnTo=${encodeURIComponent(paths.home())}`
  return (
    <Card title={t('cross-region.foreign.title')}>
      <div className="tb-stack">
        <p>{t('cross-region.foreign.text')}</p>
        <div><a className="tb-button" data-variant="quiet" href={address}>{t('cross-region.foreign.login')}</a></div>
      </div>
    </Card>
  )
}
