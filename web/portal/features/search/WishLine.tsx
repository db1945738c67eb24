// What somebody seems to want, where that is something else than a list of services: to ask, to complain, to follow, to go somewhere, to reach a person.
// Says honestly what there is for it today. Where the words leave it open, two guesses to choose from.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { SearchReply } from './queries.ts'
import type { IntentKind, Search } from './search-address.ts'
import { bookable, saysIt, wishOf } from './wish.ts'

/** Where each wish is granted today, the main way first. */
const ways = {
  complain: (q: string) => [{ id: 'report', href: paths.newRequest({}, { about: q }) }, { id: 'call', href: 'tel:12345' }, { id: 'tell', href: paths.hardCases({}, { about: q }) }],
  track: () => [{ id: 'progress', href: paths.progress() }, { id: 'mine', href: paths.applications() }],
  book: () => [{ id: 'before', href: paths.helpTopic({ topic: 'book-a-visit' }) }, { id: 'call', href: 'tel:12345' }],
  contact: () => [{ id: 'call', href: 'tel:12345' }, { id: 'help', href: paths.help() }],
} as const satisfies Partial<Record<IntentKind, (q: string) => readonly { id: 'report' | 'call' | 'tell' | 'progress' | 'mine' | 'before' | 'help'; href: string }[]>>

/** Whether it is something else than to look for a service: what there is for it is said, also where nothing is found. */
export const hasWays = (kind: IntentKind | undefined): kind is keyof typeof ways => kind !== undefined && kind in ways

export function WishLine({ search, reply }: { search: Search; reply: SearchReply }) {
  const t = useT()
  const { kind, choices } = wishOf(reply.intent, search.want)
  if (choices.length > 0) {
    return (
      <nav className="search-wish" aria-labelledby="search-wish">
        <span id="search-wish">{t('search.wish.which')}</span>
        {choices.map((want) => (
          <Link key={want} href={paths.search({}, { ...search, want })}>{t(`search.wish.kinds.${want}`)}</Link>
        ))}
      </nav>
    )
  }
  if (!hasWays(kind)) return null
  const hall = kind === 'book' ? bookable(reply.results) : undefined
  if (!hall && saysIt(reply.results[0], kind)) return null
  return (
    <Notice
      tone="neutral"
      title={t(`search.wish.${kind}.title`)}
      actions={
        <>
          {hall && <LinkButton href={hall.action.url} rel="noreferrer">{hall.action.label} {hall.title}</LinkButton>}
          {ways[kind](search.q).map(({ id, href }, at) => (
            <LinkButton key={id} href={href} variant={at === 0 && !hall ? 'primary' : 'ghost'} {...(id === 'call' ? { icon: 'phone' as const } : {})}>
              {t(`search.wish.ways.${id}`)}
            </LinkButton>
          ))}
        </>
      }
    >
      <p>{t(`search.wish.${kind}.text`)}</p>
    </Notice>
  )
}

/** The way to the assistant with the same words. */
export function AskLine({ q }: { q: string }) {
  const t = useT()
  return (
    <p className="search-meant">
      <Link href={paths.assistant({}, { q })}>{t('search.wish.ask.way')}</Link> <span className="tb-muted">{t('search.wish.ask.text')}</span>
    </p>
  )
}
