// Right after sending: the number, who has it and by when, the link that needs no login, what of the photos did not arrive.
// On the page the form leads to, until more happens.
import { useLocation } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Shown } from './queries.ts'

/** Received and sent to a unit; once more happens it is no news. */
const mostSteps = 2

export function JustSent({ one, token }: { one: Pick<Shown, 'number' | 'unit' | 'dueAt' | 'history'>; token: string }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { state } = useLocation()
  if (one.history.length > mostSteps || typeof state !== 'object' || state === null || !('sent' in state)) return null
  // Put there by the form of this feature.
  const failed = 'failed' in state && Array.isArray(state.failed) ? (state.failed as string[]) : []
  const link = new URL(paths.requestProgress({ token }), location.href).href
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    toast(t('requests.sent.copied'))
  }
  return (
    <>
      <Notice tone="success" live="polite" title={t('requests.sent.title')} actions={<Button variant="ghost" onClick={() => void copy()}>{t('requests.sent.copy')}</Button>}>
        <p><b>{t('requests.sent.number', { number: one.number })}</b> · {one.unit ? t('requests.sent.unit', { unit: textIn(one.unit.name) }) : t('requests.sent.desk')}{one.dueAt && <> · {t('requests.sent.due', { time: format.instant(one.dueAt) })}</>}</p>
        <p>{t('requests.sent.link')}<br /><span className="request-link">{link}</span></p>
      </Notice>
      {failed.map((name) => <Notice key={name} tone="warning" title={t('ui.file.failed')}><p>{name}</p></Notice>)}
    </>
  )
}
