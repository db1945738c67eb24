// What every frame does when the address changes: title of the document, focus on the new page, a bar while it loads.
// The focus goes to the page's <h1>, so that screen readers begin there.
import { createContext, use, useEffect, useRef } from 'react'
import { useLocation, useNavigation } from 'react-router'
import { useT } from './i18n/store.ts'
import './Navigation.css'

/** What follows the title of every page; each frame says its own. */
export const TitleSuffix = createContext('')

/** The document's title. Every page, and whatever is shown in place of one, says its own; until then that of index.html stands. */
export function PageTitle({ title }: { title: string }) {
  const suffix = use(TitleSuffix)
  return <title>{[title, suffix].filter((part) => part !== '').join(' · ')}</title>
}

/** Moves the focus to the new page after each change of the path; not on the first page, where it would skip the header. */
export function useFocusOnNavigation(): void {
  const { pathname, hash } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (hash) return
    const main = document.getElementById('main')
    const target = main?.querySelector<HTMLElement>('h1') ?? main
    if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1
    target?.focus({ preventScroll: true })
  }, [pathname, hash])
}

/** A thin bar at the top while the next page is being loaded; it waits a moment, so fast pages do not flash. */
export function PendingBar() {
  const t = useT()
  const { state } = useNavigation()
  return <div role="status">{state !== 'idle' && <div className="tb-pending"><span className="tb-hidden">{t('ui.loading')}</span></div>}</div>
}
