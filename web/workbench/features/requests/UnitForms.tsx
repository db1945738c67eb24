// Forms that name a unit: send it there, rule, send it back with whose it is, have another one help.
// The duty list's own answer stands first, with its reasons.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { regionCovers } from '../../../../server/kernel/regions.ts'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { unitsQuery, type DeskRequest } from './queries.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'

const keyOf = ({ line, region }: { line: string; region: string }): string => `${line}@${region}`

export const unitIn = (key: string): { line: string; region: string } | undefined => {
  const [line = '', region = ''] = key.split('@')
  return line && region ? { line, region } : undefined
}

interface PickProps {
  id?: string
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  optional?: boolean
  listed?: DeskRequest['listed']
  /** Only units of this region, of one in it or of one above; all without it. */
  of?: string
}

export function UnitPick({ id = 'unit', label, value, onChange, error, optional = false, listed = null, of }: PickProps) {
  const t = useT()
  const textIn = useTextIn()
  const { data: units = [] } = useQuery(unitsQuery)
  const first = listed && keyOf(listed.unit)
  const fits = ({ region }: { region: string }) => of === undefined || regionCovers(region, of) || regionCovers(of, region)
  const options = [
    ...(listed && first ? [{ value: first, label: t('request-desk.form.suggested', { unit: textIn(listed.unit.name) }) }] : []),
    ...units.filter((unit) => keyOf(unit) !== first && fits(unit)).map((unit) => ({ value: keyOf(unit), label: textIn(unit.name) })),
  ]
  return <Select id={id} label={label} required={!optional} optional={optional} placeholder={t(optional ? 'request-desk.form.unknownUnit' : 'request-desk.form.pickUnit')} value={value} onChange={onChange} options={options} error={error} />
}

/** From the centre, or by the arbiter's ruling. */
export function SendForm({ name }: { name: 'dispatch' | 'rule' }) {
  const t = useT()
  const check = useChecks()
  const { one, act } = useDesk()
  const [unit, setUnit] = useState(one.listed && name === 'dispatch' ? keyOf(one.listed.unit) : '')
  const [why, setWhy] = useState('')
  const asListed = one.listed !== null && unit === keyOf(one.listed.unit)
  const needsWhy = name === 'rule' || !asListed
  const chosen = unitIn(unit)
  const problems = useProblems([...(chosen ? [] : [{ field: 'unit', message: t('request-desk.form.required', { name: t('request-desk.form.unit') }) }]), ...(needsWhy ? check('why', t('request-desk.form.why'), why) : [])])
  const send = () => {
    if (!chosen) return
    act(name, ({ id, revision }) => name === 'rule'
      ? api('ruleOnRequest', { params: { id }, body: { revision, unit: chosen, why: why.trim() } })
      : api('dispatchRequest', { params: { id }, body: { revision, unit: chosen, why: why.trim() } }))
  }
  return (
    <StepForm name={name} problems={problems} onSend={send}>
      <UnitPick label={t('request-desk.form.unit')} value={unit} onChange={setUnit} error={problems.errorOf('unit')} listed={one.listed} />
      {asListed && <ul className="request-why" lang="zh-CN">{one.listed?.why.map((each) => <li key={each}>{each}</li>)}</ul>}
      <TextArea id="why" label={t('request-desk.form.why')} required={needsWhy} optional={!needsWhy} rows={4} limit={2000} value={why} onChange={setWhy} error={problems.errorOf('why')} />
    </StepForm>
  )
}

export function ReturnForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const [unit, setUnit] = useState('')
  const [why, setWhy] = useState('')
  const problems = useProblems(check('why', t('request-desk.form.why'), why))
  const suggested = unitIn(unit)
  return (
    <StepForm name="return" problems={problems} onSend={() => act('return', ({ id, revision }) => api('returnRequest', { params: { id }, body: { revision, why: why.trim(), ...(suggested ? { suggested } : {}) } }))}>
      <TextArea id="why" label={t('request-desk.form.why')} required rows={4} limit={2000} value={why} onChange={setWhy} error={problems.errorOf('why')} />
      <UnitPick label={t('request-desk.form.shouldBe')} optional value={unit} onChange={setUnit} />
    </StepForm>
  )
}

export function InviteForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const [unit, setUnit] = useState('')
  const [asked, setAsked] = useState('')
  const chosen = unitIn(unit)
  const problems = useProblems([...(chosen ? [] : [{ field: 'unit', message: t('request-desk.form.required', { name: t('request-desk.form.unit') }) }]), ...check('asked', t('request-desk.form.task'), asked)])
  return (
    <StepForm name="invite" problems={problems} onSend={() => chosen && act('invite', ({ id, revision }) => api('inviteToRequest', { params: { id }, body: { revision, unit: chosen, asked: asked.trim() } }))}>
      <UnitPick label={t('request-desk.form.unit')} value={unit} onChange={setUnit} error={problems.errorOf('unit')} />
      <TextArea id="asked" label={t('request-desk.form.task')} required rows={4} limit={2000} value={asked} onChange={setAsked} error={problems.errorOf('asked')} />
    </StepForm>
  )
}
