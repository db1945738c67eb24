// A stage of life or of a company: its matters with what they save, the services in them, imported guides by theme.
// A stage whose matters are still in preparation says so and offers what there is.
import { useQueries, useQuery } from '@tanstack/react-query'
import { data, useParams, type LoaderFunctionArgs } from 'react-router'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Skeleton } from '../../../ui/States.tsx'
import { MatterCard } from '../matters/MatterCard.tsx'
import { mattersQuery, stagesQuery, type ListedStage } from '../matters/queries.ts'
import { themeQuery, type ListedService } from '../services/queries.ts'
import { StageRow } from './StageRow.tsx'
import '../../sections.css'
import './stages.css'

export async function loader({ params }: LoaderFunctionArgs): Promise<ListedStage> {
  const [stages] = await Promise.all([queryClient.ensureQueryData(stagesQuery), queryClient.ensureQueryData(mattersQuery)])
  const stage = stages.find(({ id }) => id === params['stage'])
  if (!stage) throw data(null, { status: 404 })
  return stage
}

export const title = (stage: ListedStage) => textNow(stage.name)

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { stage: id } = useParams()
  const { data: stages = [] } = useQuery(stagesQuery)
  const { data: matters = [] } = useQuery(mattersQuery)
  const stage = stages.find((each) => each.id === id)
  if (!stage) return null
  const own = matters.filter((matter) => matter.stage === stage.id)
  return (
    <div className="tb-page tb-stack-l">
      <div>
        <Breadcrumbs items={[{ label: t('shell.nav.home'), href: paths.home() }, { label: textIn(stage.name) }]} />
        <h1>{textIn(stage.name)}</h1>
      </div>
      {own.length > 0 ? (
        <section aria-labelledby="stage-matters">
          <div className="portal-section-head"><h2 id="stage-matters">{t('stages.matters')}</h2></div>
          <div className="tb-tiles">
            {own.map((matter) => (
              <MatterCard key={matter.id} matter={matter} />
            ))}
          </div>
        </section>
      ) : (
        <Notice tone="neutral" title={t('stages.none.title')}>{t(stage.themes.length > 0 ? 'stages.none.text' : 'stages.none.textOnly')}</Notice>
      )}
      <OwnServices stage={stage} />
      <Themes stage={stage} />
      <StageRow audience={stage.audience} stages={stages} current={stage.id} />
    </div>
  )
}

function OwnServices({ stage }: { stage: ListedStage }) {
  const t = useT()
  const textIn = useTextIn()
  const services = new Map(stage.matters.flatMap((matter) => matter.services).map((service) => [service.id, service]))
  if (services.size === 0) return null
  return (
    <Card title={t('stages.services')} aside={t('stages.servicesHint')}>
      <ul className="stage-list stage-list-wide">
        {[...services.values()].map((service) => (
          <li key={service.id}>
            <Link href={paths.service({ service: service.id })}>{textIn(service.name)}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Imported guides whose theme belongs to the stage; themes without any are left out. */
function Themes({ stage }: { stage: ListedStage }) {
  const t = useT()
  const results = useQueries({ queries: stage.themes.map(themeQuery) })
  const found = stage.themes.flatMap((theme, index) => {
    const page = results[index]?.data
    return page && page.total > 0 ? [{ theme, total: page.total, services: page.services }] : []
  })
  const isPending = results.some((result) => result.isPending)
  const hasFailed = results.some((result) => result.isError)
  if (!isPending && !hasFailed && found.length === 0) return null
  return (
    <section aria-labelledby="stage-imported">
      <div className="portal-section-head">
        <h2 id="stage-imported">{t('stages.imported')}</h2>
        <span className="tb-muted">{t('stages.importedHint')}</span>
      </div>
      {hasFailed && <Notice tone="warning">{t('stages.failed')}</Notice>}
      {isPending && <Skeleton />}
      <div className="stage-themes">
        {found.map(({ theme, total, services }) => (
          <Theme key={theme} theme={theme} total={total} services={services} />
        ))}
      </div>
    </section>
  )
}

function Theme({ theme, total, services }: { theme: string; total: number; services: readonly ListedService[] }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card level={3} title={t('stages.theme', { theme, n: total })}>
      <ul className="stage-list" lang="zh-CN">
        {services.map((service) => (
          <li key={service.id}>
            <Link href={service.type === 'service' ? paths.service({ service: service.id }) : paths.importedService({ code: service.id })}>{textIn(service.name)}</Link>
          </li>
        ))}
      </ul>
      {total > services.length && (
        <p className="stage-more">
          <Link href={paths.services({}, { theme })}>{t('stages.all', { theme, n: total })}</Link>
        </p>
      )}
    </Card>
  )
}
