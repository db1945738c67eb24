// When nothing was found: other words, a person to ask, and the list to browse. Never a dead end.
// What was not found reaches the people who write the catalogue by itself.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import type { Search } from './search-address.ts'

export function NothingFound({ search }: { search: Search }) {
  const t = useT()
  const { q } = search
  // For whom only says what comes first.
  const narrowed = search.type ?? search.region
  return (
    <EmptyState
      icon="search"
      title={t('search.none.title', { q })}
      action={
        <>
          {narrowed && <LinkButton href={paths.search({}, { q })}>{t('search.none.everywhere')}</LinkButton>}
          <LinkButton href={paths.hardCases({}, { about: q })} {...(narrowed ? { variant: 'ghost' as const } : {})}>{t('search.none.tell')}</LinkButton>
          <LinkButton href="tel:12345" icon="phone" variant="ghost">{t('search.none.call')}</LinkButton>
          <LinkButton href={paths.services()} variant="ghost">{t('search.none.browse')}</LinkButton>
        </>
      }
    >
      <p>{t('search.none.text')}</p>
      <p>{t('search.none.tellHint')}</p>
      <p>{t('search.none.callHint')}</p>
    </EmptyState>
  )
}
