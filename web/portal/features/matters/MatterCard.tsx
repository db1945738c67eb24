// A matter as a card that leads to its page: what it bundles and what it saves, computed by the server.
// Used wherever matters are listed: home, stages, guide pages.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkCard } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import type { ListedMatter } from './queries.ts'
import { tellingSavings } from './saved.ts'
import { useSavedText } from './useSavedText.ts'

export function MatterCard({ matter, level }: { matter: ListedMatter; level?: 2 | 3 }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const savedText = useSavedText()
  const chips = (
    <>
      <Chip>{t('matters.card.bundle', { services: format.number(matter.services), authorities: format.number(matter.authorities) })}</Chip>
      {tellingSavings(matter.before, matter.after).map((saved) => (
        <Chip key={saved.id} tone="success">{savedText(saved)}</Chip>
      ))}
    </>
  )
  return (
    <LinkCard href={paths.matter({ matter: matter.id })} title={textIn(matter.name)} level={level} foot={chips}>
      {textIn(matter.summary)}
    </LinkCard>
  )
}
