// Lets only staff in: others are sent to the login, residents are told where they are and how to change.
// A place that belongs to other roles leads to one's own first place.
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { useT } from '../shared/i18n/store.ts'
import { paths } from '../shared/paths.ts'
import { useSession, type Session } from '../shared/session.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState, Loading, NoPermission } from '../ui/States.tsx'
import { mayVisit, placesFor, type Place, type PlaceId } from './places.ts'

export function StaffGate() {
  const session = useSession()
  const { pathname } = useLocation()
  const roles = session.person?.roles
  if (session.status === 'loading') return <Waiting />
  if (session.status === 'anonymous') return <ToLogin session={session} />
  if (!roles || roles.length === 0) return <NotStaff session={session} />
  const [first] = placesFor(roles)
  if (!mayVisit(pathname, roles)) return pathname === paths.workbench() && first ? <Navigate to={first.href} replace /> : <NotForRole place={first} />
  return <Outlet />
}

function Waiting() {
  return (
    <div className="tb-page">
      <Loading />
    </div>
  )
}

function ToLogin({ session }: { session: Session }) {
  const t = useT()
  const { login } = session
  useEffect(() => {
    login()
    // Once: the login leaves this page.
    // eslint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <EmptyState level={1} icon="person" title={t('shell.signIn.title')} action={<Button onClick={() => login()}>{t('shell.login')}</Button>}>
      <p>{t('queue.gate.going')}</p>
    </EmptyState>
  )
}

function NotStaff({ session }: { session: Session }) {
  const t = useT()
  return (
    <EmptyState
      level={1}
      icon="lock"
      title={t('queue.gate.title')}
      action={
        <>
          <Button onClick={() => session.login()}>{t('queue.gate.switch')}</Button>
          <LinkButton variant="ghost" href={paths.home()}>{t('queue.gate.portal')}</LinkButton>
        </>
      }
    >
      <p>{t('queue.gate.text', { name: session.person?.name ?? '' })}</p>
    </EmptyState>
  )
}

function NotForRole({ place }: { place: Place | undefined }) {
  const t = useT()
  const labels: Record<PlaceId, string> = { queue: t('shell.workbench.openQueue'), table: t('shell.workbench.openTable'), find: t('shell.workbench.openFindPage'), workload: t('shell.workbench.openWorkload'), window: t('shell.workbench.openWindow'), deliveries: t('shell.workbench.openDeliveries'), helping: t('shell.workbench.openHelping'), agencies: t('shell.workbench.openAgencies'), guardians: t('shell.workbench.openGuardians'), overdue: t('shell.workbench.openOverdue'), transfers: t('shell.workbench.openTransfers'), opinions: t('shell.workbench.openOpinions'), proposals: t('shell.workbench.openProposals'), visits: t('shell.workbench.openVisits'), deputies: t('shell.workbench.openDeputies'), supervision: t('shell.workbench.openSupervision'), undertakings: t('shell.workbench.openUndertakings'), disputes: t('shell.workbench.openDisputes'), credentials: t('shell.workbench.openCredentials'), hardCaseIntake: t('shell.workbench.openHardCaseIntake'), hardCases: t('shell.workbench.openHardCases'), lessons: t('shell.workbench.openLessons'), catalogue: t('shell.workbench.openCatalogue'), guides: t('shell.workbench.openGuides'), rules: t('shell.workbench.openRules'), books: t('shell.workbench.openBooks'), resources: t('shell.workbench.openResources'), designs: t('shell.workbench.openDesigns') }
  return <NoPermission level={1} action={place && <LinkButton href={place.href}>{labels[place.id]}</LinkButton>} />
}
