// The map itself, drawn by Leaflet; React owns only the element around it and says what changed.
// Everything on it is also said in words by the page: the map is never the only way.
import { circleMarker, divIcon, latLngBounds, map as createMap, marker, polygon, polyline, tileLayer, type LayerGroup, layerGroup, type Map } from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { boundsOf, outlinesOf, pointsOf, rounded, type MapOutline, type MapPoint } from './place.ts'

export interface MapProps {
  label: string
  outlines: readonly MapOutline[]
  /** Absent: the outlines alone, which every installation has. */
  tiles?: { url: string; attribution: string } | undefined
  /** Where to look first, GB/T 2260; everything when absent. */
  around?: string | undefined
  pin?: MapPoint | undefined
  /** Makes the map a choice: a press, or Enter, puts the pin there. */
  onPin?: (at: MapPoint) => void
  /** Other places worth seeing, with what they are. */
  marks?: readonly (MapPoint & { id: string; label: string })[]
  zoomLabels: { in: string; out: string }
}

const nearby = 16
const widest = 9
const closest = 19
const markRadius = 7
const pinSize = 28
/** From here on the names of roads and places have room. */
const namesFrom = 14
/** Lets the style sheet draw it, in the colours of the theme. */
const styledBy = (className: string) => ({ className, weight: 1, fillOpacity: 1 })

const corners = (points: readonly MapPoint[]) => {
  const found = boundsOf(points)
  return found && latLngBounds(found[0], found[1])
}

export function LeafletMap({ label, outlines, tiles, around, pin, onPin, marks, zoomLabels }: MapProps) {
  const element = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<Map>()
  const choose = useEffectEvent((at: MapPoint) => onPin?.(rounded(at)))
  const [zoomIn, zoomOut] = [zoomLabels.in, zoomLabels.out]

  useEffect(() => {
    if (!element.current) return
    const made = createMap(element.current, { minZoom: widest, maxZoom: closest, attributionControl: tiles !== undefined, zoomControl: false, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false })
    made.on('click', ({ latlng }) => choose(latlng))
    made.on('keydown', ({ originalEvent }) => {
      if (originalEvent.key !== 'Enter') return
      originalEvent.preventDefault()
      choose(made.getCenter())
    })
    const { current } = element
    made.on('zoomend', () => current.classList.toggle('map-near', made.getZoom() >= namesFrom))
    made.setView([22.55, 114.06], 11)
    setView(made)
    return () => {
      made.remove()
      setView(undefined)
    }
  }, [tiles])

  useEffect(() => {
    if (!view || !tiles) return
    const layer = tileLayer(tiles.url, { attribution: tiles.attribution, className: 'map-tiles' }).addTo(view)
    return () => void layer.remove()
  }, [view, tiles])

  useEffect(() => {
    if (!view) return
    const layer = drawOutlines(outlines).addTo(view)
    return () => void layer.remove()
  }, [view, outlines])

  useEffect(() => {
    if (!view) return
    const layer = layerGroup((marks ?? []).map((each) => circleMarker(each, { radius: markRadius, ...styledBy('map-mark') }).bindTooltip(each.label))).addTo(view)
    return () => void layer.remove()
  }, [view, marks])

  useEffect(() => {
    if (!view) return
    if (!pin) {
      const all = corners([...(marks ?? []), ...pointsOf(outlinesOf(outlines, around))])
      if (all) view.fitBounds(all, { animate: false, maxZoom: nearby })
      return
    }
    const layer = marker(pin, { icon: divIcon({ className: 'map-pin', html: '<span></span>', iconSize: [pinSize, pinSize], iconAnchor: [pinSize / 2, pinSize * 1.2] }), keyboard: false, interactive: false }).addTo(view)
    if (view.getZoom() < nearby - 1) view.setView(pin, nearby, { animate: false })
    else view.panTo(pin, { animate: false })
    return () => void layer.remove()
  }, [view, pin, outlines, around, marks])

  return (
    <>
      {/* The role tells screen readers to pass the arrow keys on. */}
      <div ref={element} className="map-canvas" role="application" aria-label={label} tabIndex={0} />
      {onPin && <span className="map-cross" aria-hidden="true" />}
      <div className="map-zoom">
        <button type="button" aria-label={zoomIn} onClick={() => view?.zoomIn()}>+</button>
        <button type="button" aria-label={zoomOut} onClick={() => view?.zoomOut()}>−</button>
      </div>
    </>
  )
}

function drawOutlines(outlines: readonly MapOutline[]): LayerGroup {
  return layerGroup(
    outlines.map(({ kind, name, rings }) => {
      const lines = rings.map((ring) => ring.map(([lng, lat]): [number, number] => [lat, lng]))
      const [first] = lines[0] ?? []
      if (kind === 'point' && first) return circleMarker(first, { radius: markRadius - 3, ...styledBy('map-spot'), interactive: false }).bindTooltip(name, { permanent: true, direction: 'right', className: 'map-name map-name-near' })
      const shape = kind === 'area' ? polygon(lines, { ...styledBy('map-area'), interactive: false }) : polyline(lines, { ...styledBy('map-line'), weight: 3, interactive: false })
      return shape.bindTooltip(name, { permanent: true, direction: 'center', className: kind === 'area' ? 'map-name' : 'map-name map-name-near' })
    }),
  )
}
