// The question after an answer: how satisfied, solved or not, in five grades; and whether it should be done again by the unit above.
// Until when and how often is the server's rule; what cannot be done any more says so.
import { useState } from 'react'
import { gradeNames, isBad, type Grade } from '../../../../server/modules/ratings/grade.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { GradePicker } from '../../../shared/rating/GradePicker.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { mayTake, type Shown } from './queries.ts'
import { rateWith, type Undone } from './rating.ts'
import { useReach } from './reach.ts'

const longest = 2000

export function RateCard({ one }: { one: Shown }) {
  const t = useT()
  const textIn = useTextIn()
  const [undone, setUndone] = useState<Undone>()
  if (mayTake(one, 'rate')) return <RateForm one={one} onUndone={setUndone} />
  if (one.grade === null) return null
  return (
    <Card>
      <p className="tb-row">{t('requests.rate.given', { grade: textIn(gradeNames[one.grade]) })} <Chip tone={isBad(one.grade) ? 'warning' : 'success'}>{t(`requests.states.${one.state}`)}</Chip></p>
      {mayTake(one, 'redo') && <RedoForm one={one} undone={undone?.round === one.round ? undone : undefined} />}
    </Card>
  )
}

function RateForm({ one, onUndone }: { one: Shown; onUndone: (undone: Undone) => void }) {
  const t = useT()
  const reach = useReach()
  const [grade, setGrade] = useState<Grade>()
  const [solved, setSolved] = useState('')
  const [words, setWords] = useState('')
  const [again, setAgain] = useState('redo')
  const [failed, setFailed] = useState<string[]>([])
  const [attempt, setAttempt] = useState(0)
  const bad = grade !== undefined && (isBad(grade) || solved === 'no')
  // The server says "satisfied" where nothing but the grade is missing.
  const mayRedo = one.can.some(({ action, possible, because }) => action === 'redo' && (possible || because === 'satisfied'))
  const redo = bad && mayRedo && again === 'redo'
  const rating = useChange(
    (chosen: Grade) => rateWith(reach, { grade: chosen, solved: solved === '' ? !isBad(chosen) : solved === 'yes', words: words.trim() }, redo ? failed : null, onUndone),
    (next) => {
      reach.keep(next)
      toast(t(redo ? 'requests.rate.redone' : 'requests.rate.done'), { tone: 'success' })
    },
  )
  const problems = [
    ...(grade === undefined ? [{ field: 'grade', message: t('requests.rate.pick') }] : []),
    ...(bad && [...words.trim()].length < 2 ? [{ field: 'rate-why', message: t('requests.rate.whyNeeded') }] : []),
    ...(redo && one.parts.length > 0 && failed.length === 0 ? [{ field: 'failed', message: t('requests.rate.partNeeded') }] : []),
  ]
  const shown = attempt > 0 ? problems : []
  const errorOf = (field: string) => shown.find((each) => each.field === field)?.message
  return (
    <Card title={t('requests.rate.title')} tone="attention">
      <form
        className="tb-stack"
        noValidate
        aria-label={t('requests.rate.title')}
        onSubmit={(event) => {
          event.preventDefault()
          setAttempt((before) => before + 1)
          if (problems.length === 0 && grade) rating.mutate(grade)
        }}
      >
        <p className="tb-muted">{t('requests.rate.lead')}</p>
        {shown.length > 0 && <ErrorSummary errors={shown} attempt={attempt} />}
        <GradePicker id="grade" label={t('requests.rate.grade')} value={grade} onChange={setGrade} error={errorOf('grade')} />
        <RadioGroup label={t('requests.rate.solved')} optional inline value={solved} onChange={setSolved} options={[{ value: 'yes', label: t('requests.rate.solvedYes') }, { value: 'no', label: t('requests.rate.solvedNo') }]} />
        <TextArea id="rate-why" label={t(bad ? 'requests.rate.whyBad' : 'requests.rate.why')} required={bad} optional={!bad} rows={3} limit={longest} value={words} onChange={setWords} error={errorOf('rate-why')} />
        {bad && mayRedo && (
          <RadioGroup label={t('requests.rate.redo')} labelHidden value={again} onChange={setAgain} options={[{ value: 'redo', label: t('requests.rate.redo'), hint: t('requests.rate.redoHint') }, { value: 'keep', label: t('requests.rate.noRedo') }]} />
        )}
        {redo && <FailedParts one={one} failed={failed} onChange={setFailed} error={errorOf('failed')} />}
        {bad && !mayRedo && <p>{t('requests.rate.redoOver')}</p>}
        {rating.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(rating.error) ?? t('ui.error.text')}</p></Notice>}
        <div><Button type="submit" busy={rating.isPending}>{t(redo ? 'requests.rate.sendRedo' : 'requests.rate.send')}</Button></div>
      </form>
    </Card>
  )
}

/** Rated badly before, and thought better of it; or what was asked for along with the rating did not arrive. */
function RedoForm({ one, undone }: { one: Shown; undone: Undone | undefined }) {
  const t = useT()
  const reach = useReach()
  const [why, setWhy] = useState(undone?.why ?? '')
  const [failed, setFailed] = useState<string[]>(undone?.failed ?? [])
  const [tried, setTried] = useState(false)
  const short = [...why.trim()].length < 2
  const unnamed = one.parts.length > 0 && failed.length === 0
  const redoing = useChange(() => reach.redo(why.trim(), failed), (next) => {
    reach.keep(next)
    toast(t('requests.rate.redone'), { tone: 'success' })
  })
  const error = redoing.isPending || redoing.isSuccess ? null : (redoing.error ?? undone?.error ?? null)
  const send = () => {
    setTried(true)
    if (!short && !unnamed) redoing.mutate()
  }
  return (
    <div className="tb-stack">
      <TextArea label={t('requests.rate.whyBad')} hint={t('requests.rate.redoHint')} rows={3} limit={longest} value={why} onChange={setWhy} error={tried && short ? t('requests.rate.whyNeeded') : undefined} />
      <FailedParts one={one} failed={failed} onChange={setFailed} error={tried && unnamed ? t('requests.rate.partNeeded') : undefined} />
      {error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(error) ?? t('ui.error.text')}</p></Notice>}
      <div><Button variant="ghost" busy={redoing.isPending} onClick={send}>{t('requests.rate.redo')}</Button></div>
    </div>
  )
}

/** Several units have answered: only what was not done well is done again. */
function FailedParts({ one, failed, onChange, error }: { one: Shown; failed: readonly string[]; onChange: (failed: string[]) => void; error: string | undefined }) {
  const t = useT()
  const textIn = useTextIn()
  if (one.parts.length === 0) return null
  return (
    <CheckboxGroup
      id="failed" label={t('requests.rate.parts')} hint={t('requests.rate.partsHint')} required values={failed} onChange={onChange} error={error}
      options={one.parts.map(({ id, unit }, index) => ({ value: id, label: t('requests.rate.part', { n: index + 1, unit: unit ? textIn(unit.name) : '' }) }))}
    />
  )
}
