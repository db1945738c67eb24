// What people said of a part within a span, in words: how many of how many, which share, which reasons.
// Of very few ratings no share is told: one more or less would turn it round.
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { parts, type Counted, type Improvement } from './queries.ts'

const fewest = 5

export function Figures({ counted: { poor, rated, days } }: { counted: Counted }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <b>{t('improvement-desk.ofRated', { poor: format.number(poor), rated: format.number(rated) })}</b>{' '}
      <small className="tb-muted">{[t('improvement-desk.days', { n: format.number(days) }), rated < fewest ? t('improvement-desk.few', { n: fewest }) : t('improvement-desk.share', { share: format.share(poor / rated) })].join(' · ')}</small>
    </>
  )
}

export function Tags({ tags }: Pick<Counted, 'tags'>) {
  const t = useT()
  return <>{tags.map(({ name, times }) => t('improvement-desk.tagTimes', { tag: name, n: times })).join(' · ')}</>
}

export function usePageName(): (page: string) => string {
  const t = useT()
  return (page) => {
    const known = parts.find((each) => each === page)
    if (known) return t(`improvement-desk.parts.${known}`)
    return page === '' ? t('improvement-desk.whole') : page
  }
}

/** Since which change it is counted. */
export function useTurn(): (turn: Improvement['turn']) => string {
  const t = useT()
  const format = useFormat()
  return (turn) => {
    if (turn === null) return t('improvement-desk.turn.none')
    const day = format.date(plainDateOf(turn.at))
    return turn.edition === null ? t('improvement-desk.turn.decision', { day }) : t('improvement-desk.turn.edition', { n: turn.edition, day })
  }
}
