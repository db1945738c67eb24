// The catalogue before anything is chosen: every matter with what it saves, computed.
// On a phone the list stands in its place.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkCard } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { placeQuery, type CataloguePlace } from './place.ts'
import type { ListedMatter } from './queries.ts'

export function Overview({ matters, place }: { matters: readonly ListedMatter[]; place: CataloguePlace }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <>
      <h2>{t('catalogue.list')}</h2>
      <p className="tb-muted">{t('catalogue.lead')}</p>
      <div className="tb-tiles">
        {matters.map((matter) => (
          <LinkCard
            key={matter.id}
            href={paths.workbenchCatalogue({}, placeQuery({ ...place, matter: matter.id }))}
            title={textIn(matter.name)}
            foot={
              <>
                <Chip>{t('catalogue.services', { n: matter.services })}</Chip>
                <Chip tone="success">{t('catalogue.savings.short', { before: matter.before.fields, after: matter.after.fields })}</Chip>
              </>
            }
          >
            {textIn(matter.summary)}
          </LinkCard>
        ))}
      </div>
    </>
  )
}
