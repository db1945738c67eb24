// Taking one in for somebody at a window, on the telephone, or from a case that fits no service.
// What to tell the person stands there afterwards: the number, and by which day they hear.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { forStaff } from '../../for-staff.ts'
import { accepted, largest } from './files.ts'
import { windowQuery } from './queries.ts'
import { useChecks, useProblems } from './StepForm.tsx'
import './hard-cases.css'

export const loader = forStaff(() => queryClient.ensureQueryData(windowQuery))

export const title = () => t('hard-case-desk.intake.title')

const channels = ['window', 'hotline', 'official'] as const

type TakenIn = Reply<'takeInHardCase'> & { failed: string[] }

export function Component() {
  const t = useT()
  const [taken, setTaken] = useState<TakenIn>()
  return (
    <div className="hard-page tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('hard-case-desk.intake.title')}</h1>
        <p className="tb-muted">{t('hard-case-desk.intake.lead')}</p>
      </header>
      {taken ? <Taken taken={taken} onNext={() => setTaken(undefined)} /> : <IntakeForm onTaken={setTaken} />}
      <SignedOutDialog />
    </div>
  )
}

function Taken({ taken, onNext }: { taken: TakenIn; onNext: () => void }) {
  const t = useT()
  const format = useFormat()
  const day = (on: string | null) => (on === null ? t('hard-case-desk.intake.unknownDay') : format.day(on))
  return (
    <Notice
      tone="success"
      live="polite"
      title={t('hard-case-desk.intake.done')}
      actions={
        <>
          {taken.mayOpen && <LinkButton href={paths.workbenchHardCase({ hardCase: taken.id })}>{t('hard-case-desk.intake.open')}</LinkButton>}
          <Button variant="ghost" onClick={onNext}>{t('hard-case-desk.intake.another')}</Button>
        </>
      }
    >
      <p>{t('hard-case-desk.intake.doneText', { number: taken.number, sort: day(taken.sortOn), answer: day(taken.answerOn) })}</p>
      {taken.failed.map((name) => <p key={name}>{t('hard-case-desk.intake.failedFile', { name })}</p>)}
    </Notice>
  )
}

function IntakeForm({ onTaken }: { onTaken: (taken: TakenIn) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const check = useChecks()
  const [search] = useSearchParams()
  const fromCase = search.get('case') ?? ''
  const { data: place } = useSuspenseQuery(windowQuery)
  const [id] = useState(() => crypto.randomUUID())
  const [files, setFiles] = useState<readonly File[]>([])
  const [written, setWritten] = useState({ channel: fromCase ? 'official' : 'window', applicant: '', idNumber: '', phone: '', region: place.regions[1]?.code ?? place.region, account: '', wish: '' })
  const write = (part: Partial<typeof written>) => setWritten({ ...written, ...part })
  const problems = useProblems([
    ...(fromCase ? [] : check('applicant', t('hard-case-desk.intake.applicant'), written.applicant, 100, 1)), ...check('account', t('hard-case-desk.intake.account'), written.account, 10_000, 10),
    ...(/^$|^\d{17}[\dXx]$/.test(written.idNumber.trim()) ? [] : [{ field: 'idNumber', message: t('hard-case-desk.intake.idWrong') }]),
  ])
  const taking = useChange(async (): Promise<TakenIn> => {
    const { idNumber, channel, applicant, ...rest } = written
    const taken = await api('takeInHardCase', {
      body: { ...rest, id, applicant: applicant.trim() || '-', channel: channels.find((each) => each === channel) ?? 'window', account: rest.account.trim(), ...(idNumber.trim() ? { idNumber: idNumber.trim() } : {}), ...(fromCase ? { case: fromCase } : {}) },
    })
    const failed: string[] = []
    for (const file of files) {
      const form = new FormData()
      form.set('file', file)
      await api('addHardCaseFile', { params: { id: taken.id } }, { form }).catch(() => failed.push(file.name))
    }
    return { ...taken, failed }
  }, onTaken)
  return (
    <form
      className="tb-stack-l"
      onSubmit={(event) => {
        event.preventDefault()
        problems.tried(() => taking.mutate())()
      }}
    >
      {problems.shown.length > 0 && <ErrorSummary errors={[...problems.shown]} attempt={problems.attempt} />}
      {fromCase && <Notice><p>{t('hard-case-desk.intake.fromCase')}</p></Notice>}
      {!fromCase && (
        <>
          <RadioGroup inline label={t('hard-case-desk.intake.channel')} value={written.channel} onChange={(channel) => write({ channel })} options={(['window', 'hotline'] as const).map((value) => ({ value, label: t(`hard-case-desk.intake.channels.${value}`) }))} />
          <TextInput id="applicant" label={t('hard-case-desk.intake.applicant')} required width="medium" value={written.applicant} onChange={(applicant) => write({ applicant })} error={problems.errorOf('applicant')} />
          <TextInput id="idNumber" label={t('hard-case-desk.intake.idNumber')} optional width="medium" hint={t('hard-case-desk.intake.idHint')} value={written.idNumber} onChange={(idNumber) => write({ idNumber })} error={problems.errorOf('idNumber')} />
          <Select label={t('hard-case-desk.intake.region')} required value={written.region} onChange={(region) => write({ region })} options={place.regions.map(({ code, name }) => ({ value: code, label: textIn(name) }))} />
        </>
      )}
      <TextInput label={t('hard-case-desk.intake.phone')} optional type="tel" width="medium" value={written.phone} onChange={(phone) => write({ phone })} />
      <TextArea id="account" label={t('hard-case-desk.intake.account')} required rows={8} limit={10_000} value={written.account} onChange={(account) => write({ account })} error={problems.errorOf('account')} />
      <TextArea label={t('hard-case-desk.intake.wish')} optional rows={3} value={written.wish} onChange={(wish) => write({ wish })} />
      <FileInput label={t('hard-case-desk.intake.files')} optional multiple camera accept={accepted} maxBytes={largest} files={files.map((file, index) => ({ id: String(index), name: file.name, bytes: file.size, state: 'done' }))} onAdd={(added) => setFiles([...files, ...added])} onRemove={(gone) => setFiles(files.filter((_, index) => String(index) !== gone))} />
      {taking.error !== null && <Notice tone="danger" live="assertive" title={t('hard-case-desk.form.failed')}><p>{messageOf(taking.error) ?? t('ui.error.text')}</p></Notice>}
      <div><Button type="submit" busy={taking.isPending}>{t('hard-case-desk.intake.send')}</Button></div>
    </form>
  )
}
