// The opinion sheet as the applicant reads it: what each department found, with its photos, what it comes to; a comment and a signature.
// What has to be put right is reported from here.
import { useState } from 'react'
import { isClosed } from '../../../../server/modules/site-visits/visit.ts'
import { addressOf, api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { isLongEnough, SignaturePad, type Strokes } from '../../../ui/SignaturePad.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { Visit, VisitPart } from './queries.ts'
import { useVisitChange } from './useVisitChange.ts'

export const partTones: Record<VisitPart['state'], Tone> = { asked: 'neutral', confirmed: 'neutral', left: 'neutral', absent: 'neutral', passed: 'success', failed: 'danger', rectifying: 'warning' }

export function SheetPart({ application, visit }: { application: string; visit: Visit }) {
  const t = useT()
  return (
    <section className="tb-stack">
      <h3>{t('visits.sheet.title')}</h3>
      {visit.parts.map((part) => <Part key={part.caseId} application={application} visit={visit} part={part} />)}
      {visit.can.includes('signSheet') && <SignForm application={application} visit={visit} />}
      {isClosed(visit.state) && (
        <>
          {visit.comment && <p>{t('visits.sheet.commented', { comment: visit.comment })}</p>}
          <p className="tb-muted">{visit.signedAt ? t('visits.sheet.signed', { time: formatMoment(visit.signedAt, thisYear()) }) : t('visits.sheet.unsigned')} {t('visits.sheet.document')}</p>
        </>
      )}
    </section>
  )
}

function Part({ application, visit, part }: { application: string; visit: Visit; part: VisitPart }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <div className="visits-part">
      <h4>{textIn(part.authorityName)} <Chip tone={partTones[part.state]}>{t(`visits.sheet.states.${part.state}`)}</Chip></h4>
      {part.signedAt === null ? <p className="tb-muted">{t(part.blank ? 'visits.sheet.waiting' : `visits.sheet.states.${part.state}`)}</p> : <Findings visit={visit} part={part} />}
      {part.rectifying && <Rectify application={application} visit={visit} part={part} />}
    </div>
  )
}

function Findings({ visit, part }: { visit: Visit; part: VisitPart }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <>
      <ul className="visits-findings">
        {part.items.map(({ id, text, unit }) => {
          const found = part.findings[id]
          return (
            <li key={id}>
              {textIn(text)}：<b>{found?.verdict ? t(`visits.sheet.verdicts.${found.verdict}`) : ''}</b>
              {found?.measure && unit && <> · {t('visits.sheet.measure', { value: found.measure, unit: textIn(unit) })}</>}
              {found?.words && <> · {found.words}</>}
              {part.photos.filter(({ item }) => item === id).map((photo, index) => (
                <a key={photo.id} href={addressOf('getMyVisitPhoto', { id: visit.id, photo: photo.id })} target="_blank" rel="noreferrer">{t('visits.sheet.photo', { n: index + 1 })}</a>
              ))}
            </li>
          )
        })}
      </ul>
      {part.note && <p>{t('visits.sheet.note', { note: part.note })}</p>}
      <p className="tb-muted">{t('visits.sheet.signedBy', { name: part.signedBy ?? '', time: formatMoment(part.signedAt ?? '', thisYear()) })}</p>
    </>
  )
}

const longest = 2000

function SignForm({ application, visit }: { application: string; visit: Visit }) {
  const t = useT()
  const format = useFormat()
  const [comment, setComment] = useState('')
  const [strokes, setStrokes] = useState<Strokes>([])
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const signed = isLongEnough(strokes) || typed.trim() === visit.applicant
  const sign = useVisitChange(application, () => api('signVisitSheet', { params: { id: visit.id }, body: { comment: comment.trim(), strokes, typed: typed.trim() } }))
  return (
    <>
      {visit.signBy && <p>{t('visits.sheet.signBy', { day: format.day(visit.signBy) })}</p>}
      <TextArea label={t('visits.sheet.comment')} optional hint={t('visits.sheet.commentHint')} rows={3} limit={longest} value={comment} onChange={setComment} />
      <SignaturePad label={t('visits.sheet.pad')} hint={t('visits.sheet.padHint')} clear={t('visits.sheet.clear')} strokes={strokes} onChange={setStrokes} error={tried && !signed ? t('visits.sheet.short') : undefined} />
      <TextInput label={t('visits.sheet.typed')} optional width="medium" value={typed} onChange={setTyped} autoComplete="name" />
      {sign.error !== null && <Notice tone="danger" live="assertive">{messageOf(sign.error) ?? t('visits.failed')}</Notice>}
      <div><Button busy={sign.isPending} onClick={() => (signed ? sign.mutate(undefined) : setTried(true))}>{t('visits.sheet.sign')}</Button></div>
    </>
  )
}

function Rectify({ application, visit, part }: { application: string; visit: Visit; part: VisitPart }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const short = text.trim().length < 2
  const report = useVisitChange(application, () => api('reportRectified', { params: { id: visit.id, case: part.caseId }, body: { text: text.trim() } }))
  return (
    <Notice tone="attention" title={t('visits.rectify.title', { authority: textIn(part.authorityShortName), day: format.day(part.rectifyOn ?? '') })}>
      <p>{t('visits.rectify.clock')}</p>
      {part.rectified ? <p role="status">{t('visits.rectify.sent', { text: part.rectified.text })}</p> : (
        <div className="tb-stack">
          <TextArea label={t('visits.rectify.text')} rows={2} limit={1000} value={text} onChange={setText} error={tried && short ? t('visits.short') : undefined} />
          {report.error !== null && <Notice tone="danger" live="assertive">{messageOf(report.error) ?? t('visits.failed')}</Notice>}
          <div><Button busy={report.isPending} onClick={() => (short ? setTried(true) : report.mutate(undefined))}>{t('visits.rectify.report')}</Button></div>
        </div>
      )}
    </Notice>
  )
}
