// The frame of the workbench with what it needs to know: how much is due and late, and the records the palette can find.
// What can be done on the page comes from its shortcuts, so every action is also a command.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../shared/i18n/store.ts'
import { paths } from '../shared/paths.ts'
import { useSession } from '../shared/session.tsx'
import { SignedOutDialog } from '../shared/SignedOutDialog.tsx'
import { filterCommands, type Command } from '../ui/commands.ts'
import { useRegisteredShortcuts } from '../ui/useShortcuts.ts'
import { countsQuery, findQuery } from './features/queue/queries.ts'
import { filterQuery, readsCases, viewsFor } from './features/queue/queue.ts'
import { WorkbenchShell } from './WorkbenchShell.tsx'

/** What is typed settles this long before the server is asked. */
const typingPause = 150

export function StaffFrame() {
  const { person } = useSession()
  const roles = person?.roles ?? []
  const handles = readsCases(roles)
  const { data: counters } = useQuery({ ...countsQuery, enabled: handles })
  const [typed, setTyped] = useState('')
  const cases = useFoundCases(handles ? typed.trim() : '')
  const commands = useCommands(handles)
  const found = useMemo(() => [...filterCommands(commands, typed), ...cases.found], [commands, typed, cases.found])
  return (
    <>
      <WorkbenchShell {...(counters ? { counters } : {})} search={{ onQuery: setTyped, found, busy: cases.busy }} />
      <SignedOutDialog />
    </>
  )
}

function useFoundCases(typed: string): { found: Command[]; busy: boolean } {
  const t = useT()
  const navigate = useNavigate()
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), typingPause)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, isFetching } = useQuery(findQuery(asked))
  return useMemo(() => {
    const group = t('queue.palette.cases')
    const found = (typed === '' ? [] : (data?.cases ?? [])).map((one) => ({
      id: `case-${one.id}`, group, label: `${one.serviceName} · ${one.applicant}`, hint: `${one.number} · ${t(`cases.state.${one.state}`)}`,
      run: () => void navigate(paths.workbenchCase({ case: one.id })),
    }))
    const everywhere = typed === '' ? [] : [{ id: 'find-everywhere', group, label: t('desk.find.all', { q: typed }), run: () => void navigate(paths.workbenchFind(), { state: { q: typed } }) }]
    return { found: [...found, ...everywhere], busy: isFetching || asked !== typed }
  }, [asked, data, isFetching, navigate, t, typed])
}

/** Views of the queue, and the shortcuts of the page that can be used now. */
function useCommands(handles: boolean): Command[] {
  const t = useT()
  const navigate = useNavigate()
  const { person } = useSession()
  const shortcuts = useRegisteredShortcuts()
  const everywhere = t('staff.everywhere')
  const views = (handles ? viewsFor(person?.roles ?? []) : []).map((view) => ({
    id: `view-${view}`, group: t('queue.palette.views'), label: t('queue.showView', { view: t(`queue.views.${view}`) }),
    run: () => void navigate(paths.workbench({}, filterQuery({ view, q: '', matter: '' }))),
  }))
  const here = shortcuts
    .filter(({ group, disabledReason, whileTyping }) => group !== everywhere && group !== t('queue.views.label') && !disabledReason && !whileTyping)
    .map(({ keys, label, run }) => ({ id: `key-${keys}`, group: t('queue.palette.page'), label, keys, run }))
  return [...here, ...views]
}
