// Where it is: an address in words, my position with permission, a pin on a map. None of them is needed.
// What was recognised in the words is said, so that it can be put right.
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { MapView } from '../../../shared/map/MapView.tsx'
import { rounded } from '../../../shared/map/place.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { mapQuery, type StepProps } from './queries.ts'
import { longestAddress } from './written.ts'

const waitMs = 10_000

export function WhereStep({ writing: { written, write }, understood, errorOf }: StepProps) {
  const t = useT()
  const textIn = useTextIn()
  const [locating, setLocating] = useState<'busy' | 'failed'>()
  const [open, setOpen] = useState(written.at !== undefined)
  const locate = () => {
    if (!('geolocation' in navigator)) return setLocating('failed')
    setLocating('busy')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(undefined)
        setOpen(true)
        write({ at: rounded({ lat: coords.latitude, lng: coords.longitude }) })
      },
      () => setLocating('failed'),
      { enableHighAccuracy: true, timeout: waitMs },
    )
  }
  return (
    <>
      <TextInput id="address" label={t('requests.new.address')} optional hint={t('requests.new.addressHint')} maxLength={longestAddress} autoComplete="street-address" value={written.address} onChange={(address) => write({ address })} error={errorOf('address')} />
      {understood.regionName && <p className="tb-muted" role="status">{t('requests.new.addressRead', { place: textIn(understood.regionName) })}</p>}
      <div className="tb-row">
        <Button variant="ghost" busy={locating === 'busy'} onClick={locate}>{t(locating === 'busy' ? 'requests.new.hereBusy' : 'requests.new.here')}</Button>
        <Button variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'requests.new.map.hide' : 'requests.new.map.show')}</Button>
      </div>
      {locating === 'failed' && <Notice compact tone="warning" live="polite">{t('requests.new.hereFailed')}</Notice>}
      {open && <PinMap written={written} write={write} around={understood.region} />}
    </>
  )
}

function PinMap({ written, write, around }: Pick<StepProps['writing'], 'written' | 'write'> & { around: string | undefined }) {
  const t = useT()
  const { data, isError } = useQuery(mapQuery)
  if (isError) return <Notice compact tone="warning" live="polite">{t('requests.new.map.failed')}</Notice>
  return (
    <>
      {data && <MapView failed={t('requests.new.map.failed')} label={t('requests.new.map.label')} zoomLabels={{ in: t('requests.new.map.zoomIn'), out: t('requests.new.map.zoomOut') }} outlines={data.outlines} tiles={data.tiles} around={around} pin={written.at} onPin={(at) => write({ at })} />}
      <div className="tb-row">
        <span role="status">{written.at ? `${t('requests.new.map.pinned')} ${written.at.lat}, ${written.at.lng}` : t('requests.new.map.none')}</span>
        {written.at && <Button variant="plain" onClick={() => write({ at: undefined })}>{t('requests.new.map.remove')}</Button>}
      </div>
    </>
  )
}
