// The conclusion: plain words for the applicant, and for colleagues how it was solved, by whom, by what law, under which words.
// It ends the work; the applicant then says whether it helped.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { StepForm, useChecks, useProblems } from './StepForm.tsx'
import { readLaws, readNames, readWords } from './words.ts'

const longest = 5000

export function ConcludeForm() {
  const t = useT()
  const textIn = useTextIn()
  const check = useChecks()
  const { one, act } = useDesk()
  const { person } = useSession()
  const [words, setWords] = useState('')
  const [solution, setSolution] = useState('')
  const [by, setBy] = useState(one.opinions.filter(({ stance }) => stance !== 'unable' && stance !== null).map(({ authority }) => textIn(authority)).join('、') || (person?.unit ?? ''))
  const [laws, setLaws] = useState('')
  const [category, setCategory] = useState(one.category ?? '')
  const [keywords, setKeywords] = useState('')
  const problems = useProblems([...check('words', t('hard-case-desk.conclude.words'), words, longest), ...check('solution', t('hard-case-desk.conclude.solution'), solution, longest), ...check('by', t('hard-case-desk.conclude.by'), by, 1000), ...check('category', t('hard-case-desk.conclude.category'), category, 100)])
  const send = () =>
    act('conclude', ({ id, revision }) =>
      api('concludeHardCase', {
        params: { id }, body: { revision, words: words.trim(), solution: solution.trim(), by: readNames(by), laws: readLaws(laws), category, keywords: readWords(keywords).slice(0, 8) },
      }))
  return (
    <StepForm name="conclude" lead={t('hard-case-desk.conclude.lead')} send={t('hard-case-desk.conclude.send')} problems={problems} onSend={send}>
      <TextArea id="words" label={t('hard-case-desk.conclude.words')} required hint={t('hard-case-desk.conclude.wordsHint')} rows={6} limit={longest} value={words} onChange={setWords} error={problems.errorOf('words')} />
      <TextArea id="solution" label={t('hard-case-desk.conclude.solution')} required hint={t('hard-case-desk.conclude.solutionHint')} rows={4} limit={longest} value={solution} onChange={setSolution} error={problems.errorOf('solution')} />
      <TextInput id="by" label={t('hard-case-desk.conclude.by')} required hint={t('hard-case-desk.conclude.byHint')} value={by} onChange={setBy} error={problems.errorOf('by')} />
      <TextArea label={t('hard-case-desk.conclude.laws')} optional hint={t('hard-case-desk.conclude.lawsHint')} rows={2} value={laws} onChange={setLaws} />
      <Select id="category" label={t('hard-case-desk.conclude.category')} required placeholder="…" value={category} onChange={setCategory} options={one.categories.map(({ id, name }) => ({ value: id, label: textIn(name) }))} error={problems.errorOf('category')} />
      <TextInput label={t('hard-case-desk.conclude.keywords')} optional hint={t('hard-case-desk.conclude.keywordsHint')} value={keywords} onChange={setKeywords} />
    </StepForm>
  )
}
