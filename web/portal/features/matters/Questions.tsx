// The scenario questions beside a matter, one at a time; each answer changes the figures at once.
// Answers stay in sight and can be changed; the focus follows to the next question.
import { useEffect, useRef, useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Answer, Answers, PlannedQuestion } from '../../../../server/modules/planning/plan.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import type { MatterBundle } from './queries.ts'
import { choicesOf, type Situation } from './situation.ts'

interface Props {
  bundle: MatterBundle
  situation: Situation
  answers: Answers
  onAnswer: (concept: string, value: Answer) => void
  onClear: () => void
}

export function Questions({ bundle, situation, answers, onAnswer, onClear }: Props) {
  const t = useT()
  const [changing, setChanging] = useState<string>()
  const answered = Object.keys(answers).flatMap((concept) => questionAbout(bundle, concept) ?? [])
  const current = answered.find(({ concept }) => concept === changing) ?? situation.question
  const root = useFocusOnNext(current?.concept, answered.length > 0)
  if (!current && answered.length === 0) return null

  const answer = (concept: string, value: Answer) => {
    setChanging(undefined)
    onAnswer(concept, value)
  }
  const { after } = situation.plan
  return (
    <div ref={root}>
      <Card
        title={current ? t('matters.questions.title') : t('matters.questions.done')}
        aside={current && situation.left > 1 && <span>{t('matters.questions.left', { n: situation.left })}</span>}
      >
        <div className="tb-stack">
          {answered.length > 0 && (
            <ul className="matter-answers">
              {answered.filter(({ concept }) => concept !== current?.concept).map((question) => (
                <Answered key={question.concept} bundle={bundle} question={question} value={answers[question.concept] ?? null} onChange={() => setChanging(question.concept)} />
              ))}
            </ul>
          )}
          {current && <Question key={current.concept} bundle={bundle} question={current} value={answers[current.concept]} onAnswer={answer} />}
          {!current && situation.later > 0 && <p className="tb-muted">{t('matters.questions.later', { n: situation.later })}</p>}
          {!current && <Button variant="plain" onClick={onClear}>{t('matters.questions.clear')}</Button>}
          <p className="tb-hidden" role="status">
            {answered.length > 0 && t('matters.questions.updated', { fields: after.fields, evidence: after.evidence, days: after.workingDays })}
          </p>
        </div>
      </Card>
    </div>
  )
}

/** The button that was pressed goes away with its question: the focus then moves to the next one, or to the heading. */
function useFocusOnNext(concept: string | undefined, hasBegun: boolean) {
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!hasBegun || document.activeElement !== document.body) return
    const target = root.current?.querySelector<HTMLElement>('legend') ?? root.current?.querySelector<HTMLElement>('h2')
    if (target) target.tabIndex = -1
    target?.focus({ preventScroll: true })
  }, [concept, hasBegun])
  return root
}

function questionAbout({ catalogue, matter }: MatterBundle, concept: string): PlannedQuestion | undefined {
  const written = catalogue.matters[matter.id]?.scenario.find((each) => each.concept === concept)
  const definition = catalogue.concepts[concept]
  if (!definition) return undefined
  return { concept, ask: written?.ask ?? definition.name, ...(written?.help ? { help: written.help } : {}), choices: definition.constraint.choices ?? [] }
}

function useChoiceName(): (name: PlannedQuestion['ask'] | undefined, value: Answer) => string {
  const t = useT()
  const textIn = useTextIn()
  return (name, value) => (name ? textIn(name) : value === true ? t('common.yes') : t('common.no'))
}

interface QuestionProps {
  bundle: MatterBundle
  question: PlannedQuestion
}

function Question({ bundle, question, value, onAnswer }: QuestionProps & { value: Answer | undefined; onAnswer: Props['onAnswer'] }) {
  const textIn = useTextIn()
  const nameOf = useChoiceName()
  return (
    <fieldset className="tb-field">
      <legend className="tb-field-label">{textIn(question.ask)}</legend>
      {question.help && <p className="tb-field-hint">{textIn(question.help)}</p>}
      <div className="matter-choices">
        {choicesOf(bundle.catalogue, question).map((choice) => (
          <Button key={String(choice.value)} variant="ghost" aria-pressed={value === undefined ? undefined : value === choice.value} onClick={() => onAnswer(question.concept, choice.value)}>
            {nameOf(choice.name, choice.value)}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

function Answered({ bundle, question, value, onChange }: QuestionProps & { value: Answer; onChange: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const nameOf = useChoiceName()
  const chosen = choicesOf(bundle.catalogue, question).find((choice) => choice.value === value)
  return (
    <li>
      <span>
        {textIn(question.ask)} <b>{nameOf(chosen?.name, value)}</b>
      </span>
      <Button variant="plain" onClick={onChange}>
        {t('matters.questions.change')}
        <VisuallyHidden> {textIn(question.ask)}</VisuallyHidden>
      </Button>
    </li>
  )
}
