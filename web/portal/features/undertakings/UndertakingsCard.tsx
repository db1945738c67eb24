// On the page of an application: the documents that are still to come, each with a place to hand it in; what the person is asked to
// explain; and what has been promised besides. Nothing is drawn where nothing was promised.
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { Card } from '../../../ui/Card.tsx'
import { OwedForm } from './OwedForm.tsx'
import { Explanation } from './Explanation.tsx'
import { asks, ownUndertakingsQuery, type OwnUndertaking } from './queries.ts'

export const undertakingId = (id: string): string => `undertaking-${id}`

export function UndertakingsCard({ application, catalogue }: { application: string; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const { data: all = [] } = useQuery(ownUndertakingsQuery(application))
  if (all.length === 0) return null
  const asked = asks(all)
  const rest = all.filter((one) => !asked.some(({ evidence, owed, id }) => id === one.id || (owed && evidence === one.evidence)))
  return (
    <>
      {asked.map((one) => (
        <div key={one.id} id={undertakingId(one.id)}>
          <Card tone="attention" title={t(one.owed ? 'undertakings.owed' : 'undertakings.questioned', { name: textIn(one.documentName) })}>
            <div className="tb-stack">
              <p className="tb-muted">{t('undertakings.for', { service: textIn(one.serviceName), authority: textIn(one.authorityName) })}</p>
              {one.owed && <OwedForm one={one} application={application} catalogue={catalogue} />}
              {one.questioned && <Explanation one={one} application={application} />}
            </div>
          </Card>
        </div>
      ))}
      {rest.length > 0 && (
        <Card title={t('undertakings.title')}>
          <ul>{rest.map((one) => <li key={one.id}><Line one={one} /></li>)}</ul>
        </Card>
      )}
    </>
  )
}

function Line({ one }: { one: OwnUndertaking }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const name = textIn(one.documentName)
  if (one.breachedBecause !== null) return <>{t('undertakings.breached', { name, reasons: one.breachedBecause })}</>
  if (one.ended) return <>{t('undertakings.kept', { name })}</>
  if (one.files.length > 0) return <>{t('undertakings.looking', { name, authority: textIn(one.authorityName) })}</>
  if (one.duty === 'truth') return <>{t('undertakings.truth', { name })}</>
  return <>{one.dueOn === null ? t('undertakings.check', { name }) : t('undertakings.checkOn', { name, day: format.day(one.dueOn) })}</>
}

/** What the person can do about them now, for the card that says so: the place on the page, and the words that lead there. */
export function useUndertakingTasks(application: string): { href: string; label: string }[] {
  const t = useT()
  const textIn = useTextIn()
  const { data: all = [] } = useQuery(ownUndertakingsQuery(application))
  return asks(all).map((one) => ({ href: `#${undertakingId(one.id)}`, label: t(one.owed ? 'undertakings.now' : 'undertakings.nowExplain', { name: textIn(one.documentName) }) }))
}
