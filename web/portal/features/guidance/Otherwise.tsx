// When no matter is meant: guides the search found; and when there is nothing at all, other words, one's difficulty told, a person.
// Never a dead end.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import type { Guided } from './queries.ts'

/** Characters of a sentence the search takes. */
const longestSearch = 200

export function FoundGuides({ services }: Pick<Guided, 'services'>) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card title={t('guidance.services.title')}>
      <ul className="guidance-found">
        {services.map(({ type, id, title, summary, url }) => (
          <li key={type + id}>
            <Link href={url}>{textIn(title)}</Link>
            <p className="tb-muted">{textIn(summary)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Below guesses and guides, for whom none of them is. */
export function NoneOfThese({ said }: { said: string }) {
  const t = useT()
  return (
    <p className="guidance-none">
      {t('guidance.matters.none')} <Link href={paths.hardCases({}, { about: said.slice(0, longestSearch) })}>{t('guidance.nothing.tell')}</Link> <a href="tel:12345">{t('guidance.nothing.call')}</a>
    </p>
  )
}

export function NothingUnderstood({ said }: { said: string }) {
  const t = useT()
  return (
    <EmptyState
      icon="search"
      title={t('guidance.nothing.title')}
      action={
        <>
          <LinkButton href={paths.hardCases({}, { about: said.slice(0, longestSearch) })}>{t('guidance.nothing.tell')}</LinkButton>
          <LinkButton href="tel:12345" icon="phone" variant="ghost">{t('guidance.nothing.call')}</LinkButton>
          <LinkButton href={paths.search({}, { q: said.slice(0, longestSearch) })} variant="ghost">{t('guidance.nothing.search')}</LinkButton>
        </>
      }
    >
      <p>{t('guidance.nothing.text')}</p>
    </EmptyState>
  )
}
