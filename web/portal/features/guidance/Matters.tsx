// The matters a sentence may mean: several to choose from, guesses to confirm, or the others beside the one chosen.
// One that is surely meant needs no card of its own: what was understood names it.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { wordsAt } from './marked.ts'
import type { OfferedMatter } from './queries.ts'

interface Props {
  said: string
  matters: readonly OfferedMatter[]
  chosen: string | undefined
  onChoose: (matter: string) => void
}

export function Matters({ said, matters, chosen, onChoose }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const others = matters.filter(({ id }) => id !== chosen)
  if (others.length === 0) return null
  const sure = matters.some((each) => each.sure)
  return (
    <Card title={chosen ? t('guidance.matters.also') : sure ? t('guidance.matters.which') : t('guidance.matters.guess')} {...(chosen ? {} : { tone: 'attention' as const })}>
      <ul className="guidance-matters">
        {others.map(({ id, name, summary, parts, sure: isSure }) => (
          <li key={id}>
            <div>
              <b>{textIn(name)}</b>
              <p className="tb-muted">{isSure ? t('guidance.matters.about', { words: format.list(parts.map((part) => wordsAt(said, part)).filter((words) => words !== '')) }) : textIn(summary)}</p>
            </div>
            <Button variant={chosen ? 'plain' : 'ghost'} aria-label={`${t(chosen ? 'guidance.matters.switch' : 'guidance.matters.choose')}：${textIn(name)}`} onClick={() => onChoose(id)}>
              {t(chosen ? 'guidance.matters.switch' : 'guidance.matters.choose')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
