// One service in two cities: whether one can do it from here, and each thing that differs beside one another.
import { Differences } from '../../../shared/Differences.tsx'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Compared } from './queries.ts'

export function ComparedService({ one, here, there, isSame }: { one: Compared; here: string; there: string; isSame: boolean }) {
  const t = useT()
  const textIn = useTextIn()
  const places = { here, there }
  return (
    <Card title={textIn(one.name)}>
      <div className="tb-stack">
        {!isSame && <Notice tone={one.online || one.takenIn ? 'success' : 'neutral'} compact>{one.online ? t('cross-region.ways.online', places) : one.takenIn ? t('cross-region.ways.agency', places) : t('cross-region.ways.travel', places)}</Notice>}
        {one.differences.length === 0 ? <p className="tb-muted">{t('cross-region.same', { here })}</p> : <Differences one={one} here={here} there={there} caption={t('cross-region.differs', { here })} />}
      </div>
    </Card>
  )
}
