// Where several cases of an application ask for something, each leads to the one list on which all of it is answered.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import type { Tracking } from './queries.ts'

/** Authorities that wait for the person; with two or more there is one list. */
export const authoritiesAsking = ({ cases }: Pick<Tracking, 'cases'>): number => new Set(cases.filter(({ supplement }) => supplement.length > 0).map(({ authorityName }) => authorityName['zh-CN'])).size

export const isTogether = (tracking: Pick<Tracking, 'cases'>): boolean => authoritiesAsking(tracking) > 1

export function TogetherLink({ tracking, asked }: { tracking: Tracking; asked: readonly { what: string }[] }) {
  const t = useT()
  return (
    <>
      <ol className="applications-asked">{asked.map(({ what }) => <li key={what}>{what}</li>)}</ol>
      <p>{t('visits.corrections.seeAll')}</p>
      <div><LinkButton href={paths.applicationCorrections({ application: tracking.id })}>{t('visits.corrections.title')}</LinkButton></div>
    </>
  )
}
