// Forms on what belongs together: split among units, join to another one, hand over to a service.
// A part may name its unit; else the duty list decides.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'
import { unitIn, UnitPick } from './UnitForms.tsx'

interface Piece {
  key: string
  text: string
  unit: string
}

const newPiece = (): Piece => ({ key: crypto.randomUUID(), text: '', unit: '' })
const [fewest, most] = [2, 10]

export function SplitForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const [pieces, setPieces] = useState<readonly Piece[]>(() => [newPiece(), newPiece()])
  const write = (key: string, part: Partial<Piece>) => setPieces(pieces.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const problems = useProblems(pieces.flatMap(({ key, text }, index) => check(key, t('request-desk.form.part', { n: index + 1 }), text)))
  const told = pieces.map(({ text, unit }) => {
    const named = unitIn(unit)
    return { text: text.trim(), ...(named ? { unit: named } : {}) }
  })
  return (
    <StepForm name="split" problems={problems} onSend={() => act('split', ({ id, revision }) => api('splitRequest', { params: { id }, body: { revision, pieces: told } }))}>
      {pieces.map((piece, index) => (
        <fieldset key={piece.key} className="request-piece">
          <legend>{t('request-desk.form.part', { n: index + 1 })}</legend>
          <TextArea id={piece.key} label={t('request-desk.form.partText')} required rows={3} value={piece.text} onChange={(text) => write(piece.key, { text })} error={problems.errorOf(piece.key)} />
          <UnitPick id={`${piece.key}-unit`} label={t('request-desk.form.unit')} optional value={piece.unit} onChange={(unit) => write(piece.key, { unit })} />
          {pieces.length > fewest && <div><Button variant="plain" onClick={() => setPieces(pieces.filter(({ key }) => key !== piece.key))}>{t('request-desk.form.removePart')}</Button></div>}
        </fieldset>
      ))}
      {pieces.length < most && <div><Button variant="ghost" icon="add" onClick={() => setPieces([...pieces, newPiece()])}>{t('request-desk.form.addPart')}</Button></div>}
    </StepForm>
  )
}

export function JoinForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const [lead, setLead] = useState('')
  const problems = useProblems(check('lead', t('request-desk.form.target'), lead, 40, 8))
  return (
    <StepForm name="join" problems={problems} onSend={() => act('join', ({ id, revision }) => api('joinRequest', { params: { id }, body: { revision, lead: lead.trim() } }))}>
      <TextInput id="lead" label={t('request-desk.form.target')} required value={lead} onChange={setLead} error={problems.errorOf('lead')} />
    </StepForm>
  )
}

const mattersQuery = { queryKey: ['services-and-matters'], queryFn: () => api('listMatters', { query: {} }), staleTime: Infinity }

export function HandOverForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const textIn = useTextIn()
  const { data } = useQuery(mattersQuery)
  const [matter, setMatter] = useState('')
  const [words, setWords] = useState('')
  const problems = useProblems([...(matter ? [] : [{ field: 'matter', message: t('request-desk.form.required', { name: t('request-desk.form.service') }) }]), ...check('words', t('request-desk.form.words'), words)])
  return (
    <StepForm name="handOver" problems={problems} onSend={() => act('handOver', ({ id, revision }) => api('handOverRequest', { params: { id }, body: { revision, target: { type: 'matter', id: matter }, words: words.trim() } }))}>
      <Select id="matter" label={t('request-desk.form.service')} required placeholder={t('request-desk.form.service')} value={matter} onChange={setMatter} options={(data?.matters ?? []).map(({ id, name }) => ({ value: id, label: textIn(name) }))} error={problems.errorOf('matter')} />
      <TextArea id="words" label={t('request-desk.form.words')} required rows={4} limit={2000} value={words} onChange={setWords} error={problems.errorOf('words')} />
    </StepForm>
  )
}
