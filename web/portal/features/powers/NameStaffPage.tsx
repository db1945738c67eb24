// A legal representative lets somebody act for the company: who, in which matters, until when. It counts once they agree.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { addDays } from '../../../../server/kernel/clock.ts'
import { checkResidentId } from '../../../../server/kernel/identifiers.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { mattersQuery } from '../matters/queries.ts'
import { powersQuery } from './queries.ts'

export const loader = async () => {
  await Promise.all([queryClient.ensureQueryData(mattersQuery), queryClient.fetchQuery(powersQuery)])
  return null
}

export const title = () => t('proxies.powers.staff.open')

const usualDays = 90
const longestDays = 366
const fields = ['name', 'idNumber', 'matters', 'endsOn'] as const

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { power: id = '' } = useParams()
  const { data: powers } = useSuspenseQuery(powersQuery)
  const { data: all } = useSuspenseQuery(mattersQuery)
  const [form, setForm] = useState({ name: '', idNumber: '', scope: 'some', matters: [] as string[], endsOn: addDays(today(), usualDays) })
  const [attempt, setAttempt] = useState(0)
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  const wrong: Record<(typeof fields)[number], boolean> = {
    name: form.name.trim() === '', idNumber: !checkResidentId(form.idNumber, today()).ok, matters: form.scope === 'some' && form.matters.length === 0,
    endsOn: !/^\d{4}-\d{2}-\d{2}$/.test(form.endsOn) || form.endsOn < today() || form.endsOn > addDays(today(), longestDays),
  }
  const problems = fields.filter((field) => wrong[field])
  const errorAt = (field: (typeof fields)[number]) => (attempt > 0 && wrong[field] ? t(`proxies.powers.staff.errors.${field}`) : undefined)
  const { mutate, isPending, error } = useChange(
    () => api('nameStaff', { params: { id }, body: { name: form.name.trim(), idNumber: form.idNumber, matters: form.scope === 'all' ? null : form.matters, endsOn: form.endsOn, maxUses: null, reason: '' } }),
    async () => {
      await queryClient.invalidateQueries({ queryKey: ['delegations'] })
      toast(t('proxies.powers.staff.sent', { name: form.name.trim() }))
      await navigate(paths.delegations())
    },
  )
  return (
    <div className="tb-page tb-page-text tb-stack">
      <ErrorSummary errors={attempt > 0 ? problems.map((field) => ({ field, message: t(`proxies.powers.staff.errors.${field}`) })) : []} attempt={attempt} />
      <header>
        <h1>{t('proxies.powers.staff.title', { company: powers.find((each) => each.id === id)?.name ?? '' })}</h1>
        <p>{t('proxies.powers.staff.lead')}</p>
      </header>
      <TextInput id="name" label={t('proxies.powers.staff.name')} value={form.name} onChange={(name) => set({ name })} error={errorAt('name')} autoComplete="off" width="medium" />
      <TextInput id="idNumber" label={t('proxies.powers.staff.idNumber')} value={form.idNumber} onChange={(idNumber) => set({ idNumber })} error={errorAt('idNumber')} autoComplete="off" width="medium" />
      <RadioGroup
        label={t('proxies.powers.staff.scope')}
        value={form.scope}
        onChange={(scope) => set({ scope })}
        options={[{ value: 'some', label: t('proxies.powers.staff.scopeSome') }, { value: 'all', label: t('proxies.powers.staff.scopeAll') }]}
      />
      {form.scope === 'some' && (
        <CheckboxGroup
          id="matters" label={t('proxies.powers.staff.matters')} values={form.matters} onChange={(matters) => set({ matters })} error={errorAt('matters')}
          options={all.filter(({ audience }) => audience === 'organisation').map(({ id: matter, name }) => ({ value: matter, label: textIn(name) }))}
        />
      )}
      <DateInput id="endsOn" label={t('proxies.powers.staff.endsOn')} hint={t('proxies.powers.staff.endsHint')} value={form.endsOn} onChange={(endsOn) => set({ endsOn })} min={today()} error={errorAt('endsOn')} />
      <p className="tb-muted">{t('proxies.powers.staff.law')}</p>
      {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('proxies.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={isPending} onClick={() => { setAttempt(attempt + 1); if (problems.length === 0) mutate() }}>{t('proxies.powers.staff.send')}</Button>
        <LinkButton href={paths.delegations()} variant="quiet">{t('common.cancel')}</LinkButton>
      </div>
      <SignedOutDialog />
    </div>
  )
}
