// The results of a search: the best one with its action, then the others by type.
// Every result is one link; arrow keys move between them (SearchPage.tsx).
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { highlight } from './highlight.ts'
import type { Result, SearchReply } from './queries.ts'
import { groupResults } from './result-groups.ts'
import type { Search } from './search-address.ts'

const mostPerGroup = 5

export function Results({ search, reply }: { search: Search; reply: SearchReply }) {
  const t = useT()
  const { best, groups } = groupResults(reply, search.type, mostPerGroup)
  return (
    <>
      {best && <Best result={best} q={search.q} />}
      {groups.map(({ type, count, shown }) => (
        <section key={type} className="search-group" aria-labelledby={`search-${type}`}>
          <h2 id={`search-${type}`}>{t(`search.types.${type}`)}</h2>
          <ul>
            {shown.map((result) => (
              <Entry key={result.id} result={result} q={search.q} />
            ))}
          </ul>
          {!search.type && count > shown.length + (best?.type === type ? 1 : 0) && (
            <p>
              <Link href={paths.search({}, { q: search.q, region: search.region, type })}>{t('search.more', { n: count, type: t(`search.types.${type}`) })}</Link>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

function Best({ result, q }: { result: Result; q: string }) {
  const t = useT()
  return (
    <article className="search-best">
      <p className="tb-row">
        <Chip tone="success">{t('search.best')}</Chip>
        <Chip tone={result.type === 'importedService' ? 'warning' : 'neutral'}>{t(`search.types.${result.type}`)}</Chip>
      </p>
      <h2>
        <Link href={result.url} data-result="">
          <Marked text={result.title} q={q} />
        </Link>
      </h2>
      <p>
        <Marked text={result.summary} q={q} />
      </p>
      <span className="tb-button" aria-hidden="true">{t(result.type === 'matter' ? 'search.go' : 'search.open')}</span>
    </article>
  )
}

function Entry({ result, q }: { result: Result; q: string }) {
  return (
    <li className="search-entry">
      <Link href={result.url} data-result="">
        <Marked text={result.title} q={q} />
      </Link>
      {result.summary && (
        <p>
          <Marked text={result.summary} q={q} />
        </p>
      )}
    </li>
  )
}

function Marked({ text, q }: { text: string; q: string }) {
  return highlight(text, q).map(({ at, text: piece, marked }) => (marked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>))
}
