// What will be done: each service with its authority and promised days; what is optional can be left out.
// What does not apply to the person, or was left out with something else, is said too, with the answer that would change it.
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { PlannedService } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { reasonOf } from '../matters/reasons.ts'
import { useNames } from './names.ts'
import { keepDraft, type Draft } from './queries.ts'

const isLeftOutWith = ({ leftOutWith }: PlannedService): boolean => leftOutWith.length > 0
const isShown = (each: PlannedService): boolean => each.state !== 'excluded' && !isLeftOutWith(each)

export function ServicesCard({ draft, catalogue }: { draft: Draft; catalogue: Catalogue }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const names = useNames(catalogue)
  const { services, promisedDays } = draft.plan
  const included = services.filter(({ state }) => state === 'included')
  const others = services.filter((each) => !isShown(each))
  return (
    <Card
      title={t('apply.services.title', { n: included.length })}
      aside={<Link href={paths.applyScenario({ application: draft.id }, { question: catalogue.matters[draft.matter]?.scenario[0]?.concept })}>{t('apply.services.situation')}</Link>}
    >
      <p className="tb-muted">{t('apply.services.sum', { authorities: new Set(included.map(({ line }) => line)).size, days: promisedDays })}</p>
      <ul className="apply-services">
        {services.filter(isShown).map((each) => (
          <Service key={each.service} each={each} draft={draft} catalogue={catalogue} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className="apply-details">
          <summary>{t('apply.services.excluded', { services: format.list(others.map(({ service }) => names.service(service))) })}</summary>
          <ul className="apply-services">
            {others.map((each) => (
              <li key={each.service}>
                <b>{names.service(each.service)}</b>
                <span className="tb-muted">{reasonOf(each, catalogue, draft.matter, draft.answers, { t, textIn, format }) ?? t('matters.services.excluded')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function Service({ each, draft, catalogue }: { each: PlannedService; draft: Draft; catalogue: Catalogue }) {
  const t = useT()
  const names = useNames(catalogue)
  const days = each.end - each.start
  const facts = `${names.authority(each.line, each.authorityRegion)} · ${each.state === 'undecided' ? t('apply.services.undecided') : days === 0 ? t('apply.services.atOnce') : t('common.workingDays', { n: days })}`
  return (
    <li>
      {each.optional ? <Choice each={each} draft={draft} name={names.service(each.service)} facts={facts} /> : (
        <>
          <b>{names.service(each.service)}</b>
          <span className="tb-muted">{facts}</span>
        </>
      )}
    </li>
  )
}

/** Leaves out or takes in an optional service; shows the choice at once and takes it back when it could not be saved. */
function Choice({ each, draft, name, facts }: { each: PlannedService; draft: Draft; name: string; facts: string }) {
  const t = useT()
  const [wanted, setWanted] = useState<boolean>()
  const taken = each.state !== 'declined'
  const { mutate, error, isPending } = useChange(async (take: boolean) => {
    const others = draft.declinedServices.filter((service) => service !== each.service)
    return keepDraft(await api('saveServices', { params: { id: draft.id }, body: { declined: take ? others : [...others, each.service] } }))
  })
  const choose = (take: boolean) => {
    setWanted(take)
    mutate(take, { onSettled: () => setWanted(undefined) })
  }
  return (
    <>
      <Checkbox label={name} hint={`${facts} · ${t('apply.services.optional')}`} checked={wanted ?? taken} onChange={(take) => !isPending && choose(take)} />
      {error !== null && <Notice tone="danger" live="assertive" compact>{messageOf(error) ?? t('apply.failed')}</Notice>}
    </>
  )
}
