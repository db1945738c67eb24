// What agents looked for and did not find, most looked for first; numbers and names are masked.
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { knowledgeQuery, type Knowledge } from './queries.ts'

type Gap = Knowledge['gaps'][number]

export function Gaps({ gaps, mayClose, onWrite }: { gaps: readonly Gap[]; mayClose: boolean; onWrite: ((words: string) => void) | undefined }) {
  const t = useT()
  const format = useFormat()
  const closing = useChange(({ region, words }: Gap) => api('closeKnowledgeGap', { body: { region, words } }), () => void queryClient.invalidateQueries({ queryKey: knowledgeQuery.queryKey }))
  if (gaps.length === 0) return null
  const columns: Column<Gap>[] = [
    { key: 'words', header: t('knowledge.gap'), cell: ({ words }) => <b lang="zh-CN">{words}</b> },
    { key: 'times', header: t('knowledge.times'), align: 'end', cell: ({ times }) => format.number(times) },
    { key: 'last', header: t('knowledge.last'), cell: ({ lastAt }) => format.instant(lastAt) },
    ...(onWrite || mayClose ? [{
      key: 'do', header: t('knowledge.do'),
      cell: (gap: Gap) => (
        <span className="tb-row">
          {onWrite && <Button variant="plain" onClick={() => onWrite(gap.words)}>{t('knowledge.write')}</Button>}
          {mayClose && <Button variant="plain" busy={closing.isPending && closing.variables.words === gap.words} onClick={() => closing.mutate(gap)}>{t('knowledge.closeGap')}</Button>}
        </span>
      ),
    }] : []),
  ]
  return <Table caption={t('knowledge.gaps')} captionShown columns={columns} rows={gaps} rowKey={({ region, words }) => `${region} ${words}`} />
}
