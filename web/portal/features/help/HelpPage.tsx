// Ways to reach a person, how the platform works, what the elder mode does, and the help texts of the pack by heading.
// What the texts cannot be loaded for leaves the ways to a person where they are.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { useSentences, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { changeSettings, useSettings } from '../../../shared/settings.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { helpGroupsIn, helpQuery } from './queries.ts'
import './help.css'

export async function loader(): Promise<null> {
  await queryClient.prefetchQuery(helpQuery)
  return null
}

export const title = () => t('help.title')

const steps = ['ask', 'lookup', 'once', 'parallel', 'result'] as const

export function Component() {
  const t = useT()
  return (
    <div className="tb-page tb-stack-l">
      <header>
        <h1>{t('help.title')}</h1>
        <p>{t('help.lead')}</p>
      </header>
      <div className="help-ways">
        <Card title={t('help.ways.call.title')}>
          <p>{t('help.ways.call.text')}</p>
          <LinkButton href="tel:12345" icon="phone">{t('help.ways.call.action')}</LinkButton>
        </Card>
        <Card title={t('help.ways.hard.title')}>
          <p>{t('help.ways.hard.text')}</p>
          <LinkButton href={paths.hardCases()}>{t('help.ways.hard.action')}</LinkButton>
        </Card>
        <Card title={t('help.ways.hall.title')}><p>{t('help.ways.hall.text')}</p></Card>
        <Card title={t('help.ways.proxy.title')}>
          <p>{t('help.ways.proxy.text')}</p>
          <LinkButton href={paths.delegations()} variant="ghost" icon="person">{t('help.ways.proxy.action')}</LinkButton>
        </Card>
        <Card title={t('help.ways.elsewhere.title')}>
          <p>{t('help.ways.elsewhere.text')}</p>
          <LinkButton href={paths.crossRegion()}>{t('help.ways.elsewhere.action')}</LinkButton>
        </Card>
        <ElderCard />
      </div>
      <section aria-labelledby="help-how">
        <h2 id="help-how" className="help-title">{t('help.how.title')}</h2>
        <ol className="help-steps">
          {steps.map((step) => (
            <li key={step}>
              <b>{t(`help.how.${step}.title`)}</b>
              <p>{t(`help.how.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <Topics />
    </div>
  )
}

function Topics() {
  const t = useT()
  const textIn = useTextIn()
  const { data, isPending, error, refetch, isFetching } = useQuery(helpQuery)
  return (
    <section aria-labelledby="help-topics">
      <h2 id="help-topics" className="help-title">{t('help.topics.title')}</h2>
      {isPending && <Loading lines={6} />}
      {error && <ErrorState title={t('help.topics.failed')} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {data?.topics.length === 0 && <p className="tb-muted">{t('help.topics.none')}</p>}
      <div className="help-topics">
        {helpGroupsIn(data?.topics ?? []).map(({ group, topics }) => (
          <section key={group} aria-labelledby={`help-${group}`}>
            <h3 id={`help-${group}`}>{t(`help.groups.${group}`)}</h3>
            <ul>
              {topics.map(({ id, title: question }) => (
                <li key={id}><Link href={paths.helpTopic({ topic: id })}>{textIn(question)}</Link></li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p>
        {t('help.topics.find')} <Link href={paths.search()}>{t('help.topics.search')}</Link>
      </p>
    </section>
  )
}

function ElderCard() {
  const t = useT()
  const sentences = useSentences()
  const { mode } = useSettings()
  const isElder = mode === 'elder'
  return (
    <Card title={t('help.ways.elder.title')}>
      <p>
        {sentences(t('help.ways.elder.text'), t('help.ways.elder.size'))}
      </p>
      <Button variant="ghost" icon="text" onClick={() => changeSettings({ mode: isElder ? 'normal' : 'elder' })}>
        {t(isElder ? 'help.ways.elder.off' : 'help.ways.elder.on')}
      </Button>
    </Card>
  )
}
