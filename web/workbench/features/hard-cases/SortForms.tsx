// Sorting: it is a hard case, there is a service for it, or somebody else is responsible.
// The last two end it with words the applicant reads.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'

const longestWords = 5000

export function AcceptForm() {
  const t = useT()
  const textIn = useTextIn()
  const check = useChecks()
  const { one, act } = useDesk()
  const [title, setTitle] = useState(one.title)
  const [category, setCategory] = useState(one.category ?? '')
  const problems = useProblems([...check('title', t('hard-case-desk.accept.title'), title, 60), ...check('category', t('hard-case-desk.accept.category'), category, 100)])
  return (
    <StepForm name="accept" lead={t('hard-case-desk.accept.lead')} send={t('hard-case-desk.accept.send')} problems={problems} onSend={() => act('accept', ({ id, revision }) => api('acceptHardCase', { params: { id }, body: { revision, title: title.trim(), category } }))}>
      <TextInput id="title" label={t('hard-case-desk.accept.title')} required value={title} onChange={setTitle} error={problems.errorOf('title')} />
      <Select id="category" label={t('hard-case-desk.accept.category')} required placeholder="…" value={category} onChange={setCategory} options={one.categories.map(({ id, name }) => ({ value: id, label: textIn(name) }))} error={problems.errorOf('category')} />
    </StepForm>
  )
}

export function GuideForm() {
  const t = useT()
  const check = useChecks()
  const { one, act } = useDesk()
  const [asked, setAsked] = useState('')
  const [target, setTarget] = useState<{ type: 'service' | 'matter'; id: string; title: string }>()
  const [words, setWords] = useState('')
  const question = useDeferredValue(asked.trim())
  const { data } = useQuery({ queryKey: ['hard-cases', 'find', question], queryFn: ({ signal }) => api('search', { query: { q: question, limit: 8, region: one.region } }, { signal }), enabled: question.length > 1, placeholderData: (before) => before })
  const problems = useProblems([...(target ? [] : [{ field: 'find', message: t('hard-case-desk.guide.none') }]), ...check('words', t('hard-case-desk.guide.words'), words, longestWords)])
  const found = (data?.results ?? []).flatMap(({ type, id, title }) => (type === 'service' || type === 'matter' ? [{ type, id, title }] : []))
  return (
    <StepForm name="guide" lead={t('hard-case-desk.guide.lead')} send={t('hard-case-desk.guide.send')} problems={problems} onSend={() => target && act('guide', ({ id, revision }) => api('guideHardCase', { params: { id }, body: { revision, target: { type: target.type, id: target.id }, words: words.trim() } }))}>
      <TextInput id="find" label={t('hard-case-desk.guide.find')} type="search" value={asked} onChange={setAsked} error={problems.errorOf('find')} />
      {target ? <p><b>{t('hard-case-desk.guide.picked')}</b> {target.title}</p> : null}
      <ul className="hard-plain">
        {found.filter(({ id }) => id !== target?.id).map((each) => (
          <li key={each.type + each.id} className="tb-row"><span>{each.title}</span> <Button variant="quiet" aria-label={`${t('hard-case-desk.guide.pick')} ${each.title}`} onClick={() => setTarget(each)}>{t('hard-case-desk.guide.pick')}</Button></li>
        ))}
      </ul>
      <TextArea id="words" label={t('hard-case-desk.guide.words')} required hint={t('hard-case-desk.guide.hint')} rows={5} value={words} onChange={setWords} error={problems.errorOf('words')} />
    </StepForm>
  )
}

export function RedirectForm() {
  const t = useT()
  const check = useChecks()
  const { act } = useDesk()
  const [to, setTo] = useState('')
  const [words, setWords] = useState('')
  const problems = useProblems([...check('to', t('hard-case-desk.redirect.to'), to, 100), ...check('words', t('hard-case-desk.redirect.words'), words, longestWords)])
  return (
    <StepForm name="redirect" lead={t('hard-case-desk.redirect.lead')} send={t('hard-case-desk.redirect.send')} problems={problems} onSend={() => act('redirect', ({ id, revision }) => api('redirectHardCase', { params: { id }, body: { revision, to: to.trim(), words: words.trim() } }))}>
      <TextInput id="to" label={t('hard-case-desk.redirect.to')} required value={to} onChange={setTo} error={problems.errorOf('to')} />
      <TextArea id="words" label={t('hard-case-desk.redirect.words')} required hint={t('hard-case-desk.redirect.hint')} rows={6} value={words} onChange={setWords} error={problems.errorOf('words')} />
    </StepForm>
  )
}
