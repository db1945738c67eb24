// What officials write to each other on the open case. Shown as plain text, whatever was typed; names that were mentioned stand out.
// The applicant never sees it, and the form says so.
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { moment } from './moment.ts'
import './notes.css'

type Note = Reply<'listCaseNotes'>['notes'][number]

const notesQuery = (id: string) => ({ queryKey: ['cases', 'case', id, 'notes'], queryFn: async () => (await api('listCaseNotes', { params: { id } })).notes, staleTime: 5_000, refetchInterval: 30_000 })
const mentionableQuery = (id: string) => ({ queryKey: ['cases', 'case', id, 'mentionable'], queryFn: async () => (await api('listMentionable', { params: { id } })).colleagues, staleTime: 300_000 })

export function CaseNotes({ caseId }: { caseId: string }) {
  const t = useT()
  const { data: notes = [] } = useQuery(notesQuery(caseId))
  const { data: colleagues = [] } = useQuery(mentionableQuery(caseId))
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const adding = useChange(() => api('addCaseNote', { params: { id: caseId }, body: { text: text.trim() } }), () => {
    setText('')
    void queryClient.invalidateQueries({ queryKey: notesQuery(caseId).queryKey })
  })
  const field = () => form.current?.querySelector('textarea')
  useShortcuts([{ keys: 'n', label: t('desk.notes.write'), run: () => field()?.focus() }])
  return (
    <Card title={t('desk.notes.title')} className="case-notes">
      <p className="tb-muted">{t('desk.notes.hint')}</p>
      {notes.length === 0 ? <p>{t('desk.notes.none')}</p> : <ol>{notes.map((note) => <NoteEntry key={note.id} note={note} />)}</ol>}
      <form
        ref={form}
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) adding.mutate()
          else field()?.focus()
        }}
      >
        <TextArea label={t('desk.notes.label')} value={text} onChange={setText} rows={2} limit={2000} />
        {adding.isError && <Notice compact tone="danger" live="assertive">{t('desk.notes.failed')}</Notice>}
        <div className="tb-row">
          <Button type="submit" variant="ghost" busy={adding.isPending}>{t('desk.notes.add')}</Button>
          {colleagues.length > 0 && (
            <Menu
              label={t('desk.notes.mention')}
              items={colleagues.map(({ id, name, unit }) => ({ id, label: `${name} · ${unit}`, onSelect: () => { setText((now) => `${now}${now === '' || now.endsWith(' ') ? '' : ' '}@${name} `); field()?.focus() } }))}
            />
          )}
        </div>
      </form>
    </Card>
  )
}

function NoteEntry({ note }: { note: Note }) {
  return (
    <li>
      <small className="tb-muted"><b>{note.authorName}</b> <time dateTime={note.at}>{moment(note.at)}</time></small>
      <p>{marked(note)}</p>
    </li>
  )
}

/** The text with the mentioned names in bold. React writes text as text, so nothing in it can become markup. */
function marked({ text, mentions }: Note): ReactNode[] {
  const names = mentions.map(({ name }) => `@${name}`)
  const pattern = names.length === 0 ? undefined : new RegExp(`(${names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
  const parts = pattern ? text.split(pattern) : [text]
  // Where a part begins tells it from an equal one.
  return parts.map((part, at) => (names.includes(part) ? <b key={parts.slice(0, at).join('').length} className="case-mention">{part}</b> : part))
}
