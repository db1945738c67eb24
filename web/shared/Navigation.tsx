// What every frame does when the address changes: title of the document, focus on the new page, a bar while it loads.
// The focus goes to the page's <h1>, so that screen readers begin there.
import { useEffect, useRef } from 'react'
import { useLocation, useMatches, useNavigation } from 'react-router'
import { useT } from './i18n/store.ts'
import type { PageHandle } from './page.ts'
import './Navigation.css'

/** The document's title: that of the deepest page, then `suffix`. */
export function PageTitle({ suffix }: { suffix: string }) {
  useT()
  const match = useMatches().findLast((each) => isPageHandle(each.handle))
  const title = match && isPageHandle(match.handle) ? match.handle.title(match.loaderData) : undefined
  return <title>{title ? `${title} · ${suffix}` : suffix}</title>
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null && 'title' in handle
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
