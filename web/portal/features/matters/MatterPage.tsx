// A matter (一件事): what it saves, how the authorities work side by side, what is not asked and why, and the way to begin.
// Everything is planned in the browser from the definitions, so each answer changes the page at once.
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { useDistrict } from '../../../shared/district.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Loading } from '../../../ui/States.tsx'
import { HallsNear } from '../halls/HallsNear.tsx'
import { FactsCard } from './FactsCard.tsx'
import { Figures } from './Figures.tsx'
import { keep, readKept, type KeptAnswers } from './kept-answers.ts'
import { LanesCard } from './LanesCard.tsx'
import { matterQuery, stagesQuery, type MatterBundle } from './queries.ts'
import { Questions } from './Questions.tsx'
import { ServiceList } from './ServiceList.tsx'
import { situationOf } from './situation.ts'
import { StartCard } from './StartCard.tsx'
import { TraceCard } from './TraceCard.tsx'
import { useStart } from './useStart.ts'
import { RateGuide } from '../ratings/RateGuide.tsx'
import './matters.css'

export async function loader({ params: { matter = '' } }: LoaderFunctionArgs): Promise<MatterBundle> {
  const [bundle] = await Promise.all([queryClient.ensureQueryData(matterQuery(matter)), queryClient.ensureQueryData(stagesQuery)])
  return bundle
}

export const title = (bundle: MatterBundle) => t('matters.heading', { name: textNow(bundle.matter.name) })

export function Component() {
  const { matter = '' } = useParams()
  const { data: bundle } = useQuery(matterQuery(matter))
  return bundle ? <MatterView key={matter} bundle={bundle} /> : <Loading />
}

function MatterView({ bundle }: { bundle: MatterBundle }) {
  const t = useT()
  const textIn = useTextIn()
  const district = useDistrict()
  const { matter, catalogue, on } = bundle
  const { data: stages = [] } = useQuery(stagesQuery)
  const [kept, setKept] = useState(() => readKept(matter.id))
  const change = (next: KeptAnswers) => {
    setKept(next)
    keep(matter.id, next)
  }
  const starting = useStart(matter.id, kept, change)
  const situation = useMemo(
    () => situationOf({ catalogue, matter: matter.id, on, answers: kept.answers, usual: matter.answers, declined: kept.declined }),
    [catalogue, matter, on, kept.answers, kept.declined],
  )
  const { plan } = situation
  const stage = stages.find(({ id }) => id === matter.stage)
  return (
    <div className="tb-page">
      <Breadcrumbs
        items={[
          { label: t('shell.nav.home'), href: paths.home() },
          ...(stage ? [{ label: textIn(stage.name), href: paths.stage({ stage: stage.id }) }] : []),
          { label: t('matters.heading', { name: textIn(matter.name) }) },
        ]}
      />
      <div className="tb-columns">
        <header>
          <h1>{t('matters.heading', { name: textIn(matter.name) })}</h1>
          <p className="matter-summary">{textIn(matter.summary)}</p>
        </header>
        <aside className="tb-stack" aria-label={t('matters.start.title')}>
          <StartCard plan={plan} batch={bundle.catalogue.matters[matter.id]?.batch !== undefined} starting={starting} />
          <Questions
            bundle={bundle}
            situation={situation}
            answers={kept.answers}
            onAnswer={(concept, value) => change({ ...kept, answers: { ...kept.answers, [concept]: value } })}
            onClear={() => change({ ...kept, answers: {} })}
          />
          <FactsCard plan={plan} catalogue={catalogue} />
          <HallsNear region={district} />
        </aside>
        <div className="tb-stack">
          <Figures plan={plan} situation={situation} matter={matter} />
          <LanesCard plan={plan} catalogue={catalogue} />
          <ServiceList
            plan={plan}
            catalogue={catalogue}
            answers={situation.basis === 'own' ? kept.answers : { ...bundle.matter.answers, ...kept.answers }}
            onTake={(service, taken) => change({ ...kept, declined: taken ? kept.declined.filter((id) => id !== service) : [...kept.declined, service] })}
          />
          <TraceCard plan={plan} catalogue={catalogue} />
          <RateGuide of={matter.id} />
        </div>
      </div>
    </div>
  )
}
