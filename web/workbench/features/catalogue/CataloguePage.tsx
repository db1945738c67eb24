// The catalogue for designers and operators, read-only: matters and their services as the packs define them for a place, findings of imports.
// Everything shown is what the running server uses, so it answers "why does the product do that".
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { FindingsView } from './FindingsView.tsx'
import { MatterView } from './MatterView.tsx'
import { Overview } from './Overview.tsx'
import { placeQuery, readPlace, type CataloguePlace } from './place.ts'
import { findingsQuery, matterQuery, mattersQuery, regionsQuery, type ListedMatter, type MatterDetail } from './queries.ts'
import { servicesOf } from './services-of.ts'
import { ServiceView } from './ServiceView.tsx'
import './catalogue.css'

export const loader = forStaff(async ({ request }) => {
  const place = readPlace(new URL(request.url).searchParams)
  await Promise.all([
    queryClient.ensureQueryData(findingsQuery),
    queryClient.ensureQueryData(mattersQuery(place.region)),
    queryClient.ensureQueryData(regionsQuery),
    place.matter && !place.imports ? queryClient.ensureQueryData(matterQuery(place.matter, place.region)) : undefined,
  ])
  return null
})

export const title = () => t('catalogue.title')

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const place = readPlace(search)
  const { data: matters = [] } = useQuery(mattersQuery(place.region))
  const { data: findings } = useQuery(findingsQuery)
  const { data: detail } = useQuery({ ...matterQuery(place.matter, place.region), enabled: place.matter !== '' && !place.imports })
  const isChosen = place.imports || place.matter !== ''
  return (
    <ThreeColumns narrow={isChosen ? 'main' : 'list'} listLabel={t('catalogue.list')} mainLabel={t('catalogue.title')} list={<>{!isChosen && <h1 className="tb-hidden">{t('catalogue.title')}</h1>}<List place={place} matters={matters} detail={detail} imported={findings?.services ?? 0} /></>}>
      <div className="catalogue-main tb-stack">
        {!isChosen && <Overview matters={matters} place={place} />}
        <div className="catalogue-back"><Link href={paths.workbenchCatalogue({}, placeQuery({ ...place, matter: '', service: '', imports: false }))}>{t('common.back')}</Link></div>
        {place.imports ? findings && <FindingsView findings={findings} /> : detail && <Detail place={place} detail={detail} />}
      </div>
    </ThreeColumns>
  )
}

function Detail({ place, detail }: { place: CataloguePlace; detail: MatterDetail }) {
  const t = useT()
  if (!place.service) return <MatterView detail={detail} place={place} />
  const service = detail.catalogue.services[place.service]
  return service ? <ServiceView service={service} detail={detail} place={place} /> : <EmptyState level={1} icon="search" title={t('shell.notFound.title')} />
}

interface ListProps {
  place: CataloguePlace
  matters: readonly ListedMatter[]
  detail: MatterDetail | undefined
  imported: number
}

function List({ place, matters, detail, imported }: ListProps) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { data: served } = useQuery(regionsQuery)
  const regions = (served?.regions ?? []).filter(({ level, code }) => code === served?.region || level === 'district')
  const at = (next: Partial<CataloguePlace>) => paths.workbenchCatalogue({}, placeQuery({ ...place, service: '', imports: false, ...next }))
  return (
    <nav className="catalogue-list" aria-label={t('catalogue.list')}>
      <Select label={t('catalogue.region')} hint={t('catalogue.regionHint')} value={place.region || (served?.region ?? '')} onChange={(region) => void navigate(at({ region, service: place.service }))} options={regions.map(({ code, name }) => ({ value: code, label: textIn(name) }))} />
      <ul>
        {matters.map((matter) => {
          const isOpen = matter.id === place.matter && !place.imports
          return (
            <li key={matter.id}>
              <Link href={at({ matter: matter.id })} aria-current={isOpen && !place.service ? 'page' : undefined}>
                <b>{textIn(matter.name)}</b>
                <small>{t('catalogue.services', { n: matter.services })}</small>
              </Link>
              {isOpen && detail && (
                <ul>
                  {servicesOf(detail).map((service) => (
                    <li key={service.id}>
                      <Link href={at({ matter: matter.id, service: service.id })} aria-current={service.id === place.service ? 'page' : undefined}>{textIn(service.name)}</Link>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
        <li>
          <Link href={at({ imports: true })} aria-current={place.imports ? 'page' : undefined}>
            <b>{t('catalogue.imports')}</b>
            <small>{t('catalogue.importsCount', { n: imported })}</small>
          </Link>
        </li>
      </ul>
    </nav>
  )
}
