// One quiet line that tells whether what was typed is saved; it speaks up only when it is not.
// Trouble is read out, the coming and going of ordinary saving is not.
import { askToLogIn } from '../../../shared/changing.ts'
import { formatMoment, plainDateOf } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now, thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Draft } from './queries.ts'
import { useSaver } from './useSaver.ts'

/** The time of today, or day and time. */
function savedAt(instant: string): string {
  const moment = formatMoment(instant, thisYear())
  return plainDateOf(instant) === plainDateOf(now()) ? moment.slice(-5) : moment
}

export function SaveState({ draft }: { draft: Draft }) {
  const t = useT()
  const { saver, state } = useSaver(draft.id)
  switch (state.kind) {
    case 'waiting':
    case 'saving':
      return <p className="apply-saved">{t('apply.saving.now')}</p>
    case 'saved':
      if (Object.keys(saver.unsaved()).length > 0) return <p className="apply-saved">{t('apply.saving.wrong')}</p>
      return (
        <p className="apply-saved">
          <Icon name="check" /> {t('apply.saving.saved', { time: savedAt(draft.updatedAt) })}
        </p>
      )
    case 'refused':
      return (
        <Notice tone="danger" live="polite" title={t('apply.saving.refused')} actions={<Link href={paths.application({ application: draft.id })}>{t('apply.saving.look')}</Link>}>
          {state.message}
        </Notice>
      )
    case 'signedOut':
      return (
        <Notice tone="warning" live="polite" title={t('apply.saving.signedOut')} actions={<Button variant="quiet" onClick={() => askToLogIn(true)}>{t('shell.login')}</Button>}>
          {t('apply.saving.keptSignedOut')}
        </Notice>
      )
    default:
      return (
        <Notice tone="warning" live="polite" title={t(`apply.saving.${state.kind}`)} actions={<Button variant="quiet" onClick={() => void saver.flush()}>{t('apply.saving.again')}</Button>}>
          {t('apply.saving.kept')}
        </Notice>
      )
  }
}
