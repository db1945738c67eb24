// Questions the assistant answers although people said it did not help: what it says now, and the texts it says it from, to mend them.
// It loads by itself; nothing is shown while there are none. They are dealt with like any question of the list above.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { Unfound } from './queries.ts'

type Answered = Reply<'listUnhelpfulAnswers'>['answers'][number]

/** @param onDeal absent: the reader looks on */
export function UnhelpfulAnswers({ onDeal }: { onDeal: ((one: Unfound) => void) | undefined }) {
  const t = useT()
  const format = useFormat()
  const { data: answers = [] } = useQuery({ queryKey: ['unfound', 'unhelpful'], queryFn: async ({ signal }) => (await api('listUnhelpfulAnswers', {}, { signal })).answers, staleTime: 5_000 })
  if (answers.length === 0) return null
  const columns: Column<Answered>[] = [
    { key: 'words', header: t('unfound.words'), cell: ({ question }) => <b lang="zh-CN">{question.words}</b> },
    { key: 'times', header: t('unfound.times'), align: 'end', cell: ({ question }) => format.number(question.times) },
    { key: 'answer', header: t('unfound.unhelpful.answer'), cell: ({ sentences }) => sentences.map(({ text }) => text).join('') },
    { key: 'sources', header: t('unfound.unhelpful.sources'), cell: ({ sources }) => <ul className="unfound-sources">{sources.map(({ number, title, url }) => <li key={number}><Link href={url}>{title}</Link></li>)}</ul> },
    ...(onDeal ? [{ key: 'do', header: t('unfound.do'), cell: ({ question }: Answered) => <span className="unfound-do"><Button variant="plain" onClick={() => onDeal(question)}>{t('unfound.deal')}<span className="tb-hidden"> {question.words}</span></Button></span> }] : []),
  ]
  return <Card title={t('unfound.unhelpful.title')}><Table caption={t('unfound.unhelpful.lead')} captionShown columns={columns} rows={answers} rowKey={({ question }) => question.id} /></Card>
}
