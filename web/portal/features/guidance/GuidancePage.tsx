// From a sentence to the matter: what was understood, one question at a time, what comes out, the way to begin.
// The server understands and plans; nothing is kept there. What was told stays in this tab, so logging in or a reload loses nothing.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDistrict } from '../../../shared/district.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { guidedQuery } from './queries.ts'
import { SayForm } from './SayForm.tsx'
import { keepTalk, readTalk, rewrite, say, type Talk } from './talk.ts'
import { Understanding } from './Understanding.tsx'
import './guidance.css'

/** Which places are served is known before anything is asked for the one that was remembered. */
export async function loader(): Promise<null> {
  await queryClient.prefetchQuery(regionsQuery)
  return null
}

export const title = () => t('guidance.title')

export function Component() {
  const t = useT()
  const [talk, setTalk] = useTalk()
  const [rewriting, setRewriting] = useState(false)
  const { data, error, refetch, isFetching } = useQuery(guidedQuery(talk.now, useDistrict()))
  const tell = (next: Talk) => {
    setRewriting(false)
    setTalk(next)
  }
  const asking = talk.now.said === '' || rewriting
  return (
    <div className="tb-page guidance-page">
      <header>
        <h1>{t('guidance.title')}</h1>
        {asking && <p className="guidance-lead">{t('guidance.lead')}</p>}
      </header>
      {asking && <SayForm said={talk.now.said} onSay={(said) => tell(talk.now.said === '' ? say(said) : rewrite(talk, said))} />}
      {!asking && error && (
        <ErrorState
          title={t('guidance.failed.title')}
          logId={logIdOf(error)}
          onRetry={() => void refetch()}
          retrying={isFetching}
          action={<LinkButton href="tel:12345" variant="ghost" icon="phone">{t('guidance.nothing.call')}</LinkButton>}
        >
          {t('guidance.failed.text')}
        </ErrorState>
      )}
      {!asking && !error && (data ? <Understanding talk={talk} guided={data} busy={isFetching} onTell={tell} onRewrite={() => setRewriting(true)} /> : <Loading lines={6} />)}
    </div>
  )
}

function useTalk(): [Talk, (talk: Talk) => void] {
  const [talk, setTalk] = useState(readTalk)
  return [talk, (next) => {
    keepTalk(next)
    setTalk(next)
  }]
}
