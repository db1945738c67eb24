// The frame around every staff page: one dense bar, the command palette, the list of shortcuts, the page.
// The page fills the rest of the screen and scrolls by itself (see web/ui/ThreeColumns.tsx).
import { useState } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { useT } from '../shared/i18n/store.ts'
import { PendingBar, TitleSuffix, useFocusOnNavigation } from '../shared/Navigation.tsx'
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
  const labels = { queue: t('staff.openQueue'), requests: t('staff.openRequests'), hotline: t('staff.openHotline'), knowledge: t('staff.openKnowledge'), requestImports: t('staff.openRequestImports'), textMessages: t('staff.openTextMessages'), table: t('staff.openTable'), find: t('staff.openFindPage'), workload: t('staff.openWorkload'), window: t('staff.openWindow'), deliveries: t('staff.openDeliveries'), helping: t('staff.openHelping'), agencies: t('staff.openAgencies'), guardians: t('staff.openGuardians'), overdue: t('staff.openOverdue'), transfers: t('staff.openTransfers'), opinions: t('staff.openOpinions'), proposals: t('staff.openProposals'), visits: t('staff.openVisits'), deputies: t('staff.openDeputies'), supervision: t('staff.openSupervision'), undertakings: t('staff.openUndertakings'), disputes: t('staff.openDisputes'), credentials: t('staff.openCredentials'), hardCaseIntake: t('staff.openHardCaseIntake'), hardCases: t('staff.openHardCases'), lessons: t('staff.openLessons'), unfound: t('staff.openUnfound'), improvements: t('staff.openImprovements'), ratings: t('staff.openRatings'), benefits: t('staff.openBenefits'), insight: t('staff.openInsight'), hotTopics: t('staff.openHotTopics'), governanceTasks: t('staff.openGovernanceTasks'), catalogue: t('staff.openCatalogue'), designs: t('staff.openDesigns'), guides: t('staff.openGuides'), rules: t('staff.openRules'), dutyList: t('staff.openDutyList'), books: t('staff.openBooks'), resources: t('staff.openResources') }
  const places = placesFor(person?.roles ?? []).map(({ id, keys, href }) => ({ id, keys, label: labels[id], run: () => void navigate(href) }))
  const group = t('staff.everywhere')
  useShortcuts([
    { keys: 'Ctrl+K', label: t('staff.openFind'), group, whileTyping: true, run: () => setFinding(true) },
    { keys: '?', label: t('staff.listShortcuts'), group, run: () => setListing(true) },
    ...places.map((place) => ({ ...place, group })),
  ])
  useShortcutListener(singleKeys)
  useFocusOnNavigation()
  return (
    <LinkContext value={RouterLink}>
      <SkipLink to="main">{t('shell.skip')}</SkipLink>
      <PendingBar />
      <TopBar counters={counters} onFind={() => setFinding(true)} onShortcuts={() => setListing(true)} />
      <OfflineBanner />
      <main id="main" tabIndex={-1} className="workbench-main">
        <TitleSuffix value={`${t('staff.name')} · ${t('shell.brand')}`}>
          <Outlet />
        </TitleSuffix>
      </main>
      <CommandPalette open={finding} onClose={() => setFinding(false)} placeholder={t('staff.find')} commands={places} {...search} />
      <ShortcutsDialog open={listing} onClose={() => setListing(false)} singleKeys={singleKeys} onSingleKeys={(on) => changeSettings({ singleKeys: on })} />
      <ToastRegion patient={mode === 'elder'} />
    </LinkContext>
  )
}
