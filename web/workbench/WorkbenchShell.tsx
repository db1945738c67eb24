// The frame around every staff page: one dense bar, the command palette, the list of shortcuts, the page.
// The page fills the rest of the screen and scrolls by itself (see web/ui/ThreeColumns.tsx).
import { useState } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { useT } from '../shared/i18n/store.ts'
import { PageTitle, PendingBar, useFocusOnNavigation } from '../shared/Navigation.tsx'
import { OfflineBanner } from '../shared/OfflineBanner.tsx'
import { RouterLink } from '../shared/RouterLink.tsx'
import { useSession } from '../shared/session.tsx'
import { changeSettings, useSettings } from '../shared/settings.ts'
import { CommandPalette, type CommandPaletteProps } from '../ui/CommandPalette.tsx'
import { LinkContext } from '../ui/Link.tsx'
import { ShortcutsDialog } from '../ui/ShortcutsDialog.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { ToastRegion } from '../ui/ToastRegion.tsx'
import { useShortcutListener, useShortcuts } from '../ui/useShortcuts.ts'
import { placesFor } from './places.ts'
import { TopBar, type Counters } from './TopBar.tsx'
import './WorkbenchShell.css'

export interface WorkbenchShellProps {
  /** How many cases of this person's units are due today and late. */
  counters?: Counters
  /** Search of records in the command palette. */
  search?: Pick<CommandPaletteProps, 'onQuery' | 'found' | 'busy'>
}

export function WorkbenchShell({ counters, search }: WorkbenchShellProps) {
  const t = useT()
  const navigate = useNavigate()
  const { singleKeys, mode } = useSettings()
  const [finding, setFinding] = useState(false)
  const [listing, setListing] = useState(false)
  const { person } = useSession()
  const labels = { queue: t('shell.workbench.openQueue'), table: t('shell.workbench.openTable'), find: t('shell.workbench.openFindPage'), workload: t('shell.workbench.openWorkload'), window: t('shell.workbench.openWindow'), deliveries: t('shell.workbench.openDeliveries'), helping: t('shell.workbench.openHelping'), agencies: t('shell.workbench.openAgencies'), guardians: t('shell.workbench.openGuardians'), overdue: t('shell.workbench.openOverdue'), transfers: t('shell.workbench.openTransfers'), opinions: t('shell.workbench.openOpinions'), proposals: t('shell.workbench.openProposals'), visits: t('shell.workbench.openVisits'), deputies: t('shell.workbench.openDeputies'), supervision: t('shell.workbench.openSupervision'), undertakings: t('shell.workbench.openUndertakings'), disputes: t('shell.workbench.openDisputes'), credentials: t('shell.workbench.openCredentials'), hardCaseIntake: t('shell.workbench.openHardCaseIntake'), hardCases: t('shell.workbench.openHardCases'), lessons: t('shell.workbench.openLessons'), catalogue: t('shell.workbench.openCatalogue'), designs: t('shell.workbench.openDesigns'), guides: t('shell.workbench.openGuides'), rules: t('shell.workbench.openRules'), books: t('shell.workbench.openBooks'), resources: t('shell.workbench.openResources') }
  const places = placesFor(person?.roles ?? []).map(({ id, keys, href }) => ({ id, keys, label: labels[id], run: () => void navigate(href) }))
  const group = t('shell.workbench.everywhere')
  useShortcuts([
    { keys: 'Ctrl+K', label: t('shell.workbench.openFind'), group, whileTyping: true, run: () => setFinding(true) },
    { keys: '?', label: t('shell.workbench.listShortcuts'), group, run: () => setListing(true) },
    ...places.map((place) => ({ ...place, group })),
  ])
  useShortcutListener(singleKeys)
  useFocusOnNavigation()
  return (
    <LinkContext value={RouterLink}>
      <PageTitle suffix={`${t('shell.workbench.name')} · ${t('shell.brand')}`} />
      <SkipLink to="main">{t('shell.skip')}</SkipLink>
      <PendingBar />
      <TopBar counters={counters} onFind={() => setFinding(true)} onShortcuts={() => setListing(true)} />
      <OfflineBanner />
      <main id="main" tabIndex={-1} className="workbench-main">
        <Outlet />
      </main>
      <CommandPalette open={finding} onClose={() => setFinding(false)} placeholder={t('shell.workbench.find')} commands={places} {...search} />
      <ShortcutsDialog open={listing} onClose={() => setListing(false)} singleKeys={singleKeys} onSingleKeys={(on) => changeSettings({ singleKeys: on })} />
      <ToastRegion patient={mode === 'elder'} />
    </LinkContext>
  )
}
