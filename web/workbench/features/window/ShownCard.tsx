// The e-licence somebody showed to be identified: what they chose to show, checked, in place of a copy on paper.
// In memory only; gone when they are done.
import { useQuery } from '@tanstack/react-query'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { shownKey, type ShownCard as Shown } from './queries.ts'

export function ShownCard({ session }: { session: string }) {
  const t = useT()
  const textIn = useTextIn()
  const { data: shown } = useQuery<Shown>({ queryKey: shownKey(session), enabled: false, staleTime: Infinity })
  if (!shown?.checked.type) return null
  const { type, issuer, claims, purpose } = shown.checked
  return (
    <Card title={t('window.shown.title', { name: textIn(type.name) })}>
      <div className="tb-stack">
        <Notice compact tone="success">{t('window.shown.valid', { issuer: issuer === null ? '' : textIn(issuer) })}</Notice>
        <KeyValue items={[...claims.map(({ id, name, text }) => ({ id, label: textIn(name), value: text })), ...(purpose === null ? [] : [{ id: 'purpose', label: t('window.shown.purpose'), value: purpose }])]} />
        <p className="tb-muted">{t('window.shown.fills')}</p>
      </div>
    </Card>
  )
}
