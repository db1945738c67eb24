// Offering somebody to act for me (?as=person), or asking to act for somebody (?as=holder): one short form.
// It goes to the other side, who decides after logging in.
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, ApiFailure } from '../../../api/client.ts'
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
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { agenciesQuery } from '../agencies/queries.ts'
import { mattersQuery } from '../matters/queries.ts'
import { emptyProposal, problemsOf, type ProposalForm, type ProposalProblem } from './proposal.ts'
import { delegationsQuery } from './queries.ts'

export const loader = async ({ request }: { request: Request }) => {
  // Whoever is not logged in is asked to before anything is typed.
  await Promise.all([queryClient.ensureQueryData(mattersQuery), queryClient.fetchQuery(delegationsQuery), queryClient.ensureQueryData(agenciesQuery)])
  return new URL(request.url).searchParams.get('as') === 'holder' ? 'holder' : 'person'
}

export const title = (as: 'person' | 'holder') => t(as === 'holder' ? 'delegations.form.titleAsk' : 'delegations.form.titleOffer')

/** What only the server knows: the reader's own number, and where and in what an agency may act. */
const refusedBecause = (error: unknown): 'self' | 'notHere' | 'notListed' | undefined => {
  const problem = error instanceof ApiFailure && typeof error.details === 'object' && error.details !== null && 'problem' in error.details ? error.details.problem : undefined
  return problem === 'self' || problem === 'notHere' || problem === 'notListed' ? problem : undefined
}

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [search] = useSearchParams()
  const as = search.get('as') === 'holder' ? 'holder' : 'person'
  const { data: matters } = useSuspenseQuery(mattersQuery)
  const { data: agencies } = useSuspenseQuery(agenciesQuery)
  const preset = agencies.find(({ uscc }) => uscc === search.get('agency'))
  const [form, setForm] = useState<ProposalForm>(() => ({ ...emptyProposal(today()), ...(preset ? { whom: 'organisation' as const, name: preset.name, number: preset.uscc } : {}) }))
  const [attempt, setAttempt] = useState(0)
  const set = (change: Partial<ProposalForm>) => setForm({ ...form, ...change })
  const problems: ProposalProblem[] = attempt > 0 ? problemsOf(form, today()) : []
  const isOrganisation = as === 'person' && form.whom === 'organisation'
  const errorAt = (field: ProposalProblem) => (problems.includes(field) ? t(`delegations.form.errors.${field}`) : undefined)
  const { mutate, isPending, error } = useChange(
    () => api('proposeDelegation', {
      body: {
        as, other: form.whom === 'organisation' ? { name: form.name.trim(), uscc: form.number } : { name: form.name.trim(), idNumber: form.number }, matters: form.scope === 'all' ? null : form.matters, endsOn: form.endsOn,
        maxUses: form.limit === 'any' ? null : (form.maxUses ?? null), reason: form.reason.trim(),
      },
    }),
    async () => {
      await queries.invalidateQueries({ queryKey: delegationsQuery.queryKey })
      toast(t('delegations.form.sent', { name: form.name.trim() }))
      await navigate(paths.delegations())
    },
  )
  const because = refusedBecause(error)
  const send = () => {
    setAttempt(attempt + 1)
    if (problemsOf(form, today()).length === 0) mutate()
  }
  return (
    <div className="tb-page tb-page-text tb-stack">
      <ErrorSummary errors={problems.map((field) => ({ field, message: t(`delegations.form.errors.${field}`) }))} attempt={attempt} />
      <header>
        <h1>{t(as === 'holder' ? 'delegations.form.titleAsk' : 'delegations.form.titleOffer')}</h1>
        <p>{t(as === 'holder' ? 'delegations.form.leadAsk' : 'delegations.form.leadOffer')}</p>
      </header>
      {as === 'person' && (
        <RadioGroup
          label={t('delegations.form.whom')}
          inline
          value={form.whom}
          onChange={(whom) => set({ whom: whom === 'organisation' ? 'organisation' : 'person', name: '', number: '' })}
          options={[{ value: 'person', label: t('delegations.form.whomPerson') }, { value: 'organisation', label: t('delegations.form.whomOrganisation') }]}
        />
      )}
      {isOrganisation ? (
        <Select
          id="uscc" label={t('delegations.form.organisation')} hint={t('delegations.form.organisationHint')} value={form.number} error={errorAt('uscc')} placeholder={t('delegations.form.choose')}
          onChange={(number) => set({ number, name: agencies.find(({ uscc }) => uscc === number)?.name ?? '' })}
          options={agencies.filter(({ standing }) => standing === 'working').map(({ uscc, name, regionName }) => ({ value: uscc, label: `${name} · ${textIn(regionName)}` }))}
        />
      ) : (
        <>
          <TextInput id="name" label={t('delegations.form.name')} hint={t('delegations.form.nameHint')} value={form.name} onChange={(name) => set({ name })} error={errorAt('name')} autoComplete="off" width="medium" />
          <TextInput id="idNumber" label={t('delegations.form.idNumber')} hint={t('delegations.form.idHint')} value={form.number} onChange={(number) => set({ number })} error={errorAt('idNumber')} autoComplete="off" width="medium" />
        </>
      )}
      <RadioGroup
        label={t('delegations.form.scope')}
        value={form.scope}
        onChange={(scope) => set({ scope: scope === 'all' ? 'all' : 'some' })}
        options={[{ value: 'some', label: t('delegations.form.scopeSome') }, { value: 'all', label: t('delegations.form.scopeAll') }]}
      />
      {form.scope === 'some' && (
        <CheckboxGroup
          id="matters"
          label={t('delegations.form.matters')}
          values={form.matters}
          onChange={(chosen) => set({ matters: chosen })}
          options={matters.map(({ id, name }) => ({ value: id, label: textIn(name) }))}
          error={errorAt('matters')}
        />
      )}
      <DateInput id="endsOn" label={t('delegations.form.endsOn')} hint={t('delegations.form.endsHint')} value={form.endsOn} onChange={(endsOn) => set({ endsOn })} min={today()} error={errorAt('endsOn')} />
      <RadioGroup
        label={t('delegations.form.uses')}
        inline
        value={form.limit}
        onChange={(limit) => set({ limit: limit === 'some' ? 'some' : 'any' })}
        options={[{ value: 'any', label: t('delegations.form.usesAny') }, { value: 'some', label: t('delegations.form.usesSome') }]}
      />
      {form.limit === 'some' && <NumberInput id="maxUses" whole label={t('delegations.form.usesNumber')} value={form.maxUses} onChange={(maxUses) => set({ maxUses })} error={errorAt('maxUses')} />}
      <TextArea id="reason" optional label={t('delegations.form.reason')} hint={t('delegations.form.reasonHint')} value={form.reason} onChange={(reason) => set({ reason })} rows={2} limit={200} error={errorAt('reason')} />
      <p className="tb-muted">{t('delegations.form.law')}</p>
      {error !== null && <Notice tone="danger" live="assertive">{because ? t(`delegations.form.errors.${because}`) : (messageOf(error) ?? t('delegations.failed'))}</Notice>}
      <div className="tb-row">
        <Button busy={isPending} onClick={send}>{t('delegations.form.send')}</Button>
        <LinkButton href={paths.delegations()} variant="quiet">{t('common.cancel')}</LinkButton>
      </div>
      <SignedOutDialog />
    </div>
  )
}
