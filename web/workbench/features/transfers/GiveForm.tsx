// Handing a file over: the clerk states that identity and papers were checked for form, which originals travel in which parcel, and signs.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import type { Transfer } from './queries.ts'
import { useTransferStep } from './useTransferStep.ts'

const parcelPattern = /^[A-Za-z0-9-]{6,30}$/

/** Each line one paper; the same one named twice counts twice. */
export function originalsIn(text: string): { name: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const name of text.split('\n').map((line) => line.trim()).filter((line) => line !== '')) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count }))
}

export function GiveForm({ one }: { one: Transfer }) {
  const t = useT()
  const [checked, setChecked] = useState(false)
  const [posts, setPosts] = useState(false)
  const [calls, setCalls] = useState(one.courier)
  const [papers, setPapers] = useState('')
  const [carrier, setCarrier] = useState('')
  const [number, setNumber] = useState('')
  const [remark, setRemark] = useState('')
  const [tried, setTried] = useState(false)
  const originals = posts ? originalsIn(papers) : []
  const parcel = { carrier: carrier.trim(), number: number.trim() }
  const parcelOk = !posts || calls || (parcel.carrier !== '' && parcelPattern.test(parcel.number))
  const papersOk = !posts || originals.length > 0
  const run = useTransferStep(one, t('transfer-desk.give.done'), () =>
    api('handOverFile', { params: { id: one.id }, body: { revision: one.revision, checked: true, remark: remark.trim(), originals, courier: posts && calls, ...(posts && !calls ? { parcel } : {}) } }))
  return (
    <form
      className="tb-stack" noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (checked && parcelOk && papersOk) run.mutate()
      }}
    >
      <p>{t('transfer-desk.give.text')}</p>
      <Checkbox label={t('transfer-desk.give.checked')} checked={checked} onChange={setChecked} error={tried && !checked ? t('transfer-desk.give.mustCheck') : undefined} />
      <Checkbox label={t('transfer-desk.give.post')} checked={posts} onChange={setPosts} />
      {posts && (
        <>
          <TextArea label={t('transfer-desk.give.originals')} hint={t('transfer-desk.give.originalsHint')} value={papers} onChange={setPapers} error={tried && !papersOk ? t('transfer-desk.give.originalsMissing') : undefined} />
          {one.courier && <RadioGroup label={t('transfer-desk.give.by')} value={calls ? 'call' : 'own'} onChange={(way) => setCalls(way === 'call')} options={[{ value: 'call', label: t('transfer-desk.give.ways.call'), hint: t('transfer-desk.give.callHint') }, { value: 'own', label: t('transfer-desk.give.ways.own') }]} />}
          {!calls && <TextInput label={t('transfer-desk.give.carrier')} value={carrier} onChange={setCarrier} />}
          {!calls && <TextInput label={t('transfer-desk.give.parcel')} value={number} onChange={setNumber} error={tried && !parcelOk ? t('transfer-desk.give.parcelWrong') : undefined} />}
        </>
      )}
      <TextInput label={t('transfer-desk.give.remark')} value={remark} onChange={setRemark} />
      {run.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(run.error)}</p></Notice>}
      <div><Button type="submit" busy={run.isPending}>{t('transfer-desk.give.sign')}</Button></div>
    </form>
  )
}
