// One authority's part of the opinion sheet, filled in on the spot: each point with a finding, words, a measure, photos; then signed.
// The worst finding is what it comes to.
import { useState } from 'react'
import { lacksOf, verdictOf } from '../../../../server/modules/site-visits/part.ts'
import { api } from '../../../api/client.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { useStep } from './ArrangeCard.tsx'
import { Photos } from './Photos.tsx'
import type { Part, Visit } from './queries.ts'
import { blank, useSheetPart } from './useSheetPart.ts'

const verdicts = ['pass', 'rectify', 'fail', 'na'] as const
const longest = 1000

export function SheetForm({ visit, part }: { visit: Visit; part: Part }) {
  const t = useT()
  const textIn = useTextIn()
  const sheet = useSheetPart(visit, part)
  const [rectifyOn, setRectifyOn] = useState('')
  const [attempt, setAttempt] = useState(0)
  const fieldId = (item: string, what: string) => `visit-${part.caseId}-${item}-${what}`
  const photos: Record<string, number> = {}
  for (const { item } of part.photos) photos[item] = (photos[item] ?? 0) + 1
  const nameOf = (item: string) => textIn(part.items.find(({ id }) => id === item)?.text ?? { 'zh-CN': item })
  const verdict = verdictOf(part.items, sheet.findings)
  const rectifies = verdict === 'rectify'
  const lacks = lacksOf(part.items, sheet.findings, photos).map(({ item, lacks: what }) => ({ field: fieldId(item, what), message: t(`visit-desk.sheet.lacks.${what}`, { item: nameOf(item) }) }))
  const problems = [...lacks, ...(rectifies && !/^\d{4}-\d{2}-\d{2}$/.test(rectifyOn) ? [{ field: fieldId('all', 'rectifyOn'), message: t('visit-desk.sheet.rectifyShort') }] : [])]
  const errorOf = (field: string) => (attempt > 0 ? problems.find((each) => each.field === field)?.message : undefined)
  const sign = useStep(visit, () => api('signVisitPart', { params: { id: visit.id, case: part.caseId }, body: { revision: sheet.revisionNow(), ...(rectifies ? { rectifyOn } : {}) } }))
  const complete = part.items.every(({ id }) => sheet.findings[id]?.verdict)
  const send = async () => {
    setAttempt(attempt + 1)
    if (problems.length === 0 && (!sheet.dirty || (await sheet.save()))) sign.mutate(undefined)
  }
  return (
    <Card title={`${t('visit-desk.sheet.title')} · ${textIn(part.authorityShortName)}`} aside={<span role="status">{sheet.state === 'saved' ? t('visit-desk.sheet.saved') : sheet.state === 'saving' ? t('visit-desk.sheet.saving') : sheet.state === 'onDevice' ? t('visit-desk.sheet.onDevice') : ''}</span>}>
      <div className="tb-stack">
        <p className="tb-muted">{t('visit-desk.sheet.lead')}</p>
        {sheet.state === 'clash' && (
          <Notice tone="warning" live="assertive" title={t('visit-desk.sheet.clash')}>
            <div className="tb-row">
              <Button variant="ghost" onClick={() => void sheet.settle(true)}>{t('visit-desk.sheet.mine')}</Button>
              <Button variant="quiet" onClick={() => void sheet.settle(false)}>{t('visit-desk.sheet.theirs')}</Button>
            </div>
          </Notice>
        )}
        {attempt > 0 && problems.length > 0 && <ErrorSummary errors={problems} attempt={attempt} />}
        {part.items.map((item) => {
          const found = sheet.findings[item.id] ?? blank
          const applies = found.verdict !== 'na'
          return (
            <fieldset key={item.id} className="visits-item">
              <legend>{textIn(item.text)}</legend>
              <p className="tb-muted">{t('visit-desk.sheet.basis', { law: `《${item.legalBasis.title}》${item.legalBasis.article ?? ''}` })}</p>
              <RadioGroup
                id={fieldId(item.id, 'verdict')} inline label={t('visit-desk.sheet.verdict')} value={found.verdict ?? ''} error={errorOf(fieldId(item.id, 'verdict'))}
                onChange={(value) => sheet.put(item.id, { verdict: verdicts.find((each) => each === value) ?? null })} options={verdicts.map((value) => ({ value, label: t(`visit-desk.sheet.verdicts.${value}`) }))}
              />
              {applies && item.needs.includes('measure') && <TextInput id={fieldId(item.id, 'measure')} label={t('visit-desk.sheet.measure', { unit: textIn(item.unit ?? { 'zh-CN': '' }) })} inputMode="decimal" width="short" maxLength={20} value={found.measure} onChange={(measure) => sheet.put(item.id, { measure })} error={errorOf(fieldId(item.id, 'measure'))} />}
              {(found.verdict === 'rectify' || found.verdict === 'fail' || found.words !== '') && <TextArea id={fieldId(item.id, 'words')} label={t('visit-desk.sheet.words')} rows={2} limit={longest} value={found.words} onChange={(words) => sheet.put(item.id, { words })} error={errorOf(fieldId(item.id, 'words'))} />}
              {applies && item.needs.includes('photo') && <Photos id={fieldId(item.id, 'photo')} visit={visit} part={part} item={item.id} begun={sheet.begun} error={errorOf(fieldId(item.id, 'photo'))} />}
            </fieldset>
          )
        })}
        <TextArea label={t('visit-desk.sheet.note')} optional rows={2} limit={2000} value={sheet.note} onChange={sheet.write} />
        {rectifies && <DateInput id={fieldId('all', 'rectifyOn')} label={t('visit-desk.sheet.rectifyOn')} value={rectifyOn} onChange={setRectifyOn} min={visit.slot.day} error={errorOf(fieldId('all', 'rectifyOn'))} />}
        {complete && <p><b>{t(`visit-desk.sheet.outcome.${verdict}`)}</b></p>}
        {sign.error !== null && <Notice tone="danger" live="assertive">{codeOf(sign.error) === 'conflict' ? t('visit-desk.sheet.clash') : (messageOf(sign.error) ?? t('visit-desk.do.failed'))}</Notice>}
        <div>
          <Button busy={sign.isPending} onClick={() => void send()}>{t('visit-desk.sheet.sign')}</Button>
          <p className="tb-muted">{t('visit-desk.sheet.signSure')}</p>
        </div>
      </div>
    </Card>
  )
}
