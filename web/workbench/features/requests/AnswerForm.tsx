// Writing the answer, with what the check finds shown while one writes; an agent answers at once, a unit's answer is released by its lead.
// What blocks is said before it is sent, and again by the server.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { outcomes } from '../../../../server/modules/requests/request.ts'
import { api } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { DateInput } from '../../../ui/DateInput.tsx'
import { FileInput, type ChosenFile } from '../../../ui/FileInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { Findings } from './Findings.tsx'
import { requestQuery, type Outcome } from './queries.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'

const pauseMs = 500
const longest = 5000
const largest = 10 * 1024 * 1024

export function AnswerForm({ name }: { name: 'draft' | 'answer' }) {
  const t = useT()
  const check = useChecks()
  const { one, act } = useDesk()
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome>(name === 'answer' ? 'explained' : 'solved')
  const [promisedOn, setPromisedOn] = useState('')
  const day = outcome === 'promised' && /^\d{4}-\d{2}-\d{2}$/.test(promisedOn) ? promisedOn : null
  const { data } = useFindings(one.id, { text: text.trim(), outcome, promisedOn: day })
  const findings = text.trim() === '' ? [] : (data?.findings ?? [])
  const problems = useProblems(check('answer', t('request-desk.form.answer'), text, longest))
  const body = (revision: number) => ({ revision, text: text.trim(), outcome, promisedOn: day })
  return (
    <StepForm name={name} problems={problems} onSend={() => act(name, ({ id, revision }) => (name === 'draft' ? api('draftRequestAnswer', { params: { id }, body: body(revision) }) : api('answerRequestAtOnce', { params: { id }, body: body(revision) })))}>
      <TextArea id="answer" label={t('request-desk.form.answer')} required rows={10} limit={longest} value={text} onChange={setText} error={problems.errorOf('answer')} />
      <div role="status" className="tb-stack" aria-label={t('request-desk.findings.title')}>
        <Findings findings={findings} />
        {text.trim() !== '' && data?.findings.length === 0 && <p className="tb-muted">{t('request-desk.findings.fine')}</p>}
      </div>
      <Select label={t('request-desk.form.outcome')} required value={outcome} onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? 'explained')} options={outcomes.map((each) => ({ value: each, label: t(`request-desk.answers.outcomes.${each}`) }))} />
      {outcome === 'promised' && <DateInput id="promisedOn" label={t('request-desk.form.promisedOn')} required value={promisedOn} onChange={setPromisedOn} />}
      {name === 'draft' && <Attach id={one.id} />}
    </StepForm>
  )
}

/** Asked once somebody pauses. */
function useFindings(id: string, written: { text: string; outcome: Outcome; promisedOn: string | null }) {
  const [asked, setAsked] = useState(written)
  const { text, outcome, promisedOn } = written
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ text, outcome, promisedOn }), pauseMs)
    return () => clearTimeout(timer)
  }, [text, outcome, promisedOn])
  return useQuery({
    queryKey: ['requests', 'findings', id, asked], queryFn: () => api('checkRequestAnswer', { params: { id }, body: asked }), enabled: asked.text !== '', placeholderData: (before) => before, retry: false,
  })
}

function Attach({ id }: { id: string }) {
  const t = useT()
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const send = async (added: File[]) => {
    for (const file of added) {
      const form = new FormData()
      form.set('file', file)
      const chosen = { id: crypto.randomUUID(), name: file.name, bytes: file.size }
      try {
        await change(() => api('addRequestFile', { params: { id } }, { form }))
        setFiles((before) => [...before, { ...chosen, state: 'done' }])
      } catch (error) {
        const because = messageOf(error)
        setFiles((before) => [...before, { ...chosen, state: 'failed', ...(because ? { error: because } : {}) }])
      }
    }
    await queryClient.invalidateQueries({ queryKey: ['requests', 'findings', id] })
    await queryClient.invalidateQueries({ queryKey: requestQuery(id).queryKey })
  }
  return <FileInput label={t('request-desk.form.files')} optional multiple accept={['.pdf', '.jpg', '.jpeg', '.png', 'application/pdf', 'image/jpeg', 'image/png']} maxBytes={largest} files={files} onAdd={(added) => void send(added)} onRemove={(gone) => setFiles(files.filter((each) => each.id !== gone))} />
}
