// What the caller says, taken down while talking: text first, the machine suggests class, place and answers, the agent chooses with one key.
// Nothing typed is lost when sending fails; sending twice is one request.
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { KnowledgeAnswers } from './KnowledgeAnswers.tsx'
import { callQuery, suggestionsQuery, type Call, type Knowledge, type Suggested } from './queries.ts'
import { Suggestions } from './Suggestions.tsx'

const kinds = ['help', 'complain', 'report', 'suggest', 'consult', 'praise'] as const
type Kind = (typeof kinds)[number]

const empty = { kind: 'help' as Kind, text: '', category: '', address: '', name: '', anonymous: false, answer: '' }

export function TakeDownForm({ call }: { call: Call }) {
  const t = useT()
  const [written, setWritten] = useState({ ...empty, name: call.name ?? call.caller.names[0] ?? '', text: firstWords(call) })
  const [key, setKey] = useState(newKey)
  const [knowledge, setKnowledge] = useState<Knowledge>()
  const write = (part: Partial<typeof written>) => setWritten((before) => ({ ...before, ...part }))
  const text = useDeferredValue(written.text.trim())
  const address = useDeferredValue(written.address.trim())
  const { data: suggested } = useQuery(suggestionsQuery(text, address, written.category))
  const category = written.category || suggested?.categories[0]?.id || ''
  const sending = useChange((sameAs: string | undefined) => {
    const { kind, anonymous, name, answer } = written
    return api('takeDownRequest', {
      params: { id: call.id },
      body: {
        key, kind, anonymous, text: written.text.trim(), ...(category === '' ? {} : { category }), ...(written.address.trim() === '' ? {} : { address: written.address.trim() }), ...(name.trim() === '' || anonymous ? {} : { name: name.trim() }),
        ...(sameAs === undefined ? {} : { sameAs }), ...(answer.trim() === '' || sameAs !== undefined ? {} : { answer: { text: answer.trim(), ...(knowledge ? { knowledge: knowledge.id } : {}) } }),
      },
    })
  }, () => {
    setKey(newKey())
    setKnowledge(undefined)
    setWritten({ ...empty, name: written.name })
    void queryClient.invalidateQueries({ queryKey: callQuery(call.id).queryKey })
  })
  const missing = written.text.trim().length < 2 ? t('hotline.needText') : undefined
  const send = (sameAs?: string) => missing === undefined && !sending.isPending && sending.mutate(sameAs)
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('hotline.send'), run: () => send(), whileTyping: true, disabledReason: missing },
    ...(suggested?.categories ?? []).map(({ id, name }, index) => ({ keys: `Alt+${index + 1}`, label: t('hotline.chooseClass', { name }), run: () => write({ category: id }), whileTyping: true })),
  ])
  return (
    <form
      className="tb-stack"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {sending.data && <Taken taken={sending.data} />}
      {suggested?.emergency && <Emergency kind={suggested.emergency} />}
      <TextArea id="said" label={t('hotline.said')} hint={t('hotline.saidHint')} required rows={6} limit={5000} value={written.text} onChange={(said) => write({ text: said })} />
      <Suggestions suggested={text.length >= 4 ? suggested : undefined} category={category} address={written.address} onCategory={(id) => write({ category: id })} onAddress={(place) => write({ address: place })} onSame={send} />
      <RadioGroup inline label={t('hotline.kind')} value={written.kind} onChange={(chosen) => write({ kind: kinds.find((each) => each === chosen) ?? 'help' })} options={kinds.map((value) => ({ value, label: t(`hotline.kinds.${value}`) }))} />
      <TextInput label={t('hotline.address')} optional value={written.address} onChange={(place) => write({ address: place })} maxLength={200} />
      <div className="tb-row">
        <TextInput label={t('hotline.name')} optional width="medium" value={written.name} onChange={(name) => write({ name })} maxLength={60} />
        <Checkbox label={t('hotline.anonymous')} hint={t('hotline.anonymousHint')} checked={written.anonymous} onChange={(anonymous) => write({ anonymous })} />
      </div>
      <KnowledgeAnswers
        words={text}
        found={text.length >= 4 ? (suggested?.knowledge ?? []) : []}
        chosen={knowledge?.id}
        onChoose={(entry) => {
          setKnowledge(entry)
          write({ answer: entry.answer, kind: 'consult' })
        }}
      />
      <TextArea label={t('hotline.answer')} hint={t('hotline.answerHint')} optional rows={3} limit={4000} value={written.answer} onChange={(answer) => write({ answer })} />
      {sending.error !== null && <Notice tone="danger" live="assertive" title={t('hotline.failed')}><p>{messageOf(sending.error) ?? t('ui.error.text')}</p></Notice>}
      <p className="tb-row"><Button type="submit" busy={sending.isPending} shortcut="Ctrl+Enter" disabledReason={missing}>{written.answer.trim() === '' ? t('hotline.send') : t('hotline.sendAnswered')}</Button></p>
    </form>
  )
}

const newKey = (): string => crypto.randomUUID()

/** What somebody asked the assistant is where the conversation goes on. */
const firstWords = ({ transcript }: Call): string => transcript.filter(({ who }) => who === 'person').map((said) => said.text).join('\n')

function Taken({ taken: { number, answered, joined, dueAt, front } }: { taken: { number: string; answered: boolean; joined: boolean; dueAt: string | null; front: boolean } }) {
  const t = useT()
  const format = useFormat()
  return (
    <Notice tone="success" live="polite" title={t('hotline.taken', { number })}>
      <p>{answered ? t('hotline.takenAnswered') : joined ? t('hotline.takenJoined') : front ? t('hotline.takenFront') : dueAt === null ? t('hotline.takenOpen') : t('hotline.takenDue', { day: format.instant(dueAt) })}</p>
    </Notice>
  )
}

const numbers = { 'self-harm': '110', fire: '119', violence: '110', 'gas-leak': '119', trapped: '119', medical: '120' } as const satisfies Record<NonNullable<Suggested['emergency']>, string>

function Emergency({ kind }: { kind: NonNullable<Suggested['emergency']> }) {
  const t = useT()
  return <Notice tone="danger" live="assertive" title={t('hotline.danger')}><p>{t('hotline.dangerText', { number: numbers[kind] })}</p></Notice>
}
