// One service in a list: name, who handles it and where, promised time, whether it was imported.
// Used by the list of services; search has its own lines.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { ListedService } from './queries.ts'
import { useLimitText } from './useLimitText.ts'

export function ServiceEntry({ service }: { service: ListedService }) {
  const t = useT()
  const textIn = useTextIn()
  const limitText = useLimitText()
  const isImported = service.type === 'importedService'
  const href = isImported ? paths.importedService({ code: service.id }) : paths.service({ service: service.id })
  return (
    <li className="service-entry">
      <Link href={href} lang={isImported ? 'zh-CN' : undefined}>{textIn(service.name)}</Link>
      {service.summary && <p>{textIn(service.summary)}</p>}
      <p className="tb-row">
        <span className="tb-muted">{[textIn(service.authority.name), textIn(service.kindName)].join(' · ')}</span>
        {service.promised && <Chip>{service.promised.days === 0 ? limitText(service.promised) : t('services.browse.promised', { limit: limitText(service.promised) })}</Chip>}
        {service.online && <Chip tone="success">{t('services.browse.online')}</Chip>}
        {isImported && <Chip tone="warning">{t('services.browse.imported')}</Chip>}
      </p>
    </li>
  )
}
