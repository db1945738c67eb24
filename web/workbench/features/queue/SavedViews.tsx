// A menu of filters kept under a name, and the way to keep the present one.
// They are addresses, so a kept filter is nothing but a link.
import { useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { filterQuery, type QueueFilter } from './queue.ts'
import { readSavedViews, savedViewsKey, withSavedView, type SavedView } from './saved-views.ts'

export function SavedViews({ filter }: { filter: QueueFilter }) {
  const t = useT()
  const { views, keep } = useSavedViews()
  const [asking, setAsking] = useState<'name' | 'manage'>()
  const [name, setName] = useState('')
  const save = () => {
    keep(withSavedView(views, name, new URLSearchParams(filterQuery(filter)).toString()))
    setAsking(undefined)
    setName('')
  }
  return (
    <>
      <Menu
        label={t('queue.saved.short')}
        align="end"
        items={[
          ...views.map((view) => ({ id: view.name, label: view.name, href: paths.workbench({}, Object.fromEntries(new URLSearchParams(view.query))) })),
          { id: ' save', label: t('queue.saved.save'), onSelect: () => setAsking('name') },
          { id: ' manage', label: t('queue.saved.manage'), onSelect: () => setAsking('manage'), disabledReason: views.length === 0 ? t('queue.saved.none') : undefined },
        ]}
      />
      <Dialog open={asking === 'name'} onClose={() => setAsking(undefined)} title={t('queue.saved.save')} stay footer={<Button onClick={save}>{t('common.save')}</Button>}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextInput label={t('queue.saved.name')} hint={t('queue.saved.nameHint')} value={name} onChange={setName} maxLength={20} />
        </form>
      </Dialog>
      <Dialog open={asking === 'manage'} onClose={() => setAsking(undefined)} title={t('queue.saved.menu')}>
        {views.map((view) => (
          <Button key={view.name} variant="quiet" icon="close" block onClick={() => keep(views.filter((other) => other !== view))}>
            {t('queue.saved.remove', { name: view.name })}
          </Button>
        ))}
        {views.length === 0 && <p>{t('queue.saved.none')}</p>}
      </Dialog>
    </>
  )
}

function useSavedViews(): { views: SavedView[]; keep: (views: SavedView[]) => void } {
  const { person } = useSession()
  const key = savedViewsKey(person?.id ?? '')
  const [views, setViews] = useState(() => readSavedViews(stored(key)))
  return {
    views,
    keep: (next) => {
      setViews(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // Storage is forbidden or full: the list lasts as long as the page.
      }
    },
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
