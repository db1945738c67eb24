// One question at a time about the person's situation; each answer shows what it changes before it is given.
// The question is in the address, so the browser's back button goes to the one before.
import { useState } from 'react'
import { redirect, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { PlannedQuestion } from '../../../../server/modules/planning/index.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ApplyFrame } from './ApplyFrame.tsx'
import { Consequences } from './Consequences.tsx'
import { listQuestions, optionsOf } from './questions.ts'
import { currentDraft, loadDraft, useDraft, type DraftPage } from './queries.ts'
import { useHeadingFocus } from './useHeadingFocus.ts'
import { useSaver } from './useSaver.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
  const page = await loadDraft({ params })
  const asked = new URL(request.url).searchParams.get('question')
  if (page.draft.plan.questions.length === 0 && asked === null) throw redirect(paths.applyTasks({ application: page.draft.id }))
  return page
}

export const title = ({ draft }: DraftPage) => t('apply.scenario.of', { matter: textNow(draft.matterName) })

export function Component() {
  const { draft, catalogue } = useDraft()
  const [search] = useSearchParams()
  const questions = listQuestions(draft, catalogue)
  const asked = search.get('question')
  const at = questions.findIndex(({ concept }) => concept === (asked ?? draft.plan.questions[0]?.concept))
  const question = questions[at] ?? questions[0]
  if (!question) return null
  return <Question key={question.concept} question={question} before={questions[at - 1]} />
}

const fieldId = 'scenario'

function Question({ question, before }: { question: PlannedQuestion; before: PlannedQuestion | undefined }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { application, draft, catalogue } = useDraft()
  const { saver } = useSaver(application)
  const options = optionsOf(question)
  const [chosen, setChosen] = useState(draft.answers[question.concept])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  // A new question keeps the path of the page, so the frame does not move the focus.
  const heading = useHeadingFocus()
  const error = attempt > 0 && chosen === undefined ? t('apply.scenario.choose') : undefined
  const hrefOf = (concept: string) => paths.applyScenario({ application }, { question: concept })
  const open = draft.plan.questions.filter(({ concept }) => concept !== question.concept).length

  const goOn = async () => {
    if (chosen === undefined || chosen === null) return setAttempt(attempt + 1)
    setBusy(true)
    saver.change({ [question.concept]: chosen })
    const saved = await saver.flush()
    setBusy(false)
    if (!saved) return
    const next = currentDraft(application)?.plan.questions[0]
    await navigate(next ? hrefOf(next.concept) : paths.applyTasks({ application }))
  }

  return (
    <ApplyFrame draft={draft} title={t('apply.scenario.title')}>
      <div className="tb-stack">
        <ErrorSummary errors={error ? [{ field: fieldId, message: error }] : []} attempt={attempt} />
        <div>
          <p className="tb-muted">{open > 0 ? t('apply.scenario.left', { n: open }) : t('apply.scenario.last')}</p>
          <h1 ref={heading} tabIndex={-1}>{textIn(question.ask)}</h1>
        </div>
        {question.help && <p>{textIn(question.help)}</p>}
        <RadioGroup
          id={fieldId}
          label={textIn(question.ask)}
          labelHidden
          error={error}
          value={chosen === undefined ? '' : String(chosen)}
          onChange={(value) => setChosen(options.find((option) => String(option.value) === value)?.value)}
          options={options.map((option) => ({ value: String(option.value), label: option.name ? textIn(option.name) : t(option.value === true ? 'common.yes' : 'common.no') }))}
        />
        <Consequences draft={draft} catalogue={catalogue} concept={question.concept} value={chosen ?? null} />
        <div className="tb-row">
          <Button busy={busy} onClick={() => void goOn()}>{t('common.continue')}</Button>
          <Link href={before ? hrefOf(before.concept) : paths.matter({ matter: draft.matter })} className="apply-back">{before ? t('apply.scenario.previous') : t('apply.scenario.matter')}</Link>
        </div>
      </div>
    </ApplyFrame>
  )
}
