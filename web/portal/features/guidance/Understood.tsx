// What was understood, answer by answer, with the words it comes from; each can be put right or removed.
// A choice made here is an answer like any other, and can be undone like one.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Answer } from '../../../../server/modules/planning/plan.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { Choices, useAnswerName } from './Choices.tsx'
import { wordsAt } from './marked.ts'
import type { Given, Guide } from './queries.ts'

interface Props {
  said: string
  guide: Guide
  onAnswer: (concept: string, value: Answer) => void
  onRemove: (concept: string) => void
}

export function Understood({ guide, ...rest }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const heard = guide.given.filter(({ words }) => words !== null)
  return (
    <Card title={t('guidance.understood.title')} aside={<Chip tone="azure">{textIn(guide.name)}</Chip>}>
      <p className="tb-muted">{t(heard.length > 0 ? 'guidance.understood.hint' : 'guidance.understood.nothing')}</p>
      <Entries given={heard} {...rest} />
      {guide.unclear.map(({ concept, ask }) => (
        <p key={concept}>{t('guidance.understood.unclear', { ask: textIn(ask) })}</p>
      ))}
    </Card>
  )
}

/** What was answered here, below the question, so that the question stays where it is. */
export function Answered({ guide, ...rest }: Props) {
  const t = useT()
  const answered = guide.given.filter(({ words }) => words === null)
  return answered.length > 0 && <Card title={t('guidance.understood.answered')}><Entries given={answered.toReversed()} {...rest} /></Card>
}

function Entries({ given, ...rest }: { given: readonly Given[] } & Omit<Props, 'guide'>) {
  return (
    <ul className="guidance-given">
      {given.map((each) => <Entry key={each.concept} given={each} {...rest} />)}
    </ul>
  )
}

function Entry({ said, given, onAnswer, onRemove }: { given: Given } & Pick<Props, 'said' | 'onAnswer' | 'onRemove'>) {
  const t = useT()
  const textIn = useTextIn()
  const nameOf = useAnswerName()
  const [changing, setChanging] = useState(false)
  const { concept, ask, value, name, words, choices } = given
  return (
    <li>
      <div>
        <span className="tb-muted">{textIn(ask)}</span>
        <b>{nameOf(name, value)}</b>
        {words && <span className="guidance-from">{t('guidance.understood.from', { words: wordsAt(said, words) })}</span>}
      </div>
      <div className="guidance-actions">
        {choices.length > 0 && (
          <Button variant="plain" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {t('common.change')}
            <VisuallyHidden> {textIn(ask)}</VisuallyHidden>
          </Button>
        )}
        <Button variant="plain" onClick={() => onRemove(concept)}>
          {t('guidance.understood.remove')}
          <VisuallyHidden> {textIn(ask)}</VisuallyHidden>
        </Button>
      </div>
      {changing && (
        <Choices
          label={textIn(ask)}
          labelHidden
          choices={choices}
          chosen={value}
          onChoose={(next) => {
            setChanging(false)
            onAnswer(concept, next)
          }}
        />
      )}
    </li>
  )
}
