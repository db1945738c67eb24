// What to ask for: region, type, claims, purpose, legal basis, and whom. Claims that every copy shows are told, not chosen.
// A claim that proves something stands before those that tell it.
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/Choice.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import type { AskableRegion } from './queries.ts'

type Form = { region: string; type: string; claims: string[]; purpose: string; legalBasis: string; whom: 'scan' | 'named'; name: string; idNumber: string }

export function AskForm({ regions, onAsked }: { regions: readonly AskableRegion[]; onAsked: (asked: Reply<'askPresentation'>) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [form, setForm] = useState<Form>({ region: regions[0]?.id ?? '', type: '', claims: [], purpose: '', legalBasis: '', whom: 'scan', name: '', idNumber: '' })
  const [attempt, setAttempt] = useState(0)
  const set = (change: Partial<Form>) => setForm({ ...form, ...change })
  const types = regions.find(({ id }) => id === form.region)?.types ?? []
  const type = types.find(({ id }) => id === form.type)
  const always = type?.claims.filter((claim) => claim.always) ?? []
  const chosen = type?.claims.filter((claim) => !claim.always).toSorted((a, b) => Number(b.derived) - Number(a.derived)) ?? []
  const isNamed = form.whom === 'named'
  const wrong = {
    type: type ? undefined : t('credential-desk.ask.wrong.type'),
    claims: type && form.claims.length === 0 && always.length === 0 ? t('credential-desk.ask.wrong.claims') : undefined,
    purpose: form.purpose.trim().length < 2 ? t('credential-desk.ask.wrong.purpose') : undefined,
    legalBasis: form.legalBasis.trim().length < 2 ? t('credential-desk.ask.wrong.legalBasis') : undefined,
    name: isNamed && form.name.trim() === '' ? t('credential-desk.ask.wrong.name') : undefined,
    idNumber: isNamed && form.idNumber.trim().length < 6 ? t('credential-desk.ask.wrong.idNumber') : undefined,
  }
  const errors = Object.entries(wrong).flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]))
  const { mutate, isPending, error } = useChange(() => api('askPresentation', {
    body: {
      region: form.region, type: form.type, claims: [...always.map(({ id }) => id), ...form.claims], purpose: form.purpose.trim(), legalBasis: form.legalBasis.trim(),
      person: isNamed ? { name: form.name.trim(), idNumber: form.idNumber.trim().toUpperCase() } : null,
    },
  }), onAsked)
  const errorOf = (field: keyof typeof wrong) => (attempt > 0 ? wrong[field] : undefined)
  return (
    <Card>
      <form className="tb-stack" noValidate onSubmit={(event) => { event.preventDefault(); setAttempt(attempt + 1); if (errors.length === 0) mutate() }}>
        <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
        {regions.length > 1 && <Select label={t('credential-desk.ask.region')} required value={form.region} onChange={(region) => set({ region, type: '', claims: [] })} options={regions.map(({ id, name }) => ({ value: id, label: textIn(name) }))} />}
        <Select id="type" label={t('credential-desk.columns.name')} required value={form.type} onChange={(value) => set({ type: value, claims: [] })} options={types.map(({ id, name }) => ({ value: id, label: textIn(name) }))} error={errorOf('type')} />
        {type && (
          <CheckboxGroup
            id="claims" label={t('credential-desk.ask.claims')} hint={always.length > 0 ? t('credential-desk.ask.always', { names: always.map(({ name }) => textIn(name)).join(t('credential-desk.separator')) }) : t('credential-desk.ask.claimsHint')}
            values={form.claims} onChange={(claims) => set({ claims })} error={errorOf('claims')}
            options={chosen.map(({ id, name, derived }) => ({ value: id, label: textIn(name), ...(derived ? { hint: t('credential-desk.ask.derived') } : {}) }))}
          />
        )}
        <TextInput id="purpose" label={t('credential-desk.ask.purpose')} hint={t('credential-desk.ask.purposeHint')} required maxLength={100} value={form.purpose} onChange={(purpose) => set({ purpose })} error={errorOf('purpose')} />
        <TextInput id="legalBasis" label={t('credential-desk.ask.legalBasis')} hint={t('credential-desk.ask.legalBasisHint')} required maxLength={200} value={form.legalBasis} onChange={(legalBasis) => set({ legalBasis })} error={errorOf('legalBasis')} />
        <RadioGroup
          label={t('credential-desk.ask.whom')} value={form.whom} onChange={(value) => set({ whom: value === 'named' ? 'named' : 'scan' })}
          options={[{ value: 'scan', label: t('credential-desk.ask.scan'), hint: t('credential-desk.ask.scanHint') }, { value: 'named', label: t('credential-desk.ask.named'), hint: t('credential-desk.ask.namedHint') }]}
        />
        {isNamed && <TextInput id="name" label={t('credential-desk.ask.name')} required width="medium" maxLength={100} autoComplete="off" value={form.name} onChange={(name) => set({ name })} error={errorOf('name')} />}
        {isNamed && <TextInput id="idNumber" label={t('credential-desk.ask.idNumber')} required width="medium" maxLength={40} autoComplete="off" value={form.idNumber} onChange={(idNumber) => set({ idNumber })} error={errorOf('idNumber')} />}
        {error !== null && <Notice compact tone="danger" live="assertive">{codeOf(error) === 'not_found' && isNamed ? t('credential-desk.ask.noSuchPerson') : (messageOf(error) ?? t('credential-desk.failed'))}</Notice>}
        <div><Button type="submit" busy={isPending}>{t('credential-desk.ask.send')}</Button></div>
      </form>
    </Card>
  )
}
