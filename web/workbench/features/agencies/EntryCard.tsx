// One entry of the register, new or to be changed. What somebody else changed meanwhile is shown instead of overwritten.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkCreditCode } from '../../../../server/kernel/identifiers.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { mattersQuery } from './matters-query.ts'
import { keptAgenciesQuery, staffOf, type EntryForm } from './queries.ts'

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** @param seenAt of the entry that is changed; absent for a new one */
export function EntryCard({ entry, seenAt, onDone }: { entry: EntryForm; seenAt?: string; onDone: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const { data: matters = [] } = useQuery(mattersQuery)
  const [form, setForm] = useState(entry)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<EntryForm>) => setForm({ ...form, ...change })
  const { staff, wrong } = staffOf(form.staff, today())
  const missing = (isRight: boolean) => (tried && !isRight ? t('proxy-desk.agencies.errors.missing') : undefined)
  const isPeriod = isDay(form.startsOn) && isDay(form.endsOn) && form.startsOn <= form.endsOn
  const isCode = seenAt !== undefined || checkCreditCode(form.uscc).ok
  const isRegion = /^\d{6}(\d{3})?$/.test(form.region)
  const isReady = isCode && isRegion && isPeriod && wrong === undefined && [form.name, form.licence, form.phone].every((text) => text.trim() !== '') && (form.scope === 'all' || form.matters.length > 0)
  const { mutate, isPending, error } = useChange(
    () => {
      const { uscc, scope, matters: chosen, staff: _lines, ...rest } = form
      const body = { ...rest, matters: scope === 'all' ? null : chosen, staff }
      return seenAt === undefined ? api('registerAgency', { body: { uscc, ...body } }) : api('changeAgency', { params: { uscc }, body: { seenAt, ...body } })
    },
    async ({ name }) => {
      await queryClient.invalidateQueries({ queryKey: keptAgenciesQuery.queryKey })
      toast(t('proxy-desk.agencies.saved', { name }))
      onDone()
    },
  )
  const save = () => {
    setTried(true)
    if (isReady) mutate()
  }
  const because = codeOf(error) === 'conflict' ? t(seenAt === undefined ? 'proxy-desk.agencies.errors.exists' : 'proxy-desk.agencies.conflict') : codeOf(error) === 'not_found' ? t('proxy-desk.agencies.errors.region') : messageOf(error)
  return (
    <Card level={2} title={seenAt === undefined ? t('proxy-desk.agencies.add') : form.name}>
      <div className="tb-stack">
        {seenAt === undefined && <TextInput label={t('proxy-desk.agencies.uscc')} required value={form.uscc} onChange={(uscc) => set({ uscc })} width="medium" autoComplete="off" error={tried && !isCode ? t('proxy-desk.agencies.errors.uscc') : undefined} />}
        <TextInput label={t('proxy-desk.agencies.name')} required value={form.name} onChange={(name) => set({ name })} maxLength={100} error={missing(form.name.trim() !== '')} />
        <TextInput label={t('proxy-desk.agencies.region')} hint={t('proxy-desk.agencies.regionHint')} required inputMode="numeric" value={form.region} onChange={(region) => set({ region })} width="short" error={tried && !isRegion ? t('proxy-desk.agencies.errors.region') : undefined} />
        <TextInput label={t('proxy-desk.agencies.licence')} required value={form.licence} onChange={(licence) => set({ licence })} maxLength={100} width="medium" error={missing(form.licence.trim() !== '')} />
        <TextInput label={t('proxy-desk.agencies.phone')} required value={form.phone} onChange={(phone) => set({ phone })} maxLength={30} width="medium" error={missing(form.phone.trim() !== '')} />
        <DateInput label={t('proxy-desk.agencies.from')} required value={form.startsOn} onChange={(startsOn) => set({ startsOn })} error={missing(isDay(form.startsOn))} />
        <DateInput label={t('proxy-desk.agencies.until')} required value={form.endsOn} onChange={(endsOn) => set({ endsOn })} error={missing(isDay(form.endsOn)) ?? (tried && !isPeriod ? t('proxy-desk.agencies.errors.days') : undefined)} />
        <RadioGroup
          label={t('proxy-desk.agencies.scope')} inline value={form.scope} onChange={(scope) => set({ scope: scope === 'some' ? 'some' : 'all' })}
          options={[{ value: 'all', label: t('proxy-desk.agencies.scopeAll') }, { value: 'some', label: t('proxy-desk.agencies.scopeSome') }]}
        />
        {form.scope === 'some' && <CheckboxGroup label={t('proxy-desk.agencies.matters')} values={form.matters} onChange={(chosen) => set({ matters: chosen })} options={matters.map(({ id, name }) => ({ value: id, label: textIn(name) }))} error={missing(form.matters.length > 0)} />}
        <TextArea label={t('proxy-desk.agencies.staff')} hint={t('proxy-desk.agencies.staffHint')} value={form.staff} onChange={(lines) => set({ staff: lines })} rows={4} error={tried && wrong !== undefined ? t('proxy-desk.agencies.errors.staff', { n: wrong }) : undefined} />
        {error !== null && <Notice compact tone="danger" live="assertive">{because ?? t('proxy-desk.failed')}</Notice>}
        <div className="tb-row">
          <Button busy={isPending} onClick={save}>{t('proxy-desk.agencies.save')}</Button>
          <Button variant="quiet" onClick={onDone}>{t('proxy-desk.agencies.cancel')}</Button>
        </div>
      </div>
    </Card>
  )
}
