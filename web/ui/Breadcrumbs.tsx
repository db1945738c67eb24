// The way back up; the last entry is the page itself and no link.
// On a phone only the step above is offered.
import { useT } from '../shared/i18n/store.ts'
import { Link } from './Link.tsx'
import './Breadcrumbs.css'

export interface Crumb {
  label: string
  href?: string
}

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useT()
  return (
    <nav className="tb-crumbs" aria-label={t('ui.crumbs')}>
      <ol>
        {items.map((item, index) => (
          <li key={item.label}>{item.href && index < items.length - 1 ? <Link href={item.href}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}
