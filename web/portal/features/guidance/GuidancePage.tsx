// From a sentence to the matter: what was understood, one question at a time, what comes out, the way to begin.
// The server understands and plans; nothing is kept there. What was told stays in this tab, so logging in or a reload loses nothing.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useDistrict } from '../../../shared/district.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { guidedQuery } from './queries.ts'
import { SayForm } from './SayForm.tsx'
import { keepTalk, readTalk, rewrite, say, undo, type Talk } from './talk.ts'
import { Undo } from './Undo.tsx'
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
  const [root, follow] = useFocusThatFollows(isFetching)
  const { said, matter } = talk.now
  const tell = (next: Talk) => {
    if (next.now.said !== said || next.now.matter !== matter) follow('on')
    setRewriting(false)
    setTalk(next)
  }
  const changeWords = () => {
    follow('on')
    setRewriting(true)
  }
  const goBack = () => {
    follow('back')
    if (rewriting) setRewriting(false)
    else setTalk(undo(talk))
  }
  const asking = said === '' || rewriting
  const wayBack = (rewriting || talk.before.length > 0) && <Undo onUndo={goBack} />
  return (
    <div className="tb-page guidance-page" ref={root}>
      <header>
        <h1>{t('guidance.title')}</h1>
        {asking && <p className="guidance-lead">{t('guidance.lead')}</p>}
      </header>
      {asking && <SayForm said={said} undo={wayBack} onSay={(words) => tell(said === '' ? say(talk, words) : rewrite(talk, words))} />}
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
      {!asking && !error && (data ? <Understanding talk={talk} guided={data} busy={isFetching} undo={wayBack} onTell={tell} onRewrite={changeWords} /> : <Loading lines={6} />)}
      {!asking && (error || !data) && wayBack}
      <p className="tb-hidden" role="status">{!asking && `${t('guidance.said.title')}：${said}`}</p>
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

/**
 * A step can take the button that was pressed away with what stood there. The focus then goes to the box one writes in, after a step back
 * to the way back, so that one can go on going back, else to the heading of what came. `busy`: the answer to the step is still on its way.
 */
function useFocusThatFollows(busy: boolean) {
  const root = useRef<HTMLDivElement>(null)
  const stepped = useRef<'on' | 'back'>(undefined)
  useEffect(() => {
    if (!stepped.current) return
    if (document.activeElement === document.body) {
      const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector)
      const control = find('textarea') ?? (stepped.current === 'back' ? find('.guidance-undo') : undefined)
      const heading = control ? undefined : find('h2')
      if (heading) heading.tabIndex = -1
      ;(control ?? heading)?.focus({ preventScroll: true })
    }
    if (!busy) stepped.current = undefined
  })
  return [root, (step: 'on' | 'back') => void (stepped.current = step)] as const
}
