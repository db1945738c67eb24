// The tools of elder mode above every portal page: help, reading aloud, larger text.
import { useLocation } from 'react-router'
import { useT } from '../shared/i18n/store.ts'
import { TextSizeButton } from '../shared/Preferences.tsx'
import { HelpButton } from '../ui/HelpButton.tsx'
import { ReadAloud } from '../ui/ReadAloud.tsx'
import { HelpWays } from './HelpWays.tsx'

export default function ElderBar() {
  const t = useT()
  const { pathname } = useLocation()
  return (
    <section className="portal-elder" aria-label={t('shell.elder.bar')}>
      <div className="tb-page">
        {/* A new one for each page, so that following a link inside closes it. */}
        <HelpButton key={pathname} variant="primary">
          <HelpWays />
        </HelpButton>
        <ReadAloud />
        <TextSizeButton />
      </div>
    </section>
  )
}
