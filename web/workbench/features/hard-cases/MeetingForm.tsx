// The minutes of a meeting: who was there, what was said, what was decided and who does it by when.
// Written once.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'
import { readPeople } from './words.ts'

interface Decision {
  key: number
  what: string
  who: string
  byOn: string
}

const isWritten = ({ what, who, byOn }: Decision): boolean => what.trim() !== '' || who.trim() !== '' || byOn !== ''

export function MeetingForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const [heldOn, setHeldOn] = useState('')
  const [place, setPlace] = useState('')
  const [attendees, setAttendees] = useState('')
  const [minutes, setMinutes] = useState('')
  const [decisions, setDecisions] = useState<readonly Decision[]>([{ key: 1, what: '', who: '', byOn: '' }])
  const change = (key: number, part: Partial<Decision>) => setDecisions(decisions.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const written = decisions.filter(isWritten)
  const problems = useProblems([
    ...check('held', t('hard-case-desk.meet.heldOn'), heldOn, 10, 10), ...check('attendees', t('hard-case-desk.meet.attendees'), attendees, 5000), ...check('minutes', t('hard-case-desk.meet.minutes'), minutes, 10_000),
    ...written.flatMap(({ key, what, who }) => [...check(`what-${key}`, t('hard-case-desk.meet.what'), what, 500), ...check(`who-${key}`, t('hard-case-desk.meet.who'), who, 100, 1)]),
  ])
  const send = () =>
    act('meet', ({ id, revision }) =>
      api('recordMeeting', {
        params: { id },
        body: {
          revision, heldOn, place: place.trim(), minutes: minutes.trim(), attendees: readPeople(attendees),
          decisions: written.map(({ what, who, byOn }) => ({ what: what.trim(), who: who.trim(), ...(byOn ? { byOn } : {}) })),
        },
      }))
  return (
    <StepForm name="meet" lead={t('hard-case-desk.meet.lead')} send={t('hard-case-desk.meet.send')} problems={problems} onSend={send}>
      <DateInput id="held" label={t('hard-case-desk.meet.heldOn')} required value={heldOn} onChange={setHeldOn} error={problems.errorOf('held')} />
      <TextInput label={t('hard-case-desk.meet.place')} optional maxLength={100} value={place} onChange={setPlace} />
      <TextArea id="attendees" label={t('hard-case-desk.meet.attendees')} required hint={t('hard-case-desk.meet.attendeesHint')} rows={3} value={attendees} onChange={setAttendees} error={problems.errorOf('attendees')} />
      <TextArea id="minutes" label={t('hard-case-desk.meet.minutes')} required rows={6} limit={10_000} value={minutes} onChange={setMinutes} error={problems.errorOf('minutes')} />
      <h4>{t('hard-case-desk.meet.decisions')}</h4>
      {decisions.map((each) => (
        <div key={each.key} className="hard-asked">
          <TextInput id={`what-${each.key}`} label={t('hard-case-desk.meet.what')} value={each.what} onChange={(what) => change(each.key, { what })} error={problems.errorOf(`what-${each.key}`)} />
          <TextInput id={`who-${each.key}`} label={t('hard-case-desk.meet.who')} value={each.who} onChange={(who) => change(each.key, { who })} error={problems.errorOf(`who-${each.key}`)} />
          <DateInput label={t('hard-case-desk.meet.byOn')} optional value={each.byOn} onChange={(byOn) => change(each.key, { byOn })} />
          {decisions.length > 1 && <div><Button variant="plain" onClick={() => setDecisions(decisions.filter(({ key }) => key !== each.key))}>{t('hard-case-desk.meet.remove')}</Button></div>}
        </div>
      ))}
      <div><Button variant="quiet" icon="add" onClick={() => setDecisions([...decisions, { key: Math.max(...decisions.map(({ key }) => key)) + 1, what: '', who: '', byOn: '' }])}>{t('hard-case-desk.meet.more')}</Button></div>
    </StepForm>
  )
}
