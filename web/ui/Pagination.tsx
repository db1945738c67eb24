// Moves through a long list: page by page with addresses, or by asking for more.
// Pages are links, so a page can be shared and opened in a new tab.
import { useT } from '../shared/i18n/store.ts'
import { Button } from './Button.tsx'
import { Link } from './Link.tsx'
import { pageNumbers } from './pages.ts'
import './Pagination.css'

export interface PaginationProps {
  page: number
  pages: number
  hrefFor: (page: number) => string
}

export function Pagination({ page, pages, hrefFor }: PaginationProps) {
  const t = useT()
  if (pages <= 1) return null
  return (
    <nav className="tb-pages" aria-label={t('ui.pages.label')}>
      {page > 1 && <Link href={hrefFor(page - 1)} rel="prev">{t('ui.pages.previous')}</Link>}
      <ol>
        {pageNumbers(page, pages).map((number, index) => (
          <li key={number ?? `gap${index}`}>
            {number === undefined ? '…' : (
              <Link href={hrefFor(number)} aria-current={number === page ? 'page' : undefined} aria-label={t('ui.pages.page', { n: number })}>
                {number}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {page < pages && <Link href={hrefFor(page + 1)} rel="next">{t('ui.pages.next')}</Link>}
    </nav>
  )
}

export interface LoadMoreProps {
  shown: number
  total: number
  onMore: () => void
  busy?: boolean
}

export function LoadMore({ shown, total, onMore, busy }: LoadMoreProps) {
  const t = useT()
  return (
    <div className="tb-more">
      <span className="tb-muted" role="status">{t('ui.pages.shown', { shown, total })}</span>
      {shown < total && (
        <Button variant="quiet" onClick={onMore} busy={busy}>
          {t('ui.pages.more')}
        </Button>
      )}
    </div>
  )
}
