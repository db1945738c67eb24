// What the conclusion becomes: those proposed and how far they are, and the form for another one.
// Words of the applicant are not copied into it: the coordinator writes what others may read.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { hardCaseQuery, type HardCase, type Lesson } from './queries.ts'
import { useChecks, useProblems } from './StepForm.tsx'
import { stageTones } from './tones.ts'
import { readWords } from './words.ts'

export function LessonsCard({ one }: { one: HardCase }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const mayPropose = one.actions.some(({ because }) => because !== 'role')
  return (
    <Card title={t('hard-case-desk.lessons.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('hard-case-desk.lessons.lead')}</p>
        {one.lessons.length === 0 && <p>{t('hard-case-desk.lessons.none')}</p>}
        <ul className="hard-plain">
          {one.lessons.map((lesson) => (
            <li key={lesson.id}>
              <div className="tb-row"><b>{lesson.ask}</b> <Chip>{t(`hard-case-desk.lessons.kinds.${lesson.kind}`)}</Chip> <StageChip lesson={lesson} /></div>
              <p className="hard-words">{lesson.answer}</p>
              {lesson.stage === 'published' && <Link href={paths.answer({ answer: lesson.id })}>{t('hard-case-desk.lessons.see')}</Link>}
              {lesson.reason && <p className="tb-muted">{t('hard-case-desk.lessons.reason', { text: lesson.reason })}</p>}
            </li>
          ))}
        </ul>
        {mayPropose && (open ? <ProposeForm one={one} onDone={() => setOpen(false)} /> : <div><Button variant="ghost" onClick={() => setOpen(true)}>{t('hard-case-desk.lessons.propose')}</Button></div>)}
      </div>
    </Card>
  )
}

export function StageChip({ lesson }: { lesson: Lesson }) {
  const t = useT()
  if (lesson.edition !== null) return <Chip tone="success">{t('hard-case-desk.lessons.done', { n: lesson.edition })}</Chip>
  return <Chip tone={stageTones[lesson.stage]}>{t(`hard-case-desk.lessons.stages.${lesson.stage}`)}</Chip>
}

const kinds = ['question', 'scenario', 'catalogue'] as const

function ProposeForm({ one, onDone }: { one: HardCase; onDone: () => void }) {
  const t = useT()
  const check = useChecks()
  const [kind, setKind] = useState<(typeof kinds)[number]>('question')
  const [ask, setAsk] = useState(one.title)
  const [answer, setAnswer] = useState(one.answer?.words ?? '')
  const [services, setServices] = useState(one.answer?.target?.type === 'service' ? one.answer.target.id : '')
  const problems = useProblems([...check('ask', t('hard-case-desk.lessons.ask'), ask, 200), ...check('answer', t('hard-case-desk.lessons.answer'), answer, 2000)])
  const proposing = useChange(
    () => api('proposeLesson', { params: { id: one.id }, body: { kind, ask: ask.trim(), answer: answer.trim(), services: readWords(services) } }),
    () => {
      void queryClient.invalidateQueries({ queryKey: hardCaseQuery(one.id).queryKey })
      onDone()
    },
  )
  return (
    <form
      className="tb-stack"
      onSubmit={(event) => {
        event.preventDefault()
        problems.tried(() => proposing.mutate())()
      }}
    >
      <RadioGroup label={t('hard-case-desk.lessons.kind')} value={kind} onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'question')} options={kinds.map((value) => ({ value, label: t(`hard-case-desk.lessons.kinds.${value}`), hint: t(`hard-case-desk.lessons.kindHints.${value}`) }))} />
      <TextInput id="ask" label={t('hard-case-desk.lessons.ask')} required value={ask} onChange={setAsk} error={problems.errorOf('ask')} />
      <TextArea id="answer" label={t('hard-case-desk.lessons.answer')} required hint={t('hard-case-desk.lessons.answerHint')} rows={5} limit={2000} value={answer} onChange={setAnswer} error={problems.errorOf('answer')} />
      <TextInput label={t('hard-case-desk.lessons.services')} optional hint={t('hard-case-desk.lessons.servicesHint')} value={services} onChange={setServices} />
      {proposing.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(proposing.error) ?? t('ui.error.text')}</p></Notice>}
      <div className="tb-row">
        <Button type="submit" busy={proposing.isPending}>{t('hard-case-desk.lessons.send')}</Button>
        <Button variant="quiet" onClick={onDone}>{t('hard-case-desk.form.cancel')}</Button>
      </div>
    </form>
  )
}
