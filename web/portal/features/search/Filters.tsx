// Facets of a search: types with their counts as links, the place, for whom. All that is chosen stands in the address.
// Counts are those without the type chosen. The place is remembered on this device for the next search, also that it is anywhere.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { rememberDistrict } from '../../../shared/district.ts'
import { searchQuery } from './queries.ts'
import { anybody, audienceOf, audiences, resultTypes, type Search } from './search-address.ts'

export function Filters({ search }: { search: Search }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { acting } = useSession()
  const { data: all } = useQuery(searchQuery({ ...search, type: undefined }))
  const { data: served } = useQuery(regionsQuery)
  const places = served?.regions.filter(({ level }) => level === 'city' || level === 'district') ?? []
  const counts = new Map(all?.groups.map(({ type, count }) => [type, count]))
  if (!search.type && !search.region && !search.audience && !all?.total) return null
  const types = resultTypes.filter((type) => counts.has(type) || type === search.type)
  return (
    <div className="search-filters">
      {(search.type || types.length > 1) && (
        <nav aria-label={t('search.type')}>
          {[undefined, ...types].map((type) => (
            <Link key={type ?? 'all'} href={paths.search({}, { ...search, type })} aria-current={type === search.type ? 'page' : undefined}>
              {type ? t(`search-box.types.${type}`) : t('search.all')} <small>{type ? (counts.get(type) ?? 0) : (all?.total ?? '')}</small>
            </Link>
          ))}
        </nav>
      )}
      <div className="search-choices">
        {places.length > 1 && (
          <Select
            label={t('search.place')}
            labelHidden
            emptyIsAll
            value={search.region ?? ''}
            placeholder={t('search.anywhere')}
            onChange={(region) => {
              rememberDistrict(region)
              void navigate(paths.search({}, { ...search, region }))
            }}
            options={places.map(({ code, name }) => ({ value: code, label: textIn(name) }))}
          />
        )}
        <Select
          label={t('search.audience')}
          labelHidden
          emptyIsAll
          value={audienceOf(search.audience, acting) ?? ''}
          placeholder={t('search.anybody')}
          onChange={(audience) => void navigate(paths.search({}, { ...search, audience: audience || (audienceOf(undefined, acting) && anybody) }))}
          options={audiences.map((audience) => ({ value: audience, label: t(`search.audiences.${audience}`) }))}
        />
      </div>
    </div>
  )
}
