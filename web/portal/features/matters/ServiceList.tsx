// The services of a matter one by one: who handles each, how long, why it is in it; optional ones can be left out here.
// Services that do not apply to the person are named too, with the reason.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answers, Plan, PlannedService } from '../../../../server/modules/planning/plan.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Link } from '../../../ui/Link.tsx'
import { authorityName } from './authority-names.ts'
import { reasonOf } from './reasons.ts'

interface Props {
  plan: Plan
  catalogue: Catalogue
  answers: Answers
  onTake: (service: string, taken: boolean) => void
}

const order: Record<PlannedService['state'], number> = { included: 0, undecided: 1, declined: 2, excluded: 3 }

export function ServiceList({ plan, catalogue, answers, onTake }: Props) {
  const t = useT()
  const services = plan.services.toSorted((a, b) => order[a.state] - order[b.state])
  const count = services.filter(({ state }) => state === 'included').length
  return (
    <Card title={t('matters.services.title', { n: count })}>
      <ul className="matter-services">
        {services.map((service) => (
          <Entry key={service.service} planned={service} matter={plan.matter} answers={answers} catalogue={catalogue} onTake={onTake} />
        ))}
      </ul>
    </Card>
  )
}

function Entry({ planned, matter, catalogue, answers, onTake }: { planned: PlannedService; matter: string } & Omit<Props, 'plan'>) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const service = catalogue.services[planned.service]
  if (!service) return null
  const { promised } = service.limits
  const time = promised === 0 ? t('matters.lanes.atOnce') : t('common.workingDays', { n: promised })
  const state = { included: undefined, undecided: t('matters.services.open'), declined: t('matters.services.left'), excluded: t('matters.services.excluded') }[planned.state]
  const reason = reasonOf(planned, catalogue, matter, answers, { t, textIn, format })
  const canChoose = planned.optional && planned.leftOutWith.length === 0 && (planned.state === 'included' || planned.state === 'declined')
  return (
    <li data-state={planned.state}>
      <div className="tb-row">
        <Link href={paths.service({ service: planned.service })}>{textIn(service.name)}</Link>
        {planned.optional && <Chip>{t('matters.services.optional')}</Chip>}
        {state && <Chip>{state}</Chip>}
        <span className="tb-muted tb-row-end">{[authorityName(catalogue, planned.line, planned.authorityRegion, textIn), time].join(' · ')}</span>
      </div>
      <p className="tb-muted">{textIn(planned.state === 'included' && planned.because ? planned.because : service.summary)}</p>
      {reason && <p className="tb-muted">{reason}</p>}
      {canChoose && <Checkbox label={t('matters.services.take')} checked={planned.state === 'included'} onChange={(taken) => onTake(planned.service, taken)} />}
    </li>
  )
}
