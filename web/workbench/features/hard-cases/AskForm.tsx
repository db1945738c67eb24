// Asking authorities: which, what they are to answer, by when, and whether they may read the account.
// Several at once; each gets a question of its own.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'

interface Asked {
  key: number
  /** line and region of the authority */
  place: string
  question: string
  dueOn: string
  shared: boolean
}

export function AskForm() {
  const t = useT()
  const textIn = useTextIn()
  const check = useChecks()
  const { one, act } = useDesk()
  const fresh = (key: number, question = ''): Asked => ({ key, place: '', question, dueOn: one.opinionBy ?? '', shared: true })
  const [asked, setAsked] = useState<readonly Asked[]>([fresh(1)])
  const change = (key: number, part: Partial<Asked>) => setAsked(asked.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const owing = new Set(one.opinions.filter(({ givenAt }) => givenAt === null).map(({ line, region }) => `${line} ${region}`))
  const problems = useProblems(asked.flatMap(({ key, place, question, dueOn }) => [...check(`place-${key}`, t('hard-case-desk.ask.line'), place, 200), ...check(`question-${key}`, t('hard-case-desk.ask.question'), question, 2000, 5), ...check(`due-${key}`, t('hard-case-desk.ask.dueOn'), dueOn, 10, 10)]))
  const send = () =>
    act('ask', ({ id, revision }) =>
      api('askForOpinions', {
        params: { id },
        body: { revision, asked: asked.map(({ place, question, dueOn, shared }) => ({ line: place.split(' ')[0] ?? '', region: place.split(' ')[1] ?? '', question: question.trim(), dueOn, shared })) },
      }))
  return (
    <StepForm name="ask" lead={t('hard-case-desk.ask.lead')} send={t('hard-case-desk.ask.send', { n: asked.length })} problems={problems} onSend={send}>
      {asked.map((each) => (
        <div key={each.key} className="hard-asked">
          <Select
            id={`place-${each.key}`}
            label={t('hard-case-desk.ask.line')}
            required
            placeholder="…"
            value={each.place}
            onChange={(place) => change(each.key, { place })}
            options={one.authorities.map(({ line, region, name }) => ({ value: `${line} ${region}`, label: textIn(name), disabled: owing.has(`${line} ${region}`) }))}
            error={problems.errorOf(`place-${each.key}`)}
          />
          <TextArea id={`question-${each.key}`} label={t('hard-case-desk.ask.question')} required hint={t('hard-case-desk.ask.hint')} rows={4} value={each.question} onChange={(question) => change(each.key, { question })} error={problems.errorOf(`question-${each.key}`)} />
          <DateInput id={`due-${each.key}`} label={t('hard-case-desk.ask.dueOn')} required value={each.dueOn} onChange={(dueOn) => change(each.key, { dueOn })} error={problems.errorOf(`due-${each.key}`)} />
          <Checkbox label={t('hard-case-desk.ask.shared')} hint={t('hard-case-desk.ask.sharedHint')} checked={each.shared} onChange={(shared) => change(each.key, { shared })} />
          {asked.length > 1 && <div><Button variant="plain" onClick={() => setAsked(asked.filter(({ key }) => key !== each.key))}>{t('hard-case-desk.ask.remove')}</Button></div>}
        </div>
      ))}
      <div><Button variant="quiet" icon="add" onClick={() => setAsked([...asked, fresh(Math.max(...asked.map(({ key }) => key)) + 1, asked.at(-1)?.question)])}>{t('hard-case-desk.ask.more')}</Button></div>
    </StepForm>
  )
}
