// Before anything was asked: what was searched lately on this device, words to try, stages of life and business.
// Searches are kept only while somebody is logged in, or because they asked for it; each can be removed.
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Link } from '../../../ui/Link.tsx'
import { exampleWords } from '../matters/example-words.ts'
import { stagesQuery } from '../matters/queries.ts'
import { StageRow } from '../stages/StageRow.tsx'
import { popularQuery } from './queries.ts'
import { useRecentSearches, type RecentSearches } from './recent-searches.ts'

const mostExamples = 12

export function NothingAsked({ region }: { region: string | undefined }) {
  const t = useT()
  const { data: stages = [] } = useQuery(stagesQuery)
  const { data: popular } = useQuery(popularQuery(region))
  const recent = useRecentSearches()
  const words = exampleWords(stages, mostExamples)
  return (
    <div className="tb-stack-l">
      {recent.words.length > 0 && <Recent region={region} recent={recent} />}
      <Words id="search-popular" title={t('search.empty.popular')} words={popular?.questions ?? []} region={region} />
      <Words id="search-try" title={t('search.empty.try')} words={words} region={region} />
      <StageRow audience="person" stages={stages} />
      <StageRow audience="organisation" stages={stages} />
      <p>
        <Link href={paths.services()}>{t('search.empty.browse')}</Link> <span className="tb-muted">{t('search.empty.browseHint')}</span>
      </p>
      {recent.words.length === 0 && <Recent region={region} recent={recent} />}
    </div>
  )
}

function Words({ id, title, words, region }: { id: string; title: string; words: readonly string[]; region: string | undefined }) {
  if (words.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="search-try-title">{title}</h2>
      <p className="search-try">
        {words.map((word) => (
          <Link key={word} href={paths.search({}, { q: word, region })} lang="zh-CN">{word}</Link>
        ))}
      </p>
    </section>
  )
}

function Recent({ region, recent: { words, always, keeping, remove, clear, setAlways } }: { region: string | undefined; recent: RecentSearches }) {
  const t = useT()
  return (
    <section className="search-recent" aria-labelledby="search-recent">
      <div className="tb-row">
        <h2 id="search-recent" className="search-try-title">{t('search.recent.title')}</h2>
        {words.length > 0 && <Button variant="quiet" onClick={clear}>{t('search.recent.clear')}</Button>}
      </div>
      {words.length > 0 && (
        <ul className="search-try">
          {words.map((word) => (
            <li key={word}>
              <Link href={paths.search({}, { q: word, region })}>{word}</Link>
              <button type="button" className="tb-icon-button" aria-label={t('search.recent.remove', { q: word })} onClick={() => remove(word)}><Icon name="close" /></button>
            </li>
          ))}
        </ul>
      )}
      {words.length === 0 && <p className="tb-muted">{t(keeping ? 'search.recent.none' : 'search.recent.notKept')}</p>}
      <Checkbox label={t('search.recent.always')} checked={always} onChange={setAlways} />
    </section>
  )
}
