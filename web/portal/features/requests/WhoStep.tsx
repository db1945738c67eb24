// How to answer: as somebody logged in, with a number or an address, or not at all.
// What staying anonymous means is said before it is chosen.
import { hidesReporter } from '../../../../server/modules/requests/request.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import type { StepProps } from './queries.ts'
import { guessKind } from './written.ts'

export function WhoStep({ writing: { written, write }, errorOf }: StepProps) {
  const t = useT()
  const session = useSession()
  const resident = isResident(session)
  const kind = written.kind ?? guessKind(written.text)
  return (
    <>
      {!resident && (
        <Notice compact tone="neutral" actions={<Button variant="ghost" onClick={() => session.login(paths.newRequest({}, { step: 'who' }))}>{t('requests.new.login')}</Button>}>
          {t('requests.new.loginOffer')}
        </Notice>
      )}
      {!written.anonymous && (
        <div className="tb-stack">
          <p>{resident ? t('requests.new.loggedIn', { name: session.person?.name ?? '' }) : t('requests.new.contactLead')}</p>
          <TextInput id="phone" label={t(resident ? 'requests.new.phone' : 'requests.new.phoneOnly')} optional={resident} hint={t('requests.new.phoneHint')} type="tel" inputMode="tel" autoComplete="tel" width="medium" maxLength={20} value={written.phone} onChange={(phone) => write({ phone })} error={errorOf('phone')} />
          {hidesReporter(kind) && resident && <Checkbox label={t('requests.new.openName')} hint={t('requests.new.hidden')} checked={written.openName} onChange={(openName) => write({ openName })} />}
        </div>
      )}
      <Checkbox label={t('requests.new.anonymous')} hint={t('requests.new.anonymousHint')} checked={written.anonymous} onChange={(anonymous) => write({ anonymous })} />
      {kind !== 'help' && <Checkbox label={t('requests.new.mayPublish')} hint={t('requests.new.mayPublishHint')} checked={written.mayPublish} onChange={(mayPublish) => write({ mayPublish })} />}
    </>
  )
}
