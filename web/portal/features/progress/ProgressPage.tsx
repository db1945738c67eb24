// How far an application is, for whoever has its number and the last four digits of the applicant's phone. Nothing of the person is shown.
// The digits are sent, never put into the address; the number may stand there, so that a link can be passed on.
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, type Reply } from '../../../api/client.ts'
import { codeOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useChange } from '../../../shared/changing.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { progressTone, toneOf } from '../applications/case-state.ts'
import './progress.css'

type Progress = Reply<'askProgress'>

export const title = () => t('progress.title')

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const [number, setNumber] = useState(search.get('number') ?? '')
  const [phone, setPhone] = useState('')
  const [attempt, setAttempt] = useState(0)
  const asking = useChange(() => api('askProgress', { body: { number: number.trim(), phone } }))
  const wrong = [
    ...(number.trim().length < 5 ? [{ field: 'progress-number', message: t('progress.missing.number') }] : []),
    ...(/^\d{4}$/.test(phone) ? [] : [{ field: 'progress-phone', message: t('progress.missing.phone') }]),
  ]
  const errorOf = (field: string) => (attempt > 0 ? wrong.find((each) => each.field === field)?.message : undefined)
  const ask = () => {
    setAttempt((now) => now + 1)
    if (wrong.length === 0) asking.mutate()
  }
  if (asking.data) return <Shown progress={asking.data} onAgain={() => { asking.reset(); setNumber(''); setPhone(''); setAttempt(0) }} />
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('progress.title')}</h1>
        <p>{t('progress.lead')}</p>
      </header>
      {attempt > 0 && wrong.length > 0 && <ErrorSummary attempt={attempt} errors={wrong} />}
      {asking.isError && wrong.length === 0 && <Notice tone="warning" live="assertive">{refusalText(asking.error)}</Notice>}
      <form
        className="tb-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <TextInput id="progress-number" label={t('progress.number')} hint={t('progress.numberHint')} error={errorOf('progress-number')} value={number} onChange={setNumber} maxLength={60} autoComplete="off" />
        <TextInput id="progress-phone" label={t('progress.phone')} hint={t('progress.phoneHint')} error={errorOf('progress-phone')} value={phone} onChange={setPhone} inputMode="numeric" width="short" maxLength={4} autoComplete="off" />
        <div><Button type="submit" busy={asking.isPending}>{t('progress.ask')}</Button></div>
      </form>
    </div>
  )
}

function refusalText(error: unknown): string {
  const code = codeOf(error)
  return t(code === 'not_found' ? 'progress.none' : code === 'too_many' ? 'progress.tooMany' : 'progress.failed')
}

function Shown({ progress, onAgain }: { progress: Progress; onAgain: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <div className="tb-row">
          <h1>{t('progress.heading', { matter: textIn(progress.matterName) })}</h1>
          <Chip tone={progressTone(progress.progress)}>{t(`applications.progress.${progress.progress}`)}</Chip>
        </div>
        <p className="tb-muted">{t('progress.meta', { number: progress.number, date: format.day(progress.submittedOn) })}</p>
      </header>
      <Card title={t('progress.services')} aside={progress.promisedOn && progress.services.some(({ ended }) => !ended) && <span>{t('progress.promise', { date: format.day(progress.promisedOn) })}</span>}>
        <ul className="progress-services">
          {progress.services.map((one) => (
            <li key={textIn(one.name)}>
              <div>
                <b>{textIn(one.name)}</b>
                <small className="tb-muted">
                  {textIn(one.authorityName)}
                  {one.authorityPhone && <> · <a href={`tel:${one.authorityPhone}`}>{one.authorityPhone}</a></>}
                </small>
              </div>
              <div className="progress-state">
                <Chip tone={toneOf({ state: one.state, urgency: 'none', reasons: one.ended ? '' : null })}>{t(`applications.states.${one.state}`)}</Chip>
                <small>{one.waitsFor.length > 0 ? t('progress.after', { services: format.list(one.waitsFor.map(textIn)) }) : one.expectedOn ? t('progress.before', { date: format.day(one.expectedOn) }) : ''}</small>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <Notice title={t('progress.own')} actions={<LinkButton variant="quiet" href={paths.applications()}>{t('progress.login')}</LinkButton>}><p>{t('progress.ownText')}</p></Notice>
      <div><Button variant="quiet" onClick={onAgain}>{t('progress.again')}</Button></div>
    </div>
  )
}
