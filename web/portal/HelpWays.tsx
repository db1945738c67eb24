// The ways to reach a person who helps: inside the 找人帮忙 dialog.
// Every way works today without an appointment.
import { useT } from '../shared/i18n/store.ts'
import { paths } from '../shared/paths.ts'
import { LinkButton } from '../ui/Button.tsx'

export function HelpWays() {
  const t = useT()
  return (
    <>
      <p>{t('shell.help.text')}</p>
      <div>
        <LinkButton href="tel:12345" icon="phone" block>
          {t('shell.help.call')}
        </LinkButton>
        <p className="tb-muted">{t('shell.help.callHint')}</p>
      </div>
      <div>
        <b>{t('shell.help.hall')}</b>
        <p className="tb-muted">{t('shell.help.hallHint')}</p>
        <LinkButton href={paths.showCode()} variant="ghost" block>{t('shell.showCode')}</LinkButton>
      </div>
      <div>
        <LinkButton href={paths.hardCases()} variant="ghost" block>{t('shell.help.hard')}</LinkButton>
        <p className="tb-muted">{t('shell.help.hardHint')}</p>
      </div>
      <LinkButton href={paths.help()} variant="ghost">
        {t('shell.help.more')}
      </LinkButton>
    </>
  )
}
