// The results of a search: the best one with what can be done at once, then the others by type.
// Every result is one link; arrow keys move between them (SearchPage.tsx). What is opened is told to the server, without whom.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { noteChoice } from './choices.ts'
import { highlight } from './highlight.ts'
import type { Result, SearchReply } from './queries.ts'
import { groupResults } from './result-groups.ts'
import type { Search } from './search-address.ts'

const mostPerGroup = 5

export function Results({ search, reply }: { search: Search; reply: SearchReply }) {
  const t = useT()
  const { best, groups } = groupResults(reply, search.type, mostPerGroup)
  const open = (result: Result) => () => noteChoice(search, reply.ticket, result)
  return (
    <>
      {best && <Best result={best} q={search.q} onOpen={open(best)} />}
      {groups.map(({ type, count, shown }) => (
        <section key={type} className="search-group" aria-labelledby={`search-${type}`}>
          <h2 id={`search-${type}`}>{t(`search-box.types.${type}`)}</h2>
          <ul>
            {shown.map((result) => (
              <Entry key={result.id} result={result} q={search.q} onOpen={open(result)} />
            ))}
          </ul>
          {!search.type && count > shown.length + (best?.type === type ? 1 : 0) && (
            <p>
              <Link href={paths.search({}, { ...search, type })}>{t('search.more', { n: count, type: t(`search-box.types.${type}`) })}</Link>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

interface Shown {
  result: Result
  q: string
  onOpen: () => void
}

function Best({ result, q, onOpen }: Shown) {
  const t = useT()
  return (
    <article className="search-best">
      <p className="tb-row">
        <Chip tone="success">{t('search.best')}</Chip>
        <Chip tone={result.type === 'importedService' ? 'warning' : 'neutral'}>{t(`search-box.types.${result.type}`)}</Chip>
      </p>
      <h2>
        <Link href={result.url} data-result="" onClick={onOpen}>
          <Marked text={result.title} q={q} />
        </Link>
      </h2>
      <p>
        <Marked text={result.summary} q={q} />
      </p>
      <Do result={result} onOpen={onOpen} />
    </article>
  )
}

/** A button of its own where it leads elsewhere than the title; otherwise only the sign of one, because the whole card is the link. */
function Do({ result: { title, url, action }, onOpen }: Pick<Shown, 'result' | 'onOpen'>) {
  if (action.url === url) return <span className="tb-button" aria-hidden="true">{action.label}</span>
  return (
    <LinkButton href={action.url} onClick={onOpen} aria-label={`${action.label} ${title}`} {...(action.kind === 'call' ? { icon: 'phone' as const } : {})}>
      {action.label}
    </LinkButton>
  )
}

function Entry({ result, q, onOpen }: Shown) {
  return (
    <li className="search-entry">
      <Link href={result.url} data-result="" onClick={onOpen}>
        <Marked text={result.title} q={q} />
      </Link>
      {result.summary && (
        <p>
          <Marked text={result.summary} q={q} />
        </p>
      )}
      {result.action.kind === 'book' && <Link href={result.action.url} rel="noreferrer" onClick={onOpen} aria-label={`${result.action.label} ${result.title}`}>{result.action.label}</Link>}
    </li>
  )
}

function Marked({ text, q }: { text: string; q: string }) {
  return highlight(text, q).map(({ at, text: piece, marked }) => (marked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>))
}
