// What a service asks otherwise in the place it is for, beside the place that took it in.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { Differences } from '../../../shared/Differences.tsx'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'

const placesQuery = queryOptions({ queryKey: ['places'], queryFn: ({ signal }) => api('listPlaces', {}, { signal }) })

/** The city of a place by name. */
const cityIn = (places: Reply<'listPlaces'>['places'], region: string) => places.find((place) => place.region.slice(0, 4) === region.slice(0, 4))?.name

export function DifferenceList({ one, here, there }: { one: Reply<'compareRegions'>['services'][number]; here: string; there: string }) {
  const t = useT()
  const textIn = useTextIn()
  const { data } = useQuery(placesQuery)
  const nameOf = (region: string): string => {
    const name = data && cityIn(data.places, region)
    return name ? textIn(name) : region
  }
  return <Differences one={one} here={nameOf(here)} there={nameOf(there)} caption={t('cross-region.differs', { here: nameOf(here) })} />
}
