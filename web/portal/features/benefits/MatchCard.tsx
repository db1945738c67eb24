// One policy against somebody: the verdict, each condition in words, what is missing, and what those who lack something can do.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { Match } from './queries.ts'

const tones: Record<Match['verdict'], Tone> = { yes: 'success', no: 'neutral', unknown: 'warning' }

/** Those that are due first, then those that lack the fewest. */
export const inOrder = (matches: readonly Match[]): Match[] => {
  const rank = ({ isDue, verdict, conditions }: Match): number => (isDue ? 0 : verdict === 'yes' ? 1 : verdict === 'unknown' ? 2 : 3) * 100 + conditions.filter((each) => each.verdict !== 'yes').length
  return [...matches].sort((a, b) => rank(a) - rank(b))
}

export function MatchCard({ match, level = 3 }: { match: Match; level?: 2 | 3 }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card level={level} title={<Link href={paths.benefit({ benefit: match.id })}>{match.name}</Link>} aside={<Chip tone={tones[match.verdict]}>{t(`benefits.verdicts.${match.verdict}`)}</Chip>}>
      <div className="tb-stack">
        <p>{match.summary}{match.fen !== undefined && <> <b>{t('benefits.match.estimate', { amount: format.money(match.fen) })}</b></>}</p>
        {match.outrankedBy && <p>{t('benefits.match.outranked', { name: match.outrankedBy })}</p>}
        {match.needs && <p>{t('benefits.match.needs', { name: match.needs })}</p>}
        <ul className="tb-stack">
          {match.conditions.map((condition) => (
            <li key={condition.id}>
              <Chip tone={tones[condition.verdict]}>{t(`benefits.verdicts.${condition.verdict}`)}</Chip> {condition.name}
              {condition.missing.length > 0 && <p className="tb-muted">{t('benefits.match.missing', { names: condition.missing.map(({ name }) => name).join('、') })}</p>}
              {condition.lack && <p className="tb-muted">{condition.lack}</p>}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
