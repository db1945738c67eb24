// One answer: sentences with the numbers of their sources, the sources word for word, what else can be asked, and whether it helped.
// Without an answer it says so, and where to turn.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Answer, Sentence, Turn } from './conversation.ts'

/** `region`: where it was asked; `busy`: a question is on its way, nothing else can be asked. */
type Props = { question: string; answer: Answer; region: string | undefined; busy: boolean; onAsk: (question: string, about?: Turn['about']) => void }

export function AnswerCard({ question, answer, region, busy, onAsk }: Props) {
  const t = useT()
  return (
    <>
      {answer.kind === 'answer' && (
        <>
          {answer.about && <p className="assistant-about">{t('assistant.about')} <Link href={answer.about.url}>{answer.about.name}</Link></p>}
          <Sentences sentences={answer.sentences} sources={answer.sources} />
          {answer.byModel && <p className="tb-muted">{t('assistant.byModel')}</p>}
          <Sources sources={answer.sources} />
        </>
      )}
      {answer.kind === 'choose' && (
        <>
          <p>{t('assistant.choose')}</p>
          <p className="assistant-chips" inert={busy}>
            {answer.choices.map(({ type, id, name }) => <Button key={id} variant="quiet" onClick={() => onAsk(question, { type, id })}>{name}</Button>)}
          </p>
        </>
      )}
      {answer.kind === 'unknown' && (
        <>
          <p><b>{t('assistant.unknown.title')}</b></p>
          <p>{t(`assistant.unknown.${answer.reason ?? 'absent'}`)}</p>
        </>
      )}
      {answer.people.length > 0 && <People people={answer.people} />}
      {answer.more.length > 0 && (
        <div>
          <p className="tb-muted">{t('assistant.more')}</p>
          <p className="assistant-chips" inert={busy}>{answer.more.map((each) => <Button key={each} variant="quiet" onClick={() => onAsk(each)}>{each}</Button>)}</p>
        </div>
      )}
      {answer.kind === 'answer' && <Helpful question={question} about={answer.about} region={region} />}
    </>
  )
}

/** Also of an answer that is still coming. */
export function Sentences({ sentences, sources }: Pick<Answer, 'sentences' | 'sources'>) {
  const t = useT()
  const sourceOf = (number: number) => sources.find((each) => each.number === number)
  const Cites = ({ cites }: Pick<Sentence, 'cites'>) =>
    cites.flatMap((number) => sourceOf(number) ?? []).map(({ number, title, url }) => (
      <Link key={number} className="assistant-cite" href={url} aria-label={t('assistant.cite', { n: number, title })}>[{number}]</Link>
    ))
  return (
    <ul className="assistant-sentences">
      {sentences.map(({ text, cites }) => <li key={text}>{text}<Cites cites={cites} /></li>)}
    </ul>
  )
}

function Sources({ sources }: Pick<Answer, 'sources'>) {
  const t = useT()
  return (
    <details className="assistant-sources">
      <summary>{t('assistant.sources')} <small>{sources.length}</small></summary>
      <ol>
        {sources.map(({ number, title, quote, url }) => (
          <li key={number} value={number}>
            <Link href={url}>{title}</Link>
            <blockquote>{quote}</blockquote>
          </li>
        ))}
      </ol>
    </details>
  )
}

function People({ people }: Pick<Answer, 'people'>) {
  const t = useT()
  return (
    <div>
      <p className="tb-muted">{t('assistant.ways')}</p>
      <ul className="assistant-people">
        {people.map(({ way, label, detail, url }) => (
          <li key={way}>
            <Link href={url}>{way === 'call' && <Icon name="phone" />} {label}</Link>
            {detail && <small>{detail}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Helpful({ question, about, region }: { question: string; about: Answer['about']; region: string | undefined }) {
  const t = useT()
  const [said, setSaid] = useState<'yes' | 'no'>()
  const say = (answer: 'yes' | 'no') => {
    setSaid(answer)
    // Noted if it arrives; nothing of the person depends on it.
    api('rateAssistantAnswer', { body: { question, helpful: answer === 'yes', ...(about ? { about: { type: about.type, id: about.id } } : {}), ...(region === undefined ? {} : { region }) } }).catch(() => {})
  }
  if (said) return <p className="tb-muted" role="status">{t(said === 'yes' ? 'assistant.helpful.thanks' : 'assistant.helpful.noted')}</p>
  return (
    <div className="assistant-helpful" role="group" aria-label={t('assistant.helpful.ask')}>
      <span className="tb-muted">{t('assistant.helpful.ask')}</span>
      <Button variant="quiet" onClick={() => say('yes')}>{t('assistant.helpful.yes')}</Button>
      <Button variant="quiet" onClick={() => say('no')}>{t('assistant.helpful.no')}</Button>
    </div>
  )
}
