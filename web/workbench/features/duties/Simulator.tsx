// Who would get this? A request in words, or a class and a place: the unit with its reasons, what comes next, and who else might have got it.
// Nothing is kept.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { MapView } from '../../../shared/map/MapView.tsx'
import type { MapPoint } from '../../../shared/map/place.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { AssignmentView } from './AssignmentView.tsx'
import { ClassFields } from './ClassFields.tsx'
import { outlinesOf } from './outlines.ts'
import { areasQuery, type RequestClass } from './queries.ts'

const longest = 1000

export function Simulator({ classes }: { classes: readonly RequestClass[] }) {
  const t = useT()
  const textIn = useTextIn()
  const [text, setText] = useState('')
  const [category, setCategory] = useState('')
  const [region, setRegion] = useState('')
  const [area, setArea] = useState('')
  const [date, setDate] = useState('')
  const [time, setTime] = useState('')
  const [pin, setPin] = useState<MapPoint>()
  const { data: served } = useQuery(regionsQuery)
  const { data: areas = [] } = useQuery(areasQuery)
  const at = date === '' ? undefined : `${date}T${/^\d{2}:\d{2}$/.test(time) ? time : '12:00'}:00+08:00`
  const attempt = useChange(() => api('simulateDuty', {
    body: { ...(text.trim() === '' ? {} : { text: text.trim() }), ...(category.split('/').length === 3 ? { category } : {}), ...(region === '' ? {} : { region }), ...(area === '' ? {} : { area }), ...(pin ? { lat: pin.lat, lng: pin.lng } : {}), ...(at === undefined ? {} : { at }) },
  }))
  const places = areas.filter(({ kind, region: within }) => kind !== 'division' && (region === '' || within.startsWith(region.replace(/(00)+$/, '')) || region.startsWith(within.replace(/(00)+$/, ''))))
  return (
    <div className="duties-try">
      <form className="tb-stack" onSubmit={(event) => { event.preventDefault(); attempt.mutate() }}>
        <p className="tb-muted">{t('duties.try.lead')}</p>
        <TextArea label={t('duties.try.text')} hint={t('duties.try.textHint')} rows={3} limit={longest} value={text} onChange={setText} />
        <div className="duties-fields">
          <ClassFields classes={classes} value={category} onChange={setCategory} none={t('duties.try.fromText')} />
          <Select label={t('duties.try.region')} value={region} onChange={(value) => { setRegion(value); setArea('') }} emptyIsAll placeholder={t('duties.try.fromText')} options={(served?.regions ?? []).map(({ code, name }) => ({ value: code, label: textIn(name) }))} />
          <Select label={t('duties.try.area')} value={area} onChange={setArea} emptyIsAll placeholder={t('duties.try.anyArea')} options={places.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
          <DateInput label={t('duties.try.date')} optional value={date} onChange={setDate} />
          {date !== '' && <TextInput label={t('duties.try.time')} width="short" placeholder="22:30" maxLength={5} value={time} onChange={setTime} />}
        </div>
        <PointField pin={pin} onPin={setPin} areas={areas} />
        <div className="tb-row"><Button type="submit" variant="primary" busy={attempt.isPending}>{t('duties.try.ask')}</Button></div>
        {attempt.isError && <Notice tone="danger" live="assertive">{t('duties.try.failed')}</Notice>}
      </form>
      <div aria-live="polite">{attempt.data && <Card><AssignmentView simulation={attempt.data} classes={classes} onGuess={(id) => { setCategory(id); }} /></Card>}</div>
    </div>
  )
}

function PointField({ pin, onPin, areas }: { pin: MapPoint | undefined; onPin: (at: MapPoint | undefined) => void; areas: Parameters<typeof outlinesOf>[0] }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <div className="tb-stack">
      <div className="tb-row">
        <Button variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('duties.try.mapHide') : t('duties.try.mapShow')}</Button>
        {pin && <span role="status">{t('duties.try.pinned', { lat: pin.lat, lng: pin.lng })}</span>}
        {pin && <Button variant="plain" onClick={() => onPin(undefined)}>{t('duties.try.unpin')}</Button>}
      </div>
      {open && <MapView label={t('duties.try.map')} failed={t('duties.try.mapFailed')} outlines={outlinesOf(areas)} pin={pin} onPin={onPin} zoomLabels={{ in: t('duties.try.zoomIn'), out: t('duties.try.zoomOut') }} />}
    </div>
  )
}
