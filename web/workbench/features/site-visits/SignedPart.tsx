// A signed part of the sheet, as all authorities and the applicant see it; with something to be put right, the second look is recorded here.
import { useState } from 'react'
import { addressOf, api } from '../../../api/client.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useStep } from './ArrangeCard.tsx'
import type { Part, Visit } from './queries.ts'
import { partTones } from './standing.tsx'

export function SignedPart({ visit, part }: { visit: Visit; part: Part }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card title={textIn(part.authorityName)} aside={<Chip tone={partTones[part.state]}>{t(`visit-desk.parts.${part.state}`)}</Chip>}>
      <div className="tb-stack">
        <ul className="visits-findings">
          {part.items.map(({ id, text, unit }) => {
            const found = part.findings[id]
            return (
              <li key={id}>
                {textIn(text)}：<b>{found?.verdict ? t(`visit-desk.sheet.verdicts.${found.verdict}`) : ''}</b>
                {found?.measure && unit && <> · {found.measure} {textIn(unit)}</>}
                {found?.words && <> · {found.words}</>}
                {part.photos.filter(({ item }) => item === id).map((photo, index) => (
                  <a key={photo.id} href={addressOf('getVisitPhoto', { id: visit.id, photo: photo.id })} target="_blank" rel="noreferrer">{t('visit-desk.sheet.photo', { n: index + 1 })}</a>
                ))}
              </li>
            )
          })}
        </ul>
        {part.note && <p>{part.note}</p>}
        <p className="tb-muted">{t('visit-desk.sheet.signedBy', { name: part.signedBy ?? '', time: formatMoment(part.signedAt ?? '', thisYear()) })}</p>
        {part.rectifying && <Recheck visit={visit} part={part} />}
      </div>
    </Card>
  )
}

function Recheck({ visit, part }: { visit: Visit; part: Part }) {
  const t = useT()
  const [verdict, setVerdict] = useState('')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const short = words.trim().length < 2
  const check = useStep(visit, () => api('recheckVisitPart', { params: { id: visit.id, case: part.caseId }, body: { revision: part.revision, passed: verdict === 'passed', words: words.trim() } }))
  return (
    <>
      <Notice tone={part.rectified ? 'attention' : 'neutral'} compact>{part.rectified ? t('visit-desk.sheet.rectified', { text: part.rectified.text, time: formatMoment(part.rectified.at, thisYear()) }) : t('visit-desk.sheet.notRectified')}</Notice>
      {part.own && (
        <form
          className="tb-stack"
          aria-label={t('visit-desk.do.recheck')}
          onSubmit={(event) => {
            event.preventDefault()
            if (short || verdict === '') setTried(true)
            else check.mutate(undefined)
          }}
        >
          <RadioGroup inline label={t('visit-desk.do.recheck')} value={verdict} onChange={setVerdict} options={[{ value: 'passed', label: t('visit-desk.sheet.passed') }, { value: 'failed', label: t('visit-desk.sheet.failed') }]} error={tried && verdict === '' ? t('visit-desk.do.recheck') : undefined} />
          <TextArea label={t('visit-desk.sheet.found')} rows={2} limit={1000} value={words} onChange={setWords} error={tried && short ? t('visit-desk.do.reasonsShort') : undefined} />
          {check.error !== null && <Notice tone="danger" live="assertive">{codeOf(check.error) === 'conflict' ? t('visit-desk.sheet.clash') : (messageOf(check.error) ?? t('visit-desk.do.failed'))}</Notice>}
          <div><Button type="submit" busy={check.isPending}>{t('visit-desk.do.send')}</Button></div>
        </form>
      )}
    </>
  )
}
