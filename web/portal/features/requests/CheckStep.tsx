// A last look before it is sent: what was written, where, how to answer, who is likely to get it and by when.
// Without a network it is kept and goes by itself later.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { change } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { StepProps } from './queries.ts'
import { isPassing, sendWritten, wait, type Sent } from './sending.ts'
import { refreshWaiting } from './WaitingNotice.tsx'
import { firstOpen, guessKind, problemsOf, type Step } from './written.ts'

type Outcome = { sent: Sent } | { waits: true }

export function CheckStep({ writing: { written, files, clear }, understood, goTo }: StepProps) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const navigate = useNavigate()
  const session = useSession()
  const resident = isResident(session)
  const [waits, setWaits] = useState(false)
  const sending = useMutation<Outcome>({
    // Without a network it is kept, which must not wait for one.
    networkMode: 'always',
    mutationFn: () => change(() => sendWritten({ written, files, loggedIn: resident })).then((sent): Outcome => ({ sent }), async (error: unknown): Promise<Outcome> => {
      if (!isPassing(error)) throw error
      await wait({ written, files, loggedIn: resident }, new Date().toISOString())
      return { waits: true }
    }),
    onSuccess: (outcome) => {
      clear()
      void queryClient.invalidateQueries({ queryKey: ['requests', 'mine'] })
      if ('waits' in outcome) {
        setWaits(true)
        void refreshWaiting()
        return
      }
      const { id, token, failed } = outcome.sent
      void navigate(id ? paths.request({ request: id }) : paths.requestProgress({ token }), { state: { sent: true, failed } })
    },
  })
  const problems = problemsOf(written, resident)
  const send = () => (problems.length > 0 ? goTo(firstOpen(problems)) : sending.mutate())
  const linkTo = (step: Step) => <Button variant="plain" aria-label={`${t('requests.new.check.change')} ${t(`requests.new.steps.${step}`)}`} onClick={() => goTo(step)}>{t('requests.new.check.change')}</Button>
  // What waits is said by the notice above; there is nothing left to check.
  if (waits) return null
  const place = [written.address.trim(), written.at && t('requests.new.check.pin')].filter(Boolean).join(' · ')
  const contact = written.anonymous ? t('requests.new.check.noContact') : [resident && session.person?.name, written.phone.trim()].filter(Boolean).join(' · ')
  return (
    <div className="tb-stack">
      <p>{t('requests.new.check.lead')}</p>
      <Card>
        <KeyValue
          items={[
            { id: 'what', label: t('requests.new.steps.what'), value: <><Chip tone="azure">{t(`requests.kinds.${written.kind ?? guessKind(written.text)}`)}</Chip> <span className="request-words">{written.text}</span></>, aside: linkTo('what') },
            { id: 'files', label: t('requests.new.photos'), value: files.length > 0 ? t('requests.new.check.files', { n: files.length }) : t('requests.new.check.noFiles'), aside: linkTo('what') },
            { id: 'where', label: t('requests.new.steps.where'), value: place || t('requests.new.check.noPlace'), aside: linkTo('where') },
            { id: 'who', label: t('requests.new.steps.who'), value: contact, aside: linkTo('who') },
            ...(understood.unit !== undefined ? [{ id: 'unit', label: t('requests.new.check.who'), value: understood.unit ? t('requests.new.check.whoUnit', { unit: textIn(understood.unit.name) }) : t('requests.new.check.whoDesk') }] : []),
            ...(understood.dueAt ? [{ id: 'due', label: t('requests.one.later'), value: t('requests.new.check.due', { time: format.instant(understood.dueAt) }) }] : []),
          ]}
        />
      </Card>
      {sending.error !== null && <Notice tone="danger" live="assertive" title={t('requests.new.failed')}><p>{messageOf(sending.error) ?? t('requests.new.failedText')}</p></Notice>}
      <div className="tb-row">
        <Button busy={sending.isPending} onClick={send}>{t('requests.new.send')}</Button>
        <Button variant="quiet" onClick={() => goTo('who')}>{t('requests.new.back')}</Button>
      </div>
    </div>
  )
}
