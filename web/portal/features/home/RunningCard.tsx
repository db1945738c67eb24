// One running application: each service with a bar, who works on it and until when; the whole leads to its map.
// A service that needs the person is said in vermilion.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import type { OwnApplication } from '../matters/own-applications.ts'
import { shownProgress, spokenState, type RunningService } from './service-progress.ts'

export function RunningCard({ application }: { application: OwnApplication }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const needsYou = application.progress === 'needsYou'
  return (
    <Card
      title={<Link href={paths.application({ application: application.id })}>{textIn(application.matterName)}</Link>}
      tone={needsYou ? 'attention' : 'plain'}
      aside={
        <>
          <Chip tone={needsYou ? 'attention' : 'azure'}>{t(needsYou ? 'home.progress.needsYou' : 'home.progress.inProgress')}</Chip>
          {application.promisedOn && <span>{t('home.mine.promised', { date: format.day(application.promisedOn) })}</span>}
        </>
      }
    >
      <ul className="home-progress">
        {application.services.map((service) => (
          <Row key={service.service} service={service} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ service }: { service: RunningService }) {
  const textIn = useTextIn()
  const words = useStateWords(service)
  const { done, tone } = shownProgress(service)
  return (
    <li data-tone={tone}>
      <span>{textIn(service.name)}</span>
      <Progress value={done} tone={tone} label={`${textIn(service.name)} ${words}`} />
      <span className="home-progress-state">{words}</span>
    </li>
  )
}

function useStateWords(service: RunningService): string {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const state = spokenState(service)
  if (state) return t(`home.state.${state}`)
  if (service.waitsFor.length > 0) return t('home.mine.waits', { names: format.list(service.waitsFor.map(textIn)) })
  const authority = textIn(service.authorityName)
  return service.promisedOn ? t('home.mine.before', { authority, date: format.day(service.promisedOn) }) : t('home.mine.handling', { authority })
}
