// What may be answered at once, each with its source and until when it holds. What is not there is noted with one click.
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Knowledge } from './queries.ts'

export function KnowledgeAnswers({ words, found, chosen, onChoose }: { words: string; found: readonly Knowledge[]; chosen: string | undefined; onChoose: (entry: Knowledge) => void }) {
  const t = useT()
  const format = useFormat()
  const noting = useChange(() => api('noteKnowledgeGap', { body: { words: words.slice(0, 200) } }), () => toast(t('hotline.gapNoted')))
  if (words.length < 4) return null
  return (
    <section className="hotline-knowledge tb-stack" aria-label={t('hotline.knowledge')}>
      <h2>{t('hotline.knowledge')}</h2>
      {found.map((entry) => (
        <article key={entry.id} data-chosen={entry.id === chosen || undefined}>
          <h3>{entry.ask}</h3>
          <p>{entry.answer}</p>
          <p className="tb-muted">{t('hotline.source', { source: entry.source })}{entry.validUntil !== null && t('hotline.validUntil', { day: format.day(entry.validUntil) })}</p>
          <Button variant="ghost" onClick={() => onChoose(entry)}>{t('hotline.useAnswer')}</Button>
        </article>
      ))}
      {found.length === 0 && <p className="tb-muted">{t('hotline.noKnowledge')} <Button variant="plain" busy={noting.isPending} onClick={() => noting.mutate()}>{t('hotline.noteGap')}</Button> <Link href={paths.workbenchKnowledge()}>{t('hotline.openKnowledge')}</Link></p>}
    </section>
  )
}
