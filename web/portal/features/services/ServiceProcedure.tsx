// How a service proceeds, step by step: who takes each step and how long it may take.
// The steps of the applicant are marked, so that one sees at a glance what there is to do.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import type { ServiceGuide } from './queries.ts'
import { useLimitText } from './useLimitText.ts'

export function ServiceProcedure({ procedure }: { procedure: ServiceGuide['listing']['procedure'] }) {
  const t = useT()
  const textIn = useTextIn()
  const limitText = useLimitText()
  return (
    <Card id="procedure" title={t('services.listing.procedure')}>
      <ol className="guide-list">
        {procedure.map(({ id, name, who, does, days }) => (
          <li key={id}>
            <p className="tb-row">
              <b>{textIn(name)}</b>
              <Chip tone={who === 'applicant' ? 'azure' : 'neutral'}>{t(`services.listing.who.${who}`)}</Chip>
              {days !== null && days > 0 && <Chip>{limitText({ days, unit: 'working' })}</Chip>}
            </p>
            <small>{textIn(does)}</small>
          </li>
        ))}
      </ol>
    </Card>
  )
}
