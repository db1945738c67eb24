// A menu of filters kept under a name, one's own and those the unit shares, and the way to keep the present one.
// They are addresses, so a kept filter is nothing but a link; the server keeps them, so they follow their person.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { refreshSavedViews, savedViewsQuery, type SavedView, type SavedViewDesk } from './saved-views.ts'

interface Props {
  desk: SavedViewDesk
  /** What is shown now, as the query part of an address. */
  query: string
  /** Where a kept view leads. */
  hrefOf: (kept: Record<string, string>) => string
}

export function SavedViews({ desk, query, hrefOf }: Props) {
  const t = useT()
  const { data: views = [] } = useQuery(savedViewsQuery(desk))
  const [asking, setAsking] = useState<'name' | 'manage'>()
  const labelOf = (view: SavedView) => (view.mine ? view.name : `${view.name} · ${t('desk.views.by', { name: view.ownerName })}`)
  const own = views.filter(({ mine }) => mine)
  return (
    <>
      <Menu
        label={t('desk.views.menu')}
        align="end"
        items={[
          ...views.map((view) => ({ id: view.id, label: labelOf(view), href: hrefOf(Object.fromEntries(new URLSearchParams(view.query))) })),
          { id: ' save', label: t('desk.views.save'), onSelect: () => setAsking('name') },
          { id: ' manage', label: t('desk.views.manage'), onSelect: () => setAsking('manage'), disabledReason: own.length === 0 ? t('desk.views.none') : undefined },
        ]}
      />
      <SaveDialog open={asking === 'name'} onClose={() => setAsking(undefined)} desk={desk} query={query} />
      <ManageDialog open={asking === 'manage'} onClose={() => setAsking(undefined)} views={own} />
    </>
  )
}

function SaveDialog({ open, onClose, desk, query }: { open: boolean; onClose: () => void; desk: SavedViewDesk; query: string }) {
  const t = useT()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const saving = useChange(() => api('saveView', { body: { desk, name: name.trim(), query, shared } }), () => {
    toast(t('desk.views.saved', { name: name.trim() }), { tone: 'success' })
    void refreshSavedViews()
    setName('')
    onClose()
  })
  const save = () => name.trim() !== '' && saving.mutate(undefined, { onError: () => toast(t('desk.views.failed'), { tone: 'danger' }) })
  return (
    <Dialog open={open} onClose={onClose} title={t('desk.views.save')} stay footer={<Button busy={saving.isPending} onClick={save}>{t('common.save')}</Button>}>
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextInput label={t('desk.views.name')} hint={t('desk.views.nameHint')} value={name} onChange={setName} maxLength={40} />
        <Checkbox label={t('desk.views.share')} hint={t('desk.views.shareHint')} checked={shared} onChange={setShared} />
      </form>
    </Dialog>
  )
}

function ManageDialog({ open, onClose, views }: { open: boolean; onClose: () => void; views: readonly SavedView[] }) {
  const t = useT()
  const removing = useChange((id: string) => api('deleteView', { params: { id } }), () => void refreshSavedViews())
  return (
    <Dialog open={open} onClose={onClose} title={t('desk.views.menu')}>
      {views.map((view) => (
        <Button key={view.id} variant="quiet" icon="close" block onClick={() => removing.mutate(view.id, { onError: () => toast(t('desk.views.failed'), { tone: 'danger' }) })}>
          {t('desk.views.remove', { name: view.name })}
        </Button>
      ))}
      {views.length === 0 && <p>{t('desk.views.none')}</p>}
    </Dialog>
  )
}
