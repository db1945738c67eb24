// The frame of every page of the form: the way back, whether everything is saved, the dialog for an ended session.
// `wide` is the task list with its aside; the other pages are one column of text width.
import { useLocation } from 'react-router'
import type { ReactNode } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs, type Crumb } from '../../../ui/Breadcrumbs.tsx'
import { classes } from '../../../ui/classes.ts'
import type { Draft } from './queries.ts'
import { SaveState } from './SaveState.tsx'
import './apply.css'

interface Props {
  draft: Draft
  /** Name of this page; left out on the task list, which is the home of the application. */
  title?: string
  wide?: boolean
  children: ReactNode
}

export function ApplyFrame({ draft, title, wide, children }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const { pathname } = useLocation()
  const { acting } = useSession()
  const tasks = paths.applyTasks({ application: draft.id })
  const items: Crumb[] = [
    { label: acting ? t('shell.acting.applications', { name: acting.name }) : t('shell.nav.applications'), href: paths.applications() },
    { label: t('apply.crumb', { matter: textIn(draft.matterName) }), ...(pathname === tasks ? {} : { href: tasks }) },
    ...(title === undefined ? [] : [{ label: title }]),
  ]
  return (
    <div className={classes('tb-page', !wide && 'tb-page-text', 'apply-page')}>
      <div className="apply-top">
        <Breadcrumbs items={items} />
        <SaveState draft={draft} />
      </div>
      {children}
      <SignedOutDialog />
    </div>
  )
}
