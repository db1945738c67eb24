// What came out: the verdict in words with a sign, what was shown and nothing else, how fresh it is.
// The verdict never depends on colour alone.
import type { Checked } from '../../../../server/modules/presentations/checked.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now, thisYear } from '../../../shared/now.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Tone } from '../../../ui/tone.ts'

const tones: Record<Checked['verdict'], Tone> = {
  valid: 'success', expired: 'warning', notYetValid: 'warning', statusUnknown: 'warning', used: 'warning', late: 'warning', unknown: 'warning',
  revoked: 'danger', suspended: 'danger', issuerUnknown: 'danger', tampered: 'danger',
}

const minute = 60_000

export function Result({ checked, offline }: { checked: Checked; offline: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { verdict, type, issuer, claims, validUntil, purpose, shownBy, bound, checkedAt, statusAt } = checked
  const age = statusAt === null ? undefined : Math.max(0, now().getTime() - new Date(statusAt).getTime())
  const ageText = age === undefined ? '' : age < 2 * minute ? t('verify.statusAge.now') : age < 120 * minute ? t('verify.statusAge.minutes', { n: Math.floor(age / minute) }) : t('verify.statusAge.hours', { n: Math.floor(age / (60 * minute)) })
  return (
    <div className="tb-stack">
      <Notice tone={tones[verdict]} live="assertive" title={t(`verify.verdict.${verdict}`)}>{t(`verify.text.${verdict}`)}</Notice>
      {type !== null && (
        <Card title={textIn(type.name)}>
          <div className="tb-stack">
            {!bound && <Notice compact tone="warning">{t('verify.unbound')}</Notice>}
            <KeyValue items={[
              ...claims.map(({ id, name, text }) => ({ id, label: textIn(name), value: text })),
              ...(issuer === null ? [] : [{ id: 'issuer', label: t('verify.issuer'), value: textIn(issuer) }]),
              { id: 'validUntil', label: t('verify.validUntil'), value: validUntil === null ? t('verify.forGood') : format.date(validUntil) },
              ...(purpose === null ? [] : [{ id: 'purpose', label: t('verify.purpose'), value: purpose }]),
              ...(shownBy === null ? [] : [{ id: 'shownBy', label: t('verify.shownBy'), value: t('verify.shownByOther', { name: shownBy }) }]),
              { id: 'checkedAt', label: t('verify.checkedAt'), value: formatMoment(checkedAt, thisYear()) },
              ...(ageText === '' ? [] : [{ id: 'statusAt', label: t('verify.statusAt'), value: ageText }]),
            ]} />
            {offline && <p className="tb-muted">{t('verify.offline')}</p>}
            <p className="tb-muted">{t('verify.privacy')}</p>
          </div>
        </Card>
      )}
    </div>
  )
}
