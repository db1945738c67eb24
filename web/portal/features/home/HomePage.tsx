// The first page: one search box, what the person is in the middle of, stages of life and of companies, matters and what they save.
// Every figure is computed; a part that cannot be loaded says so and leaves the rest usable.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { logIdOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { mayApply, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { MatterCard } from '../matters/MatterCard.tsx'
import { isDraft, isRunning, ownApplicationsQuery } from '../matters/own-applications.ts'
import { mattersQuery, stagesQuery, type ListedStage } from '../matters/queries.ts'
import { useSearchStart } from '../../../shared/district.ts'
import { fromHere } from '../search/search-address.ts'
import { useSearchSuggestions } from '../search/useSearchSuggestions.ts'
import { StageRow } from '../stages/StageRow.tsx'
import { exampleWords } from '../matters/example-words.ts'
import { MyMatters } from './MyMatters.tsx'
import { prefetchHome } from './queries.ts'
import '../../sections.css'
import './home.css'

export async function loader(): Promise<null> {
  await prefetchHome()
  return null
}

export const title = () => t('home.title')

export function Component() {
  const resident = mayApply(useSession())
  return (
    <>
      <Hero />
      <div className="tb-page tb-stack-l">
        {resident && <MyMatters />}
        <Stages audience="person" />
        <Matters audience="person" />
        <Stages audience="organisation" />
        <Matters audience="organisation" />
      </div>
    </>
  )
}

const mostExamples = 5

function Hero() {
  const t = useT()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const region = useSearchStart()
  const suggesting = useSearchSuggestions(words, { q: '', ...(region ? { region } : {}) })
  const { data: stages = [] } = useQuery(stagesQuery)
  const examples = exampleWords(stages, mostExamples)
  return (
    <div className="home-hero">
      <div className="tb-page">
        <h1>{t('home.ask')}</h1>
        <p className="home-lead">{t('home.lead')}</p>
        <SearchBox size="hero" action={paths.search()} also={fromHere} label={t('home.search')} value={words} onChange={setWords} onSubmit={(q) => void navigate(paths.search({}, { q, region }))} placeholder={t('home.placeholder')} {...suggesting} />
        {examples.length > 0 && (
          <p className="home-examples">
            <span>{t('home.try')}</span>
            {examples.map((word) => (
              <Link key={word} href={paths.search({}, { q: word, region })} lang="zh-CN">{word}</Link>
            ))}
          </p>
        )}
        <p className="home-tell">
          {t('home.tell.lead')} <Link href={paths.guidance()}>{t('home.tell.link')}</Link>
        </p>
        <p className="home-tell">
          {t('home.tell.report')} <Link href={paths.newRequest()}>{t('home.tell.reportLink')}</Link>
        </p>
        <p className="home-tell">
          {t('home.tell.benefits')} <Link href={paths.benefits()}>{t('home.tell.benefitsLink')}</Link>
        </p>
      </div>
    </div>
  )
}

function Stages({ audience }: { audience: ListedStage['audience'] }) {
  const t = useT()
  const resident = mayApply(useSession())
  const { data: stages, isPending, error, refetch, isFetching } = useQuery(stagesQuery)
  const { data: matters = [] } = useQuery(mattersQuery)
  const { data: own = [] } = useQuery({ ...ownApplicationsQuery, enabled: resident })
  // Both rows come in one answer; that it failed is said once.
  if (error) return audience === 'person' ? <ErrorState title={t('home.matters.failed')} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} /> : null
  if (isPending) return <Loading />
  const going = new Set(own.filter((each) => isDraft(each) || isRunning(each)).map(({ matter }) => matter))
  const here = new Set(matters.filter(({ id }) => going.has(id)).map(({ stage }) => stage))
  return <StageRow audience={audience} stages={stages} here={here} />
}

/** As many as fill two rows; the rest a tap away. */
const firstMatters = 6

function Matters({ audience }: { audience: ListedStage['audience'] }) {
  const t = useT()
  const { data, isPending, error, refetch, isFetching } = useQuery(mattersQuery)
  const [all, setAll] = useState(false)
  const heading = `home-matters-${audience}`
  const matters = data?.filter((matter) => matter.audience === audience)
  // Both lists come in one answer; that it failed is said once.
  if (error && audience === 'organisation') return null
  return (
    <section aria-labelledby={heading}>
      <div className="portal-section-head">
        <h2 id={heading}>{t(`home.matters.${audience}`)}</h2>
        <span className="tb-muted">{t('home.matters.hint')}</span>
        <Link className="tb-row-end" href={paths.services()}>{t('home.matters.all')}</Link>
      </div>
      {error && <ErrorState title={t('home.matters.failed')} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {isPending && <Loading />}
      {matters?.length === 0 && <EmptyState title={t(`home.matters.${audience}`)} action={<Link href={paths.services()}>{t('home.matters.all')}</Link>}><p>{t('home.matters.none')}</p></EmptyState>}
      {matters && (
        <div className="tb-tiles">
          {(all ? matters : matters.slice(0, firstMatters)).map((matter) => (
            <MatterCard key={matter.id} matter={matter} />
          ))}
        </div>
      )}
      {matters && !all && matters.length > firstMatters && (
        <p className="home-more"><Button variant="ghost" onClick={() => setAll(true)}>{t('home.matters.more', { n: matters.length - firstMatters })}</Button></p>
      )}
    </section>
  )
}
