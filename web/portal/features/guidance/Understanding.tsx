// Everything after the sentence: what was said, the matters it may mean, what was understood, the next question, what comes out.
// Read from top to bottom it is one conversation; on a wide screen what comes out stands beside it. The way back stands with the question,
// and with the sentence where no question is put.
import type { ReactNode } from 'react'
import type { Answer } from '../../../../server/modules/planning/plan.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { HallsCard } from '../halls/HallsCard.tsx'
import { ComesOut } from './ComesOut.tsx'
import { markedPieces } from './marked.ts'
import { Matters } from './Matters.tsx'
import { NextQuestion } from './NextQuestion.tsx'
import { FoundGuides, NoneOfThese, NothingUnderstood } from './Otherwise.tsx'
import type { Guided } from './queries.ts'
import { answer, choose, leaveOpen, remove, startAgain, type Talk } from './talk.ts'
import { Answered, Understood } from './Understood.tsx'

interface Props {
  talk: Talk
  guided: Guided
  busy: boolean
  undo: ReactNode
  onTell: (talk: Talk) => void
  onRewrite: () => void
}

export function Understanding({ talk, guided, busy, undo, onTell, onRewrite }: Props) {
  const { guide, matters, services, halls } = guided
  const { said } = talk.now
  const correcting = { said, onAnswer: (concept: string, value: Answer) => onTell(answer(talk, concept, value)), onRemove: (concept: string) => onTell(remove(talk, concept)) }
  return (
    <div className="guidance-columns" aria-busy={busy}>
      <div className="tb-stack">
        <Said guided={guided} said={said} undo={guide ? null : undo} onRewrite={onRewrite} onAgain={() => onTell(startAgain(talk))} />
        <Matters said={said} matters={matters} chosen={guide?.matter} onChoose={(matter) => onTell(choose(talk, matter))} />
        {guide && <Understood guide={guide} {...correcting} />}
        {guide && (
          <NextQuestion
            guide={guide}
            undo={undo}
            onAnswer={correcting.onAnswer}
            onUnknown={(concept) => onTell(leaveOpen(talk, concept))}
          />
        )}
        {guide && <Answered guide={guide} {...correcting} />}
        {!guide && services.length > 0 && <FoundGuides services={services} />}
        {!guide && matters.length + services.length > 0 && <NoneOfThese said={said} />}
        {!guide && matters.length + services.length === 0 && <NothingUnderstood said={said} />}
      </div>
      {(guide || matters.length + services.length > 0) && (
        <aside className="tb-stack">
          {guide && <ComesOut guide={guide} />}
          <HallsCard halls={halls} />
        </aside>
      )}
    </div>
  )
}

function Said({ guided: { guide, matters }, said, undo, onRewrite, onAgain }: { guided: Guided; said: string; undo: ReactNode; onRewrite: () => void; onAgain: () => void }) {
  const t = useT()
  const stretches = [...(guide?.given ?? []).map(({ words }) => words), ...matters.map(({ why }) => why)].filter((each) => each !== null)
  return (
    <Card title={t('guidance.said.title')} aside={<Button variant="plain" onClick={onAgain}>{t('guidance.said.again')}</Button>}>
      <p className="guidance-said">
        {markedPieces(said, stretches).map(({ from, text, marked }) => (marked ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>))}
      </p>
      <div className="guidance-actions">
        <Button variant="plain" onClick={onRewrite}>{t('guidance.said.change')}</Button>
        {undo}
      </div>
    </Card>
  )
}
