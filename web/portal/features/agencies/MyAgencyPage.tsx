// For whoever works for an agency: its clients, the next authorisation to end first, and what was begun for them.
import { useSuspenseQuery } from '@tanstack/react-query'
import { addDays } from '../../../../server/kernel/clock.ts'
import { startActing } from '../../../shared/acting.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear, today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { myAgenciesQuery, type MyAgency } from './queries.ts'

type Client = MyAgency['clients'][number]

export const loader = () => queryClient.fetchQuery(myAgenciesQuery)

export const title = () => t('proxies.mine.title')

/** Authorisations that end within so many days stand out. */
const soonDays = 30

export function Component() {
  const t = useT()
  const { data: agencies } = useSuspenseQuery(myAgenciesQuery)
  return (
    <div className="tb-page tb-stack-l">
      <header>
        <h1>{t('proxies.mine.title')}</h1>
        <p>{t('proxies.mine.lead')}</p>
      </header>
      {agencies.length === 0 && <EmptyState title={t('proxies.mine.empty')} />}
      {agencies.map((each) => <AgencyWork key={each.agency.uscc} mine={each} />)}
      <SignedOutDialog />
    </div>
  )
}

function AgencyWork({ mine: { agency, clients, work } }: { mine: MyAgency }) {
  const t = useT()
  const textIn = useTextIn()
  const mayWork = agency.standing === 'working'
  return (
    <Card level={2} title={agency.name} aside={<Chip tone={mayWork ? 'success' : 'danger'}>{t(`proxies.agencies.standing.${agency.standing}`)}</Chip>}>
      <div className="tb-stack">
        {!mayWork && <Notice tone="danger">{t('proxies.mine.stopped', { reason: agency.reason === '' ? t(`proxies.agencies.standing.${agency.standing}`) : agency.reason })}</Notice>}
        <Clients clients={clients} mayWork={mayWork} />
        <h3>{t('proxies.mine.work')}</h3>
        {work.length === 0 && <p className="tb-muted">{t('proxies.mine.noWork')}</p>}
        <ul className="delegation-uses">
          {work.map(({ applicationId, client, matterName, actorName, at }) => (
            <li key={applicationId}>
              {t('proxies.mine.workLine', { client, matter: textIn(matterName), who: actorName })} <time dateTime={at} className="tb-muted">{formatMoment(at, thisYear())}</time>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}

function Clients({ clients, mayWork }: { clients: readonly Client[]; mayWork: boolean }) {
  const t = useT()
  const format = useFormat()
  const act = ({ mandate, personName }: Client) => startActing({ mandate, name: personName, capacity: 'agent', home: paths.myAgency() }, paths.applications())
  const columns: Column<Client>[] = [
    { key: 'client', header: t('proxies.mine.client'), cell: ({ personName }) => personName },
    {
      key: 'until', header: t('proxies.mine.until'),
      cell: ({ endsOn }) => <>{format.date(endsOn)}{endsOn <= addDays(today(), soonDays) && <> <Chip tone="warning">{t('proxies.mine.soon')}</Chip></>}</>,
    },
    { key: 'done', header: t('proxies.mine.done'), cell: ({ uses, maxUses }) => (maxUses === null ? format.number(uses) : `${format.number(uses)} / ${format.number(maxUses)}`), align: 'end' },
    { key: 'act', header: t('proxies.mine.act'), cell: (client) => mayWork && client.mayAct && <Button variant="ghost" onClick={() => act(client)}>{t('delegations.start', { name: client.personName })}</Button> },
  ]
  return <Table caption={t('proxies.mine.clients')} captionShown columns={columns} rows={clients} rowKey={({ id }) => id} empty={t('proxies.mine.noClients')} />
}
