// Rating a guide, as a whole or the part that is meant; designers see what people found unclear, long or hard.
import { useState } from 'react'
import { guideTags } from '../../../../server/modules/ratings/grade.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { RatingForm, type Said } from '../../../shared/rating/RatingForm.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'

const parts = ['conditions', 'documents', 'steps', 'fees', 'form'] as const

export function GuideForm({ of }: { of: string }) {
  const t = useT()
  const [part, setPart] = useState('')
  const rating = useChange((said: Said) => api('rate', { body: { kind: 'guide', id: of, ...(part === '' ? {} : { page: part }), ...said } }))
  if (rating.data) return <Notice tone="success" live="polite" title={t('ratings.form.thanks')}><p>{t('ratings.guide.thanks')}</p></Notice>
  return (
    <Card title={t('ratings.guide.title')}>
      <div className="tb-stack">
        <Select label={t('ratings.guide.part')} optional emptyIsAll value={part} onChange={setPart} placeholder={t('ratings.guide.whole')} options={parts.map((value) => ({ value, label: t(`ratings.guide.parts.${value}`) }))} />
        <RatingForm label={t('ratings.guide.how')} only={guideTags} onSend={rating.mutate} busy={rating.isPending} error={rating.error} />
      </div>
      <SignedOutDialog />
    </Card>
  )
}
