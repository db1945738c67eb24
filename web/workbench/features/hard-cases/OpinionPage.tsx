// What my authority is asked: the question, what was shared, and the written opinion. It never shows who the applicant is.
// An opinion can still be given after its day, and is marked as late.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { addressOf, api } from '../../../api/client.ts'
import { change, useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileInput, type ChosenFile } from '../../../ui/FileInput.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { accepted, largest } from './files.ts'
import { Files } from './HardCaseParts.tsx'
import { HardCaseList } from './HardCaseList.tsx'
import { opinionQuery, readView, type Opinion } from './queries.ts'
import { useChecks, useProblems } from './StepForm.tsx'
import { stanceTones } from './tones.ts'
import { readLaws, writeLaws } from './words.ts'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(opinionQuery(params['opinion'] ?? '')))

export const title = (one: Opinion | null) => one?.title ?? t('hard-case-desk.opinion.title')

export function Component() {
  const t = useT()
  const { opinion: id = '' } = useParams()
  const [search] = useSearchParams()
  const { data: one } = useQuery(opinionQuery(id))
  if (!one) return <Loading />
  const view = readView(search) ?? 'opinions'
  return (
    <ThreeColumns narrow="main" listLabel={t('hard-case-desk.list')} mainLabel={one.title} list={<HardCaseList view={view} selected={id} />}>
      <div key={id} className="hard-main tb-stack">
        <div className="hard-narrow-only"><Link href={paths.workbenchHardCases({}, { view })}>{t('hard-case-desk.links.back')}</Link></div>
        <Question one={one} />
        {one.givenAt ? <Given one={one} /> : one.open ? <OpinionForm one={one} /> : <Notice><p>{t('hard-case-desk.opinion.closed')}</p></Notice>}
      </div>
      <SignedOutDialog />
    </ThreeColumns>
  )
}

function Question({ one }: { one: Opinion }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <header>
        <div className="tb-row"><h1>{one.title}</h1>{one.late && <Chip tone="danger">{t('hard-case-desk.late')}</Chip>}</div>
        <p className="tb-muted">{one.number} · {t('hard-case-desk.opinion.by', { name: one.askedBy, time: formatMoment(one.askedAt, thisYear()), date: format.day(one.dueOn) })}</p>
      </header>
      {one.late && one.open && <Notice tone="warning"><p>{t('hard-case-desk.opinion.late')}</p></Notice>}
      <Card title={t('hard-case-desk.opinion.question')} tone="attention"><p className="hard-words">{one.question}</p></Card>
      <Card title={t('hard-case-desk.opinion.account')}>
        {one.account === null ? <p className="tb-muted">{t('hard-case-desk.opinion.notShared')}</p> : <p className="hard-words">{one.account}</p>}
        {one.files.length > 0 && <><h3>{t('hard-case-desk.opinion.files')}</h3><Files files={one.files} href={(file) => addressOf('getHardCaseOpinionFile', { id: one.id, file })} /></>}
      </Card>
    </>
  )
}

function Given({ one }: { one: Opinion }) {
  const t = useT()
  return (
    <Card title={t('hard-case-desk.opinion.title')} tone="success" aside={one.stance && <Chip tone={stanceTones[one.stance]}>{t(`hard-case-desk.opinions.stance.${one.stance}`)}</Chip>}>
      <p className="tb-muted">{t('hard-case-desk.opinion.given', { name: one.givenBy, time: formatMoment(one.givenAt ?? '', thisYear()) })}</p>
      <p className="hard-words">{one.opinion}</p>
      {one.laws.length > 0 && <p className="tb-muted">{writeLaws(one.laws)}</p>}
      {one.ownFiles.length > 0 && <Files files={one.ownFiles} href={(file) => addressOf('getHardCaseOpinionFile', { id: one.id, file })} />}
    </Card>
  )
}

const stances = ['agree', 'able', 'unable'] as const

function OpinionForm({ one }: { one: Opinion }) {
  const t = useT()
  const check = useChecks()
  const [stance, setStance] = useState<(typeof stances)[number] | ''>('')
  const [opinion, setOpinion] = useState('')
  const [laws, setLaws] = useState('')
  const problems = useProblems([...check('stance', t('hard-case-desk.opinion.stance'), stance, 20), ...check('opinion', t('hard-case-desk.opinion.opinion'), opinion, 10_000)])
  const giving = useChange(
    () => api('giveHardCaseOpinion', { params: { id: one.id }, body: { stance: stance === '' ? 'able' : stance, opinion: opinion.trim(), laws: readLaws(laws) } }),
    (reply) => {
      queryClient.setQueryData(opinionQuery(one.id).queryKey, reply)
      void queryClient.invalidateQueries({ queryKey: ['hard-cases', 'opinions'] })
    },
  )
  const isConflict = codeOf(giving.error) === 'conflict'
  return (
    <Card title={t('hard-case-desk.opinion.title')}>
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          problems.tried(() => giving.mutate())()
        }}
      >
        {problems.shown.length > 0 && <ErrorSummary errors={[...problems.shown]} attempt={problems.attempt} />}
        <RadioGroup id="stance" inline label={t('hard-case-desk.opinion.stance')} required value={stance} onChange={(value) => setStance(stances.find((each) => each === value) ?? '')} options={stances.map((value) => ({ value, label: t(`hard-case-desk.opinions.stance.${value}`) }))} error={problems.errorOf('stance')} />
        <TextArea id="opinion" label={t('hard-case-desk.opinion.opinion')} required hint={t('hard-case-desk.opinion.hint')} rows={8} limit={10_000} value={opinion} onChange={setOpinion} error={problems.errorOf('opinion')} />
        <TextArea label={t('hard-case-desk.opinion.laws')} optional hint={t('hard-case-desk.opinion.lawsHint')} rows={2} value={laws} onChange={setLaws} />
        <OwnFiles one={one} />
        {giving.error !== null && <Notice tone="danger" live="assertive" {...(isConflict ? { title: t('hard-case-desk.opinion.conflict') } : {})}><p>{messageOf(giving.error) ?? t('ui.error.text')}</p></Notice>}
        <div>
          <Button type="submit" busy={giving.isPending}>{t('hard-case-desk.opinion.send')}</Button>
          <p className="tb-muted">{t('hard-case-desk.opinion.sure')}</p>
        </div>
      </form>
    </Card>
  )
}

function OwnFiles({ one }: { one: Opinion }) {
  const t = useT()
  const [sending, setSending] = useState<readonly ChosenFile[]>([])
  const add = async (files: File[]) => {
    const failed: ChosenFile[] = []
    for (const file of files) {
      const form = new FormData()
      form.set('file', file)
      await change(() => api('addHardCaseOpinionFile', { params: { id: one.id } }, { form })).catch((error: unknown) => failed.push({ id: file.name, name: file.name, bytes: file.size, state: 'failed', error: messageOf(error) ?? t('ui.file.failed') }))
    }
    setSending(failed)
    await queryClient.invalidateQueries({ queryKey: opinionQuery(one.id).queryKey })
  }
  return (
    <>
      {one.ownFiles.length > 0 && <Files files={one.ownFiles} href={(file) => addressOf('getHardCaseOpinionFile', { id: one.id, file })} />}
      <FileInput label={t('hard-case-desk.opinion.ownFiles')} optional multiple accept={accepted} maxBytes={largest} files={sending} onAdd={(files) => void add(files)} onRemove={(id) => setSending(sending.filter((each) => each.id !== id))} />
    </>
  )
}
