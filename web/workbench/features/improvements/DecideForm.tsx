// What a designer decides about a guide people rated poorly: dealt with, by which change; set aside; open again. Always with a sentence.
// Before and after are counted from the release of the edition named.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { ImprovementDetail } from './queries.ts'

const shortest = 2

export function DecideForm({ one: { of, page, region, revision, can, editions } }: { one: ImprovementDetail }) {
  const t = useT()
  const format = useFormat()
  const [step, setStep] = useState(can[0] ?? 'reopen')
  const [note, setNote] = useState('')
  const [edition, setEdition] = useState(String(editions[0]?.number ?? ''))
  const deciding = useChange(
    () => api('decideImprovement', { body: { of, page, region, step, revision, note: note.trim(), edition: step === 'deal' && edition !== '' ? Number(edition) : null } }),
    async () => {
      toast(t('improvement-desk.form.saved'))
      await queryClient.invalidateQueries({ queryKey: ['improvements'] })
    },
  )
  return (
    <Card title={t('improvement-desk.form.title')}>
      <div className="tb-stack">
        <RadioGroup label={t('improvement-desk.form.step')} labelHidden value={step} onChange={(chosen) => setStep(can.find((each) => each === chosen) ?? step)} options={can.map((each) => ({ value: each, label: t(`improvement-desk.steps.${each}`) }))} />
        {step === 'deal' && editions.length > 0 && (
          <Select
            label={t('improvement-desk.form.edition')} hint={t('improvement-desk.form.hint')} value={edition} onChange={setEdition} emptyIsAll placeholder={t('improvement-desk.form.noEdition')}
            options={editions.map(({ number, title, releasedAt }) => ({ value: String(number), label: t('improvement-desk.form.editionOption', { n: number, title, day: format.date(plainDateOf(releasedAt)) }) }))}
          />
        )}
        <TextInput label={t(`improvement-desk.form.notes.${step}`)} required value={note} onChange={setNote} maxLength={500} />
        {deciding.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(deciding.error) ?? t('improvement-desk.form.failed')}</p></Notice>}
        <p><Button busy={deciding.isPending} disabledReason={note.trim().length < shortest ? t('improvement-desk.form.needNote') : undefined} onClick={() => deciding.mutate()}>{t('improvement-desk.form.save')}</Button></p>
      </div>
    </Card>
  )
}
