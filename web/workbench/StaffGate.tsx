// Lets only staff in: others are sent to the login, residents are told where they are and how to change.
// A place that belongs to other roles leads to one's own first place.
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { useT } from '../shared/i18n/store.ts'
import { PageTitle } from '../shared/Navigation.tsx'
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
    <>
      <PageTitle title={t('shell.signIn.title')} />
      <EmptyState level={1} icon="person" title={t('shell.signIn.title')} action={<Button onClick={() => login()}>{t('shell.login')}</Button>}>
        <p>{t('queue.gate.going')}</p>
      </EmptyState>
    </>
  )
}

function NotStaff({ session }: { session: Session }) {
  const t = useT()
  return (
    <>
      <PageTitle title={t('queue.gate.title')} />
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
    </>
  )
}

function NotForRole({ place }: { place: Place | undefined }) {
  const t = useT()
  const labels: Record<PlaceId, string> = { queue: t('staff.openQueue'), requests: t('staff.openRequests'), hotline: t('staff.openHotline'), knowledge: t('staff.openKnowledge'), requestImports: t('staff.openRequestImports'), textMessages: t('staff.openTextMessages'), table: t('staff.openTable'), find: t('staff.openFindPage'), workload: t('staff.openWorkload'), window: t('staff.openWindow'), deliveries: t('staff.openDeliveries'), helping: t('staff.openHelping'), agencies: t('staff.openAgencies'), guardians: t('staff.openGuardians'), overdue: t('staff.openOverdue'), transfers: t('staff.openTransfers'), opinions: t('staff.openOpinions'), proposals: t('staff.openProposals'), visits: t('staff.openVisits'), deputies: t('staff.openDeputies'), supervision: t('staff.openSupervision'), undertakings: t('staff.openUndertakings'), disputes: t('staff.openDisputes'), credentials: t('staff.openCredentials'), hardCaseIntake: t('staff.openHardCaseIntake'), hardCases: t('staff.openHardCases'), lessons: t('staff.openLessons'), unfound: t('staff.openUnfound'), improvements: t('staff.openImprovements'), ratings: t('staff.openRatings'), benefits: t('staff.openBenefits'), insight: t('staff.openInsight'), hotTopics: t('staff.openHotTopics'), governanceTasks: t('staff.openGovernanceTasks'), catalogue: t('staff.openCatalogue'), guides: t('staff.openGuides'), rules: t('staff.openRules'), dutyList: t('staff.openDutyList'), books: t('staff.openBooks'), resources: t('staff.openResources'), designs: t('staff.openDesigns') }
  return (
    <>
      <PageTitle title={t('ui.forbidden.title')} />
      <NoPermission level={1} action={place && <LinkButton href={place.href}>{labels[place.id]}</LinkButton>} />
    </>
  )
}
