// Putting right what the machine understood: class, kind, urgency, place. The clock goes on from where it began.
// Classes are found by their words.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requestKinds, urgencies } from '../../../../server/modules/requests/request.ts'
import { api } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { useDesk } from './desk.ts'
import { classesQuery } from './queries.ts'
import { StepForm, useProblems } from './StepForm.tsx'

const mostShown = 200

/** Every finest class whose name, or that of a class above it, holds the words. */
export function useLeaves(words: string): { value: string; label: string }[] {
  const textIn = useTextIn()
  const { data: classes = [] } = useQuery(classesQuery)
  const leaves = classes.flatMap((top) => top.groups.flatMap((group) => group.leaves.map((leaf) => ({ value: leaf.id, label: [top, group, leaf].map(({ name }) => textIn(name)).join(' / ') }))))
  return leaves.filter(({ label }) => label.includes(words.trim())).slice(0, mostShown)
}

export function CorrectForm() {
  const t = useT()
  const textIn = useTextIn()
  const { one, act } = useDesk()
  const [words, setWords] = useState('')
  const [category, setCategory] = useState(one.category ?? '')
  const [kind, setKind] = useState(one.kind)
  const [urgency, setUrgency] = useState(one.urgency)
  const [region, setRegion] = useState(one.region)
  const { data: served } = useQuery(regionsQuery)
  const leaves = useLeaves(words)
  const kept = category && !leaves.some(({ value }) => value === category) && one.categoryName ? [{ value: category, label: textIn(one.categoryName) }] : []
  const problems = useProblems([])
  const changed = { ...(category && category !== one.category ? { category } : {}), ...(kind === one.kind ? {} : { kind }), ...(urgency === one.urgency ? {} : { urgency }), ...(region === one.region ? {} : { region }) }
  return (
    <StepForm name="correct" problems={problems} onSend={() => act('correct', ({ id, revision }) => api('correctRequest', { params: { id }, body: { revision, ...changed } }))}>
      <TextInput label={t('request-desk.form.findCategory')} type="search" value={words} onChange={setWords} />
      <Select label={t('request-desk.form.category')} value={category} onChange={setCategory} placeholder={t('request-desk.understood.unsure')} options={[...kept, ...leaves]} />
      <Select label={t('request-desk.filter.kind')} value={kind} onChange={(value) => setKind(requestKinds.find((each) => each === value) ?? kind)} options={requestKinds.map((each) => ({ value: each, label: t(`request-desk.kinds.${each}`) }))} />
      <Select label={t('request-desk.form.urgency')} value={urgency} onChange={(value) => setUrgency(urgencies.find((each) => each === value) ?? urgency)} options={urgencies.map((each) => ({ value: each, label: t(`request-desk.urgency.${each}`) }))} />
      <Select label={t('request-desk.form.region')} value={region} onChange={setRegion} options={(served?.regions ?? []).map(({ code, name }) => ({ value: code, label: textIn(name) }))} />
    </StepForm>
  )
}
