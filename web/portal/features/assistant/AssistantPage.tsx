// The assistant: a conversation about how things are done, each sentence with its source, and the way to a person with what was said.
// `?q=` asks at once, `?about=service:…` says what it is about.
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useOnline } from '../../../shared/useOnline.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { freshlyWritten, keepWritten, readWritten } from '../hard-cases/kept.ts'
import { AnswerCard, Sentences } from './AnswerCard.tsx'
import { CallBack, type SaidLine } from './CallBack.tsx'
import { readAbout, transcriptOf, type Turn } from './conversation.ts'
import { assistantQuery, useConversation } from './useConversation.ts'
import './assistant.css'

export const loader = async () => {
  await queryClient.prefetchQuery(assistantQuery)
  return null
}

export const title = () => t('assistant.title')

const examples = ['fee', 'documents', 'days', 'hall'] as const
const longest = 300

export function Component() {
  const t = useT()
  const [address, setAddress] = useSearchParams()
  const talk = useConversation(readAbout(address.get('about')))
  const first = address.get('q')?.trim().slice(0, longest) ?? ''
  const begun = useRef(false)
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (begun.current || first === '') return
    begun.current = true
    if (talk.turns.at(-1)?.question !== first) talk.ask(first)
    // Asked once; going back does not ask again.
    const rest = new URLSearchParams(address)
    rest.delete('q')
    setAddress(rest, { replace: true })
  }, [first, talk, address, setAddress])
  const count = talk.turns.length
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'start', behavior: 'instant' })
  }, [count])
  return (
    <div className="tb-page tb-page-text tb-stack assistant-page">
      <header>
        <h1>{t('assistant.title')}</h1>
        <p>{t('assistant.lead')}</p>
      </header>
      {count === 0 && <Examples onAsk={talk.ask} />}
      <ol className="assistant-turns" aria-label={t('assistant.conversation')} aria-live="polite" aria-busy={talk.busy}>
        {talk.turns.map((turn, at) => (
          <li key={turn.id} ref={at === count - 1 ? end : undefined}>
            <p className="assistant-question"><span className="tb-hidden">{t('assistant.you')}：</span>{turn.question}</p>
            <TurnAnswer turn={turn} region={talk.region} busy={talk.busy} onAsk={talk.ask} onRetry={() => talk.retry(turn)} />
          </li>
        ))}
      </ol>
      <AskBox key={count} busy={talk.busy} onAsk={talk.ask} />
      {count > 0 && !talk.busy && <HandOver turns={talk.turns} onRestart={talk.restart} />}
    </div>
  )
}

function Examples({ onAsk }: { onAsk: (question: string) => void }) {
  const t = useT()
  return (
    <section aria-labelledby="assistant-examples">
      <h2 id="assistant-examples" className="assistant-label">{t('assistant.examples')}</h2>
      <p className="assistant-chips">{examples.map((each) => <Button key={each} variant="quiet" onClick={() => onAsk(t(`assistant.example.${each}`))}>{t(`assistant.example.${each}`)}</Button>)}</p>
    </section>
  )
}

/** @param busy a question is on its way */
function TurnAnswer({ turn: { question, coming, answer, failed }, region, busy, onAsk, onRetry }: { turn: Turn; region: string | undefined; busy: boolean; onAsk: (question: string, about?: Turn['about']) => void; onRetry: () => void }) {
  const t = useT()
  if (failed) {
    return <Notice tone="warning" live="polite" title={t('assistant.failed.title')} actions={<Button variant="ghost" disabledReason={busy ? t('assistant.waiting') : undefined} onClick={onRetry}>{t('assistant.failed.retry')}</Button>}><p>{t('assistant.failed.text')}</p></Notice>
  }
  return (
    <div className="assistant-answer" role="group" aria-label={t('assistant.answer')}>
      {answer ? <AnswerCard question={question} answer={answer} region={region} busy={busy} onAsk={onAsk} /> : (
        <>
          {coming && <Sentences {...coming} />}
          <p className="tb-muted">{t('assistant.sending')}</p>
        </>
      )}
    </div>
  )
}

function AskBox({ busy, onAsk }: { busy: boolean; onAsk: (question: string) => void }) {
  const t = useT()
  const online = useOnline()
  const [words, setWords] = useState('')
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const question = words.trim()
    if (question === '') document.getElementById('assistant-box')?.focus()
    else if (!busy && online) onAsk(question)
  }
  return (
    <form className="assistant-box" onSubmit={submit}>
      <TextInput id="assistant-box" label={t('assistant.box')} value={words} onChange={setWords} placeholder={t('assistant.placeholder')} maxLength={longest} hint={t('assistant.privacy')} />
      <Button type="submit" busy={busy} disabledReason={online ? undefined : t('assistant.offline')}>{t('assistant.send')}</Button>
    </form>
  )
}

/** The transcript goes along; what somebody was already writing there stays. */
function HandOver({ turns, onRestart }: { turns: readonly Turn[]; onRestart: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const give = () => {
    const transcript = transcriptOf(turns, {
      head: t('assistant.transcript.head'), you: (text) => t('assistant.transcript.you', { text }), answer: (text) => t('assistant.transcript.answer', { text }), unknown: t('assistant.transcript.unknown'),
    })
    const kept = readWritten(localStorage)
    const account = kept && kept.account.trim() !== '' ? `${kept.account}\n\n${transcript}` : transcript
    keepWritten(localStorage, kept ? { ...kept, account } : freshlyWritten(crypto.randomUUID(), '', account))
    void navigate(paths.hardCases())
  }
  const said = turns.flatMap(({ question, answer }): SaidLine[] => [
    { who: 'person', text: question },
    ...(answer ? [{ who: 'assistant' as const, text: answer.sentences.map(({ text }) => text).join('') || t('assistant.transcript.unknown') }] : []),
  ])
  return (
    <section className="assistant-over" aria-labelledby="assistant-over">
      <h2 id="assistant-over" className="assistant-label">{t('assistant.handOver.title')}</h2>
      <p className="tb-muted">{t('assistant.handOver.text')}</p>
      <div className="tb-row">
        <Button variant="ghost" icon="person" onClick={give}>{t('assistant.handOver.action')}</Button>
        <LinkButton href="tel:12345" variant="ghost" icon="phone">{t('assistant.handOver.call')}</LinkButton>
        <Button variant="quiet" onClick={onRestart}>{t('assistant.again')}</Button>
      </div>
      <CallBack said={said} />
    </section>
  )
}
