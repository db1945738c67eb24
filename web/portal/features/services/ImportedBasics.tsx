// The facts of an imported service as published; what is not stated is said to be so.
// Values stay in Chinese, as the other platform wrote them.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import type { ImportedGuide } from './queries.ts'
import { useLimitText, type Limit } from './useLimitText.ts'

export function ImportedBasics({ guide }: { guide: ImportedGuide }) {
  const t = useT()
  const textIn = useTextIn()
  const limitText = useLimitText()
  const limit = (value: Limit | null) => (value ? limitText(value) : t('services.imported.unknown'))
  const yesNo = (value: boolean | null) => (value === null ? t('services.imported.unknown') : value ? t('services.imported.yes') : t('services.imported.no'))
  const visits = guide.visits === null ? t('services.imported.unknown') : guide.visits === 0 ? t('services.imported.visitsNone') : t('services.imported.visitsSome', { n: guide.visits })
  const booking = guide.booking.available && !guide.booking.url ? t('services.imported.bookingByPhone') : yesNo(guide.booking.available)
  const said = (words: string) => <span lang="zh-CN">{words}</span>
  return (
    <Card title={t('services.imported.basics')}>
      <KeyValue
        lines
        items={[
          { id: 'authority', label: t('services.imported.authority'), value: said(guide.authority.name) },
          { id: 'region', label: t('services.imported.region'), value: said(`${guide.region.name}（${guide.level.name}）`) },
          { id: 'audience', label: t('services.imported.audience'), value: guide.audience.map(({ name }) => textIn(name)).join(' · ') || t('services.imported.unknown') },
          { id: 'promised', label: t('services.imported.promised'), value: <b>{limit(guide.promisedLimit)}</b> },
          { id: 'statutory', label: t('services.imported.statutory'), value: limit(guide.statutoryLimit) },
          { id: 'visits', label: t('services.imported.visits'), value: visits },
          { id: 'online', label: t('services.imported.online'), value: yesNo(guide.online.available) },
          { id: 'booking', label: t('services.imported.booking'), value: booking },
          { id: 'courier', label: t('services.imported.courier'), value: yesNo(guide.courier) },
          { id: 'kind', label: t('services.imported.kind'), value: textIn(guide.kind.name) },
          ...(guide.aliases.length > 0 ? [{ id: 'aliases', label: t('services.imported.aliases'), value: said(guide.aliases.join('、')) }] : []),
          ...(guide.platform ? [{ id: 'platform', label: t('services.imported.platform'), value: said(guide.platform.name) }] : []),
          ...(guide.basicCode ? [{ id: 'basicCode', label: t('services.listing.basicCode'), value: <code className="guide-code">{guide.basicCode}</code> }] : []),
          { id: 'code', label: t('services.imported.code'), value: <code className="guide-code">{guide.code}</code> },
        ]}
      />
    </Card>
  )
}
