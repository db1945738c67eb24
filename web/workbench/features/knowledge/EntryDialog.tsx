// One entry: read, worded anew, released by somebody else, confirmed, retired. What is in force stands beside what is proposed.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { knowledgeQuery, type Entry, type Words } from './queries.ts'

export function EntryDialog({ open, ask, onClose }: { open: Entry | 'new' | undefined; ask: string; onClose: () => void }) {
  const t = useT()
  const [editing, setEditing] = useState(open === 'new')
  const entry = open === 'new' ? undefined : open
  return (
    <Dialog open={open !== undefined} onClose={onClose} stay size="wide" title={entry ? entry.words.ask : t('knowledge.propose')}>
      {open !== undefined && (editing ? <Edit entry={entry} ask={ask} onDone={onClose} /> : entry && <Read entry={entry} onEdit={() => setEditing(true)} onDone={onClose} />)}
    </Dialog>
  )
}

const renew = () => void queryClient.invalidateQueries({ queryKey: knowledgeQuery.queryKey })

function Read({ entry, onEdit, onDone }: { entry: Entry; onEdit: () => void; onDone: () => void }) {
  const t = useT()
  const [until, setUntil] = useState(entry.words.validUntil ?? '')
  const acting = useChange((step: 'release' | 'discard' | 'retire' | 'confirm') => api('actOnKnowledge', { params: { id: entry.id }, body: { revision: entry.revision, step, ...(step === 'confirm' ? { validUntil: until === '' ? null : until } : {}) } }), () => {
    renew()
    onDone()
  })
  const may = (step: Entry['can'][number]) => entry.can.includes(step)
  const isProposal = entry.proposal !== null && entry.stage !== 'proposed'
  return (
    <div className="tb-stack">
      {entry.expired && <Notice tone="warning"><p>{t('knowledge.expiredText')}</p></Notice>}
      <Shown words={entry.words} />
      {isProposal && entry.proposal && <section className="tb-stack"><h3>{t('knowledge.proposedBy', { by: entry.proposal.by })}</h3><Shown words={entry.proposal.words} /></section>}
      {may('confirm') && <DateInput label={t('knowledge.confirmUntil')} optional value={until} onChange={setUntil} />}
      {acting.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(acting.error) ?? t('ui.error.text')}</p></Notice>}
      <p className="tb-row">
        {may('release') && <Button busy={acting.isPending} onClick={() => acting.mutate('release')}>{t('knowledge.release')}</Button>}
        {may('propose') && <Button variant="ghost" onClick={onEdit}>{t('knowledge.edit')}</Button>}
        {may('confirm') && <Button variant="ghost" busy={acting.isPending} onClick={() => acting.mutate('confirm')}>{t('knowledge.confirm')}</Button>}
        {may('discard') && <Button variant="ghost" busy={acting.isPending} onClick={() => acting.mutate('discard')}>{t('knowledge.discard')}</Button>}
        {may('retire') && <Button variant="danger" busy={acting.isPending} onClick={() => acting.mutate('retire')}>{t('knowledge.retire')}</Button>}
      </p>
      {entry.proposal && !may('release') && <p className="tb-muted">{t('knowledge.secondPerson')}</p>}
    </div>
  )
}

function Shown({ words }: { words: Words }) {
  const t = useT()
  const format = useFormat()
  return (
    <KeyValue items={[
      { id: 'ask', label: t('knowledge.ask'), value: words.ask }, { id: 'answer', label: t('knowledge.answer'), value: words.answer }, { id: 'source', label: t('knowledge.source'), value: words.source.title },
      { id: 'until', label: t('knowledge.validUntil'), value: words.validUntil === null ? t('knowledge.noEnd') : format.day(words.validUntil) }, { id: 'audience', label: t('knowledge.audience'), value: t(`knowledge.audiences.${words.audience}`) },
    ]} />
  )
}

function Edit({ entry, ask, onDone }: { entry: Entry | undefined; ask: string; onDone: () => void }) {
  const t = useT()
  const begun = entry?.proposal?.words ?? entry?.words
  const [words, setWords] = useState({ ask: begun?.ask ?? ask, answer: begun?.answer ?? '', source: begun?.source.title ?? '', url: begun?.source.url ?? '', validUntil: begun?.validUntil ?? '', audience: begun?.audience ?? ('public' as Words['audience']) })
  const write = (part: Partial<typeof words>) => setWords({ ...words, ...part })
  const saving = useChange(() => {
    const { source, url, validUntil, ...rest } = words
    const body: Words = { ...rest, category: begun?.category ?? null, source: { title: source.trim(), url: url.trim() === '' ? null : url.trim() }, validUntil: validUntil === '' ? null : validUntil }
    return entry ? api('rewordKnowledge', { params: { id: entry.id }, body: { revision: entry.revision, words: body } }) : api('proposeKnowledge', { body: { words: body } })
  }, () => {
    renew()
    onDone()
  })
  const missing = words.ask.trim().length < 4 || words.answer.trim().length < 4 || words.source.trim().length < 2 ? t('knowledge.needAll') : undefined
  return (
    <form
      className="tb-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === undefined) saving.mutate()
      }}
    >
      <TextInput label={t('knowledge.ask')} hint={t('knowledge.askHint')} required value={words.ask} onChange={(value) => write({ ask: value })} maxLength={200} />
      <TextArea label={t('knowledge.answer')} hint={t('knowledge.answerHint')} required rows={6} limit={4000} value={words.answer} onChange={(answer) => write({ answer })} />
      <TextInput label={t('knowledge.source')} hint={t('knowledge.sourceHint')} required value={words.source} onChange={(source) => write({ source })} maxLength={200} />
      <TextInput label={t('knowledge.url')} optional value={words.url} onChange={(url) => write({ url })} />
      <DateInput label={t('knowledge.validUntil')} hint={t('knowledge.untilHint')} optional value={words.validUntil} onChange={(validUntil) => write({ validUntil })} />
      <RadioGroup inline label={t('knowledge.audience')} value={words.audience} onChange={(chosen) => write({ audience: chosen === 'agents' ? 'agents' : 'public' })} options={(['public', 'agents'] as const).map((value) => ({ value, label: t(`knowledge.audiences.${value}`) }))} />
      {saving.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(saving.error) ?? t('ui.error.text')}</p></Notice>}
      <p><Button type="submit" busy={saving.isPending} disabledReason={missing}>{t('knowledge.save')}</Button></p>
    </form>
  )
}
