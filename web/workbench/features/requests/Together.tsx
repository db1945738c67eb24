// What belongs to a request: the one it follows, its parts, units that help.
// Drawn only where there is something.
import { requestStates, type RequestState } from '../../../../server/modules/requests/request.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { DeskRequest } from './queries.ts'

const isState = (state: string): state is RequestState => requestStates.some((each) => each === state)

export function Together({ one }: { one: DeskRequest }) {
  const t = useT()
  const textIn = useTextIn()
  if (!one.lead && one.children.length === 0 && one.helpers.length === 0) return null
  return (
    <Card title={t('request-desk.parts.title')}>
      <div className="tb-stack">
        {one.lead && <p>{t('request-desk.parts.parent')} <Link href={paths.workbenchRequest({ request: one.lead.id })}>{one.lead.number}</Link></p>}
        {one.children.length > 0 && (
          <div>
            <h3>{t(one.children[0]?.part ? 'request-desk.parts.children' : 'request-desk.parts.joined', { n: one.childCount })}</h3>
            <ul className="request-plain">
              {one.children.map((child) => (
                <li key={child.id} className="tb-row"><Link href={paths.workbenchRequest({ request: child.id })}>{child.title}</Link> {isState(child.state) && <Chip>{t(`request-desk.states.${child.state}`)}</Chip>} <span className="tb-muted">{child.unit ? textIn(child.unit.name) : child.number}</span></li>
              ))}
            </ul>
          </div>
        )}
        {one.helpers.length > 0 && (
          <div>
            <h3>{t('request-desk.parts.coUnits')}</h3>
            <ul className="request-plain">
              {one.helpers.map(({ unit, asked, said, givenAt }) => (
                <li key={`${unit.line} ${unit.region}`}>
                  <span className="tb-row"><b>{textIn(unit.name)}</b> <Chip tone={givenAt ? 'success' : 'neutral'}>{t(givenAt ? 'request-desk.parts.given' : 'request-desk.parts.waiting')}</Chip></span>
                  {asked && <p className="tb-muted request-words">{asked}</p>}
                  {said && <p className="request-words">{said}</p>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  )
}
