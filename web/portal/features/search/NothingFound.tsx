// Before anything was asked: stages and words to try. When nothing was found: a person to ask, and the list to browse.
// Neither is a dead end.
import { useQuery } from '@tanstack/react-query'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { exampleWords } from '../matters/example-words.ts'
import { stagesQuery } from '../matters/queries.ts'
import { StageRow } from '../stages/StageRow.tsx'

export function NothingFound({ q }: { q: string }) {
  const t = useT()
  return (
    <EmptyState
      icon="search"
      title={t('search.none.title', { q })}
      action={
        <>
          <LinkButton href={paths.hardCases({}, { about: q })}>{t('search.none.tell')}</LinkButton>
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

const mostExamples = 12

export function NothingAsked() {
  const t = useT()
  const { data: stages = [] } = useQuery(stagesQuery)
  const words = exampleWords(stages, mostExamples)
  return (
    <div className="tb-stack-l">
      {words.length > 0 && (
        <section aria-labelledby="search-try">
          <h2 id="search-try" className="search-try-title">{t('search.empty.try')}</h2>
          <p className="search-try">
            {words.map((word) => (
              <Link key={word} href={paths.search({}, { q: word })} lang="zh-CN">{word}</Link>
            ))}
          </p>
        </section>
      )}
      <StageRow audience="person" stages={stages} />
      <StageRow audience="organisation" stages={stages} />
      <p>
        <Link href={paths.services()}>{t('search.empty.browse')}</Link> <span className="tb-muted">{t('search.empty.browseHint')}</span>
      </p>
    </div>
  )
}
