// Everything one service needs, and how it comes.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { needsOf, type Need } from './duty-rows.ts'
import type { ServiceDuties } from './queries.ts'

const isGap = ({ supply }: Need): boolean => supply === 'applicant' || supply === 'paper'

export function ServiceNeeds({ one, onClose }: { one: ServiceDuties; onClose: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const columns: Column<Need>[] = [
    { key: 'name', header: t('data-sharing.duties.item'), cell: (need) => textIn(need.name) },
    { key: 'kind', header: t('data-sharing.duties.kind'), cell: (need) => t(`data-sharing.duties.kinds.${need.kind}`) },
    { key: 'supply', header: t('data-sharing.duties.supply'), cell: (need) => <Chip tone={isGap(need) ? 'warning' : 'success'}>{t(`data-sharing.duties.supplies.${need.supply}`)}</Chip> },
    { key: 'supplier', header: t('data-sharing.duties.supplier'), cell: (need) => need.suppliers.map(({ resource, name, authority }) => <span key={resource}><Link href={paths.workbenchResource({ resource })}>{textIn(name)}</Link> <small className="tb-muted">{authority ? textIn(authority) : ''}</small> </span>) },
  ]
  return (
    <Dialog open onClose={onClose} size="wide" title={textIn(one.name)}>
      <div className="sharing-page"><Table caption={textIn(one.name)} rows={needsOf(one)} rowKey={({ kind, id }) => `${kind} ${id}`} columns={columns} /></div>
    </Dialog>
  )
}
