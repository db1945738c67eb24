// The guide page of a service handled here: what it takes, how each thing is obtained, how long, by what law, who to ask.
// Everything on it is computed from the catalogue, so it cannot differ from what the application will ask.
import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { useDistrict } from '../../../shared/district.ts'
import { textNow, useSentences, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loading } from '../../../ui/States.tsx'
import { HallsNear } from '../halls/HallsNear.tsx'
import { Citation } from './Citation.tsx'
import { GuideText } from './GuideText.tsx'
import { serviceQuery, type ServiceGuide } from './queries.ts'
import { ServiceAnswers } from './ServiceAnswers.tsx'
import { ServiceBasics } from './ServiceBasics.tsx'
import { ServiceContacts } from './ServiceContacts.tsx'
import { ServiceEvidence } from './ServiceEvidence.tsx'
import { ServiceFields } from './ServiceFields.tsx'
import { ServiceListing } from './ServiceListing.tsx'
import { ServiceProcedure } from './ServiceProcedure.tsx'
import { ServiceQuestions } from './ServiceQuestions.tsx'
import { RateGuide } from '../ratings/RateGuide.tsx'
import './services.css'

export const loader = ({ params: { service = '' } }: LoaderFunctionArgs): Promise<ServiceGuide> => queryClient.ensureQueryData(serviceQuery(service))

export const title = (guide: ServiceGuide) => textNow(guide.service.name)

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const district = useDistrict()
  const { service: id = '' } = useParams()
  const { data: guide } = useQuery(serviceQuery(id))
  if (!guide) return <Loading />
  const { service, requirements } = guide
  return (
    <div className="tb-page">
      <Breadcrumbs items={[{ label: t('shell.nav.home'), href: paths.home() }, { label: t('services.browse.title'), href: paths.services() }, { label: textIn(service.name) }]} />
      <div className="tb-columns">
        <header>
          <h1>{textIn(service.name)}</h1>
          <p className="guide-summary">{textIn(service.summary)}</p>
        </header>
        <aside className="tb-stack" aria-label={t('services.guide.inMatter')}>
          <Matters guide={guide} />
          <ServiceContacts service={service} authorities={guide.authorities} listing={guide.listing} />
          <HallsNear region={district} />
        </aside>
        <div className="tb-stack">
          <ServiceBasics guide={guide} />
          <Card id="about" title={t('services.guide.about')}><GuideText text={textIn(service.guide)} /></Card>
          <Card id="conditions" title={t('services.guide.conditions')}>
            {requirements.length === 0 ? (
              <p>{t('services.guide.noConditions')}</p>
            ) : (
              <ol className="guide-list">
                {requirements.map((requirement) => (
                  <li key={requirement.id}>
                    {textIn(requirement.name)}
                    <small><Citation {...requirement.legalBasis} /></small>
                    <details>
                      <summary>{t('services.guide.rule')}</summary>
                      <code>{requirement.rule}</code>
                    </details>
                  </li>
                ))}
              </ol>
            )}
          </Card>
          <ServiceEvidence guide={guide} />
          <ServiceProcedure procedure={guide.listing.procedure} />
          <ServiceQuestions questions={guide.listing.faq} />
          <ServiceAnswers service={service.id} />
          <ServiceFields fields={guide.fields} />
          <ServiceListing guide={guide} />
          <Card id="law" title={t('services.guide.law')}>
            <ul className="guide-list">
              {service.legalBasis.map((basis) => (
                <li key={`${basis.title}${basis.article}`}><Citation {...basis} /></li>
              ))}
            </ul>
          </Card>
          <RateGuide of={guide.service.id} />
        </div>
      </div>
    </div>
  )
}

function Matters({ guide }: { guide: ServiceGuide }) {
  const t = useT()
  const sentences = useSentences()
  const textIn = useTextIn()
  if (guide.matters.length === 0) return <Card><p className="tb-muted">{t('services.guide.alone')}</p></Card>
  return (
    <Card title={t('services.guide.inMatter')}>
      {guide.matters.map((matter) => (
        <div key={matter.id} className="guide-matter">
          <p>
            <Link href={paths.matter({ matter: matter.id })}>{textIn(matter.name)}</Link> {matter.optional && <Chip>{t('services.guide.optionalIn')}</Chip>}
          </p>
          <p className="tb-muted">{sentences(textIn(matter.summary), t('services.guide.inMatterText'))}</p>
          <LinkButton href={paths.matter({ matter: matter.id })} block aria-label={`${t('services.guide.begin')} ${textIn(matter.name)}`}>
            {t('services.guide.begin')}
          </LinkButton>
        </div>
      ))}
      <p className="tb-muted">{t('services.guide.alone')}</p>
    </Card>
  )
}
