// Reporting something, one topic after the other: what, where, how to answer, a look at it all, sent.
// Public; which step is shown stands in the address, what is written stays on this device.
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { useOnline } from '../../../shared/useOnline.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Stepper } from '../../../ui/Steps.tsx'
import { toast } from '../../../ui/toasts.ts'
import { CheckStep } from './CheckStep.tsx'
import { EmergencyNotice } from './EmergencyNotice.tsx'
import { useUnderstood } from './queries.ts'
import { useWritten } from './useWritten.ts'
import { WaitingNotice } from './WaitingNotice.tsx'
import { WhatStep } from './WhatStep.tsx'
import { WhereStep } from './WhereStep.tsx'
import { WhoStep } from './WhoStep.tsx'
import { isBegun, problemsOf, steps, type Step } from './written.ts'
import './requests.css'

export const title = () => t('requests.new.title')

export function Component() {
  const t = useT()
  const online = useOnline()
  const [search, setSearch] = useSearchParams()
  const loggedIn = isResident(useSession())
  const writing = useWritten(search.get('about') ?? '')
  const { written, clear } = writing
  const understood = useUnderstood(written)
  const step = steps.find((each) => each === search.get('step')) ?? 'what'
  const [attempt, setAttempt] = useState(0)
  const problems = problemsOf(written, loggedIn).filter((problem) => problem.step === step)
  const shown = attempt > 0 ? problems.map(({ field, code }) => ({ field, message: t(`requests.new.problem.${code}`) })) : []
  const go = (to: Step) => {
    setAttempt(0)
    setSearch(to === 'what' ? {} : { step: to })
  }
  const on = () => {
    if (problems.length > 0) return setAttempt((before) => before + 1)
    go(steps[steps.indexOf(step) + 1] ?? 'check')
  }
  const discard = () => {
    clear()
    go('what')
    toast(t('requests.new.discarded'))
  }
  const errorOf = (field: string) => shown.find((each) => each.field === field)?.message
  const parts = { writing, understood, errorOf, goTo: go }
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('requests.new.title')}</h1>
        {step === 'what' && <p>{t('requests.new.lead')}</p>}
      </header>
      <WaitingNotice />
      {understood.emergency ? <EmergencyNotice selfHarm={understood.emergency === 'self-harm'} /> : step === 'what' && <p className="tb-muted">{t('requests.new.urgent')}</p>}
      <Stepper current={step} steps={steps.map((each) => ({ id: each, label: t(`requests.new.steps.${each}`), href: paths.newRequest({}, { step: each === 'what' ? undefined : each }) }))} />
      {!online && <Notice compact tone="warning" title={t('requests.new.offline')}>{t('requests.new.offlineText')}</Notice>}
      {shown.length > 0 && <ErrorSummary errors={shown} attempt={attempt} />}
      {step === 'check' ? <CheckStep {...parts} /> : (
        <form
          className="tb-stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            on()
          }}
        >
          {step === 'what' && <WhatStep {...parts} />}
          {step === 'where' && <WhereStep {...parts} />}
          {step === 'who' && <WhoStep {...parts} />}
          <div className="tb-row">
            <Button type="submit">{t('requests.new.next')}</Button>
            {step !== 'what' && <Button variant="quiet" onClick={() => go(steps[steps.indexOf(step) - 1] ?? 'what')}>{t('requests.new.back')}</Button>}
          </div>
        </form>
      )}
      {isBegun(written) && (
        <div className="tb-row">
          <span className="tb-muted">{t('requests.new.kept')}</span>
          <Button variant="plain" onClick={discard}>{t('requests.new.discard')}</Button>
        </div>
      )}
      <SignedOutDialog />
    </div>
  )
}
