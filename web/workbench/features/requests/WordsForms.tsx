// Forms that ask for words only, and the one for more time.
// What the words are for stands above each.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { CheckboxGroup } from '../../../ui/Choice.tsx'
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import type { DeskRequest } from './queries.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'

export type WordsName = 'grantTime' | 'refuseTime' | 'keep' | 'dispute' | 'sendBack' | 'decline' | 'leave' | 'redo' | 'fulfil' | 'note' | 'unmask' | 'contribute'

interface At {
  id: string
  revision: number
}

const sends: Record<WordsName, (at: At, words: string, parts: string[]) => Promise<DeskRequest>> = {
  grantTime: ({ id, revision }, words) => api('decideTimeForRequest', { params: { id }, body: { revision, granted: true, words } }),
  refuseTime: ({ id, revision }, words) => api('decideTimeForRequest', { params: { id }, body: { revision, granted: false, words } }),
  keep: ({ id, revision }, why) => api('keepRequest', { params: { id }, body: { revision, why } }),
  dispute: ({ id, revision }, why) => api('disputeRequest', { params: { id }, body: { revision, why } }),
  sendBack: ({ id, revision }, why) => api('sendBackRequestAnswer', { params: { id }, body: { revision, why } }),
  decline: ({ id, revision }, why) => api('declineRequest', { params: { id }, body: { revision, why } }),
  leave: ({ id, revision }, why) => api('leaveRequestUnsolved', { params: { id }, body: { revision, why } }),
  redo: ({ id, revision }, why, parts) => api('redoRequest', { params: { id }, body: { revision, why, parts } }),
  fulfil: ({ id, revision }, words) => api('fulfilRequest', { params: { id }, body: { revision, words } }),
  note: ({ id }, words) => api('noteRequest', { params: { id }, body: { words } }),
  unmask: ({ id }, reason) => api('unmaskRequest', { params: { id }, body: { reason } }),
  contribute: ({ id }, words) => api('contributeToRequest', { params: { id }, body: { words } }),
}

/** What may be granted without a word. */
const wordless: readonly WordsName[] = ['grantTime']

export function WordsForm({ name }: { name: WordsName }) {
  const t = useT()
  const textIn = useTextIn()
  const check = useChecks()
  const { one, act } = useDesk()
  const [words, setWords] = useState('')
  const optional = wordless.includes(name)
  const label = t(name === 'contribute' || name === 'note' || name === 'fulfil' ? 'request-desk.form.words' : 'request-desk.form.why')
  const parts = name === 'redo' ? one.children.filter(({ part }) => part) : []
  const [failed, setFailed] = useState<string[]>([])
  const problems = useProblems([...(parts.length > 0 && failed.length === 0 ? [{ field: 'parts', message: t('request-desk.form.whichParts') }] : []), ...(optional ? [] : check('words', label, words))])
  return (
    <StepForm name={name} problems={problems} onSend={() => act(name, (at) => sends[name](at, words.trim(), failed))}>
      {one.timeAsked && (name === 'grantTime' || name === 'refuseTime') && <p>{t('request-desk.clock.asked', { name: one.timeAsked.by, n: one.timeAsked.days })}：{one.timeAsked.why}</p>}
      {parts.length > 0 && <CheckboxGroup id="parts" label={t('request-desk.form.parts')} required values={failed} onChange={setFailed} error={problems.errorOf('parts')} options={parts.map(({ id, number, unit }) => ({ value: id, label: unit ? textIn(unit.name) : number, hint: number }))} />}
      <TextArea id="words" label={label} required={!optional} optional={optional} rows={4} limit={2000} value={words} onChange={setWords} error={problems.errorOf('words')} />
    </StepForm>
  )
}

const mostDays = 60

export function TimeForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const [days, setDays] = useState<number>()
  const [why, setWhy] = useState('')
  const fits = days !== undefined && Number.isInteger(days) && days >= 1 && days <= mostDays
  const problems = useProblems([...(fits ? [] : [{ field: 'days', message: t('request-desk.form.daysWrong', { n: mostDays }) }]), ...check('why', t('request-desk.form.why'), why)])
  return (
    <StepForm name="askTime" problems={problems} onSend={() => days !== undefined && act('askTime', ({ id, revision }) => api('askTimeForRequest', { params: { id }, body: { revision, days, why: why.trim() } }))}>
      <NumberInput id="days" label={t('request-desk.form.days')} required whole value={days} onChange={setDays} error={problems.errorOf('days')} />
      <TextArea id="why" label={t('request-desk.form.why')} required rows={4} limit={2000} value={why} onChange={setWhy} error={problems.errorOf('why')} />
    </StepForm>
  )
}
