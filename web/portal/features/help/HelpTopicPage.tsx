// One help text: the answer, what to do step by step, where to go from here, related questions, and a person when it did not help.
// Public.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { helpQuery, helpTopicQuery, type HelpTopic } from './queries.ts'
import './help.css'

export async function loader({ params }: LoaderFunctionArgs): Promise<HelpTopic> {
  const [topic] = await Promise.all([queryClient.ensureQueryData(helpTopicQuery(params['topic'] ?? '')), queryClient.prefetchQuery(helpQuery)])
  return topic
}

export const title = (topic: HelpTopic) => textNow(topic.title)

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { topic: id = '' } = useParams()
  const { data } = useSuspenseQuery(helpTopicQuery(id))
  return (
    <article className="tb-page tb-page-text tb-stack">
      <header>
        <p><Link href={paths.help()}>{t('help.topics.all')}</Link> <span className="tb-muted">{t(`help.groups.${data.group}`)}</span></p>
        <h1>{textIn(data.title)}</h1>
      </header>
      {data.body.map((paragraph) => <p key={paragraph['zh-CN']}>{textIn(paragraph)}</p>)}
      {data.steps.length > 0 && (
        <section aria-labelledby="help-steps">
          <h2 id="help-steps" className="help-title">{t('help.topics.steps')}</h2>
          <ol className="help-steps">
            {data.steps.map((step) => <li key={step['zh-CN']}><p>{textIn(step)}</p></li>)}
          </ol>
        </section>
      )}
      {data.links.length > 0 && (
        <p className="tb-row">
          {data.links.map(({ label, href }, at) => <LinkButton key={href} href={href} variant={at === 0 ? 'primary' : 'ghost'}>{textIn(label)}</LinkButton>)}
        </p>
      )}
      <Related topic={data} />
      <Card title={t('help.topics.still')}>
        <p className="tb-row">
          <LinkButton href="tel:12345" icon="phone" variant="ghost">{t('help.topics.call')}</LinkButton>
          <LinkButton href={paths.hardCases()} variant="ghost">{t('help.topics.hard')}</LinkButton>
        </p>
      </Card>
    </article>
  )
}

function Related({ topic }: { topic: HelpTopic }) {
  const t = useT()
  const textIn = useTextIn()
  const { data } = useQuery(helpQuery)
  const others = (data?.topics ?? []).filter(({ id, group }) => group === topic.group && id !== topic.id)
  if (others.length === 0) return null
  return (
    <section className="help-topics" aria-labelledby="help-related">
      <h2 id="help-related">{t('help.topics.related')}</h2>
      <ul>
        {others.map(({ id, title: question }) => <li key={id}><Link href={paths.helpTopic({ topic: id })}>{textIn(question)}</Link></li>)}
      </ul>
    </section>
  )
}
