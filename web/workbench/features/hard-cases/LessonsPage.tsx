// What conclusions are to become, for designers: approve an answer, begin a design, or drop it; each followed until it is released.
// Supervisors look on.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { forStaff } from '../../for-staff.ts'
import { StageChip } from './LessonsCard.tsx'
import { lessonsQuery, type Lesson } from './queries.ts'
import { useChecks, useProblems } from './StepForm.tsx'
import { readWords } from './words.ts'
import './hard-cases.css'

export const loader = forStaff(() => queryClient.ensureQueryData(lessonsQuery))

export const title = () => t('hard-case-desk.lessons.page.title')

export function Component() {
  const t = useT()
  const { person } = useSession()
  const { data } = useQuery(lessonsQuery)
  const decides = person?.roles?.includes('designer') ?? false
  const lessons = data?.lessons ?? []
  return (
    <div className="hard-page tb-page tb-stack">
      <header>
        <h1>{t('hard-case-desk.lessons.page.title')}</h1>
        <p className="tb-muted">{t('hard-case-desk.lessons.page.lead')}</p>
      </header>
      {data && lessons.length === 0 && <EmptyState icon="check" title={t('hard-case-desk.lessons.page.empty')}><p>{t('hard-case-desk.lessons.page.emptyText')}</p></EmptyState>}
      {lessons.map((lesson) => <LessonCard key={`${lesson.id} ${lesson.revision}`} lesson={lesson} decides={decides} packs={data?.packs ?? []} />)}
      <SignedOutDialog />
    </div>
  )
}

type Packs = readonly { id: string; region: string }[]

function LessonCard({ lesson, decides, packs }: { lesson: Lesson; decides: boolean; packs: Packs }) {
  const t = useT()
  const textIn = useTextIn()
  const [open, setOpen] = useState<'publish' | 'begin' | 'drop'>()
  return (
    <Card title={lesson.ask} aside={<><Chip>{t(`hard-case-desk.lessons.kinds.${lesson.kind}`)}</Chip> <StageChip lesson={lesson} /></>}>
      <div className="tb-stack">
        <p className="hard-words">{lesson.answer}</p>
        <p className="tb-muted">
          {t('hard-case-desk.lessons.from', { number: lesson.number, name: lesson.proposedBy, time: formatMoment(lesson.proposedAt, thisYear()) })} {lesson.services.map(({ name }) => textIn(name)).join('、')}
        </p>
        {lesson.reason && <p className="tb-muted">{t('hard-case-desk.lessons.reason', { text: lesson.reason })}</p>}
        {lesson.designId && <p><Link href={paths.workbenchDesign({ design: lesson.designId })}>{t('hard-case-desk.lessons.open')}</Link></p>}
        {decides && open === undefined && (
          <div className="tb-row">
            {lesson.can.map((step) => <Button key={step} variant={step === 'drop' ? 'quiet' : 'ghost'} onClick={() => setOpen(step)}>{t(step === 'publish' && lesson.decidedBy !== null ? 'hard-case-desk.lessons.update' : `hard-case-desk.lessons.${step}`)}</Button>)}
          </div>
        )}
        {open === 'publish' && <PublishForm lesson={lesson} onClose={() => setOpen(undefined)} />}
        {open === 'begin' && <BeginForm lesson={lesson} packs={packs} onClose={() => setOpen(undefined)} />}
        {open === 'drop' && <DropForm lesson={lesson} onClose={() => setOpen(undefined)} />}
      </div>
    </Card>
  )
}

/** Sends a decision; the list then shows what became of it. */
const useDecision = (send: () => Promise<Lesson>) => useChange(send, () => void queryClient.invalidateQueries({ queryKey: lessonsQuery.queryKey }))

interface FormProps {
  lesson: Lesson
  onClose: () => void
}

function Foot({ send, deciding, onSend, onClose }: { send: string; deciding: ReturnType<typeof useDecision>; onSend: () => void; onClose: () => void }) {
  const t = useT()
  return (
    <>
      {deciding.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(deciding.error) ?? t('ui.error.text')}</p></Notice>}
      <div className="tb-row">
        <Button busy={deciding.isPending} onClick={onSend}>{send}</Button>
        <Button variant="quiet" onClick={onClose}>{t('hard-case-desk.form.cancel')}</Button>
      </div>
    </>
  )
}

function PublishForm({ lesson, onClose }: FormProps) {
  const t = useT()
  const check = useChecks()
  const [ask, setAsk] = useState(lesson.ask)
  const [answer, setAnswer] = useState(lesson.answer)
  const [services, setServices] = useState(lesson.services.map(({ id }) => id).join(' '))
  const problems = useProblems([...check('ask', t('hard-case-desk.lessons.ask'), ask, 200), ...check('answer', t('hard-case-desk.lessons.answer'), answer, 2000)])
  const deciding = useDecision(() => api('publishLesson', { params: { id: lesson.id }, body: { revision: lesson.revision, ask: ask.trim(), answer: answer.trim(), services: readWords(services) } }))
  return (
    <div className="hard-asked">
      <TextInput label={t('hard-case-desk.lessons.ask')} required value={ask} onChange={setAsk} error={problems.errorOf('ask')} />
      <TextArea label={t('hard-case-desk.lessons.answer')} required hint={t('hard-case-desk.lessons.answerHint')} rows={5} limit={2000} value={answer} onChange={setAnswer} error={problems.errorOf('answer')} />
      <TextInput label={t('hard-case-desk.lessons.services')} optional hint={t('hard-case-desk.lessons.servicesHint')} value={services} onChange={setServices} />
      <Foot send={t('hard-case-desk.lessons.publish')} deciding={deciding} onSend={problems.tried(() => deciding.mutate())} onClose={onClose} />
    </div>
  )
}

function BeginForm({ lesson, packs, onClose }: FormProps & { packs: Packs }) {
  const t = useT()
  const check = useChecks()
  const fitting = packs.filter(({ region }) => lesson.region.startsWith(region.replace(/0+$/, '')))
  const [pack, setPack] = useState(fitting.at(-1)?.id ?? '')
  const [name, setName] = useState([...lesson.ask].slice(0, 40).join(''))
  const [about, setAbout] = useState(lesson.services[0] ? `services/${lesson.services[0].id}` : '')
  const problems = useProblems([...check('pack', t('hard-case-desk.lessons.pack'), pack, 100), ...check('name', t('hard-case-desk.lessons.designTitle'), name, 100), ...(/^(matters|services)\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(about) ? [] : [{ field: 'about', message: t('hard-case-desk.lessons.aboutHint') }])])
  const deciding = useDecision(() => api('beginLesson', { params: { id: lesson.id }, body: { revision: lesson.revision, pack, title: name.trim(), about } }))
  return (
    <div className="hard-asked">
      <Select label={t('hard-case-desk.lessons.pack')} required placeholder="…" value={pack} onChange={setPack} options={fitting.map(({ id }) => ({ value: id, label: id }))} error={problems.errorOf('pack')} />
      <TextInput label={t('hard-case-desk.lessons.designTitle')} required value={name} onChange={setName} error={problems.errorOf('name')} />
      <TextInput label={t('hard-case-desk.lessons.about')} required hint={t('hard-case-desk.lessons.aboutHint')} value={about} onChange={setAbout} error={problems.errorOf('about')} />
      <Foot send={t('hard-case-desk.lessons.begin')} deciding={deciding} onSend={problems.tried(() => deciding.mutate())} onClose={onClose} />
    </div>
  )
}

function DropForm({ lesson, onClose }: FormProps) {
  const t = useT()
  const check = useChecks()
  const [reason, setReason] = useState('')
  const problems = useProblems(check('reason', t('hard-case-desk.lessons.dropReason'), reason, 500))
  const deciding = useDecision(() => api('dropLesson', { params: { id: lesson.id }, body: { revision: lesson.revision, reason: reason.trim() } }))
  return (
    <div className="hard-asked">
      <TextArea label={t('hard-case-desk.lessons.dropReason')} required rows={2} value={reason} onChange={setReason} error={problems.errorOf('reason')} />
      <Foot send={t('hard-case-desk.lessons.drop')} deciding={deciding} onSend={problems.tried(() => deciding.mutate())} onClose={onClose} />
    </div>
  )
}
