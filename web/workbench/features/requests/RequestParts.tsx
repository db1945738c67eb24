// The parts of a request in the middle column, each a card: words and photos, what was understood, what belongs to it, answers, clock, history.
// Words stand exactly as they were typed, but for what the server masks.
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { gradeNames, grades, type Grade } from '../../../../server/modules/ratings/grade.ts'
import { isRunning } from '../../../../server/modules/requests/request.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { MapView } from '../../../shared/map/MapView.tsx'
import { thisYear } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { RequestSupervision } from '../supervision/CaseSupervision.tsx'
import { AnswersCard } from './AnswersCard.tsx'
import { mapQuery, type DeskRequest } from './queries.ts'
import { Files } from './RequestFiles.tsx'
import { SimilarCard } from './SimilarCard.tsx'
import { Together } from './Together.tsx'
import { UnderstoodCard } from './UnderstoodCard.tsx'

export function RequestParts({ one }: { one: DeskRequest }) {
  return (
    <>
      {(one.mark > 1 || one.round > 1) && <RequestSupervision requestId={one.id} />}
      <Story one={one} />
      <AnswersCard one={one} />
      <Together one={one} />
      <UnderstoodCard one={one} />
      <SimilarCard one={one} />
      <ClockCard one={one} />
      <History one={one} />
    </>
  )
}

function Story({ one }: { one: DeskRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const [open, setOpen] = useState(false)
  const { address, lat, lng } = one.place
  const pin = lat !== undefined && lng !== undefined ? { lat, lng } : undefined
  const contact = [one.contact.name, one.contact.phone, one.contact.email].filter(Boolean).join(' · ')
  const from = one.files.filter(({ ofAnswer }) => !ofAnswer)
  return (
    <Card title={t('request-desk.story.title')}>
      <div className="tb-stack">
        <p className="request-words">{one.text}</p>
        <KeyValue
          items={[
            {
              id: 'place', label: t('request-desk.story.place'), value: [address, textIn(one.regionName)].filter(Boolean).join(' · '),
              ...(pin ? { aside: <Button variant="plain" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'request-desk.story.mapHide' : 'request-desk.story.mapShow')}</Button> } : {}),
            },
            { id: 'contact', label: t('request-desk.story.contact'), value: one.masked ? t('request-desk.story.hidden') : contact || t('request-desk.story.anonymous') },
            ...(from.length > 0 ? [{ id: 'files', label: t('request-desk.story.files'), value: <Files id={one.id} files={from} /> }] : []),
          ]}
        />
        {open && pin && <PlaceMap pin={pin} />}
      </div>
    </Card>
  )
}

function PlaceMap({ pin }: { pin: { lat: number; lng: number } }) {
  const t = useT()
  const { data } = useQuery(mapQuery)
  if (!data) return null
  return <MapView failed={t('request-desk.story.mapFailed')} label={t('request-desk.story.map')} zoomLabels={{ in: t('request-desk.story.zoomIn'), out: t('request-desk.story.zoomOut') }} outlines={data.outlines} tiles={data.tiles} pin={pin} />
}

function ClockCard({ one }: { one: DeskRequest }) {
  const t = useT()
  const format = useFormat()
  const marks = [undefined, t('request-desk.clock.near'), t('request-desk.clock.overdue'), t('request-desk.clock.triple')]
  return (
    <Card title={t('request-desk.clock.title')} aside={<Chip>{t(`request-desk.urgency.${one.urgency}`)}</Chip>}>
      {isRunning(one.state) ? (
        <>
          <p><b>{one.dueAt ? t('request-desk.clock.due', { time: format.instant(one.dueAt) }) : t('request-desk.clock.unknown')}</b> {marks[one.mark] && <Chip tone={one.mark > 1 ? 'danger' : 'warning'}>{marks[one.mark]}</Chip>}</p>
          {one.extendedDays > 0 && <p>{t('request-desk.clock.extended', { n: one.extendedDays })}</p>}
          {one.timeAsked && <p>{t('request-desk.clock.asked', { name: one.timeAsked.by, n: one.timeAsked.days })}：{one.timeAsked.why}</p>}
          <p className="tb-muted">{t('request-desk.clock.still')}</p>
        </>
      ) : <p className="tb-muted">{t('request-desk.clock.stopped')}</p>}
    </Card>
  )
}

const nameIn = (detail: Readonly<Record<string, unknown>>, key: string): { line: string; region: string } | undefined => {
  const value = detail[key]
  return typeof value === 'object' && value !== null && 'line' in value && 'region' in value ? { line: String(value.line), region: String(value.region) } : undefined
}

function History({ one }: { one: DeskRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const year = thisYear()
  const known = [one.unit, ...one.returnedBy, ...one.helpers.map(({ unit }) => unit), one.listed?.unit].flatMap((unit) => unit ?? [])
  const unitName = (detail: DeskRequest['history'][number]['detail']) => {
    const unit = nameIn(detail, 'unit') ?? nameIn(detail, 'suggested')
    const found = unit && known.find(({ line, region }) => line === unit.line && region === unit.region)
    return found ? textIn(found.name) : (unit?.line ?? '')
  }
  return (
    <Card title={t('request-desk.history.title')}>
      <Timeline
        label={t('request-desk.history.title')}
        items={one.history.toReversed().map(({ action, actorName, actorKind, at, detail, words }, index) => ({
          id: String(index), dateTime: at, time: formatMoment(at, year),
          text: <>{t(`request-desk.history.${action}`, { unit: unitName(detail), name: actorName, grade: typeof detail['grade'] === 'string' && isGrade(detail['grade']) ? textIn(gradeNames[detail['grade']]) : '' })} <span className="tb-muted">{actorKind === 'system' ? t('request-desk.history.system') : actorName || t('request-desk.history.reporter')}</span></>,
          ...(words ? { detail: <span className="request-words">{words}</span> } : {}),
        }))}
      />
    </Card>
  )
}


const isGrade = (value: string): value is Grade => grades.some((each) => each === value)
