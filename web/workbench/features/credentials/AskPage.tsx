// Asking a holder to show certain claims of an e-licence: which, what for, on what basis; by name and ID number or whoever scans the code.
// Once asked, its id stands in the address and the page shows what becomes of it; the code itself stays in this tab.
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { personIn, sessionQuery } from '../../../shared/SessionProvider.tsx'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loading, NoPermission } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { Asked, type ShownCode } from './Asked.tsx'
import { AskForm } from './AskForm.tsx'
import './credentials.css'
import { askableQuery, askedQuery, asks } from './queries.ts'

export const loader = forStaff(async ({ request }) => {
  if (!asks(personIn(await queryClient.ensureQueryData(sessionQuery))?.roles)) return null
  const asked = new URL(request.url).searchParams.get('request')
  await (asked === null ? queryClient.ensureQueryData(askableQuery) : queryClient.fetchQuery(askedQuery(asked)))
  return null
})

export const title = () => t('credential-desk.ask.title')

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const { person } = useSession()
  const asked = useSearchParams()[0].get('request')
  // Put there below, by this page.
  const code = useLocation().state as ShownCode | null
  const may = asks(person?.roles)
  const { data: regions } = useQuery({ ...askableQuery, enabled: may && asked === null })
  if (!may) return <NoPermission level={1} action={<Link href={paths.workbenchCredentials()}>{t('credential-desk.title')}</Link>} />
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <header>
        <p className="credential-back"><Link href={paths.workbenchCredentials()}>{t('credential-desk.one.back')}</Link></p>
        <h1>{t('credential-desk.ask.title')}</h1>
        <p className="tb-muted">{t('credential-desk.ask.lead')}</p>
      </header>
      {asked !== null ? <Asked key={asked} id={asked} code={code ?? undefined} /> : regions ? (
        <AskForm regions={regions} onAsked={({ id, ...shown }) => void navigate(paths.workbenchCredentialAsk({}, { request: id }), { state: shown })} />
      ) : <Loading />}
      <SignedOutDialog />
    </div>
  )
}
