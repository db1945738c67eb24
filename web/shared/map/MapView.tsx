// A map over the outlines of the packs, with tiles where an address for them is configured: shows places, or lets one be chosen.
// Leaflet comes with the first map. With the keyboard: arrow keys move the map, plus and minus zoom, Enter puts the pin in the middle.
import { lazy, Suspense } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/States.tsx'
import type { MapProps } from './LeafletMap.tsx'
import './map.css'

type Props = MapProps & {
  /** Said in place of the map where it cannot be loaded, without a network for example. */
  failed: string
}

const NoMap = ({ failed }: Props) => <Notice compact tone="warning" live="polite">{failed}</Notice>

const LeafletMap = lazy(async () => {
  try {
    const { LeafletMap: Loaded } = await import('./LeafletMap.tsx')
    return { default: (props: Props) => <div className="map-frame"><Loaded {...props} /></div> }
  } catch {
    return { default: NoMap }
  }
})

export function MapView(props: Props) {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <LeafletMap {...props} />
    </Suspense>
  )
}
