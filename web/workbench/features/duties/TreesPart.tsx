// Trees of request classes of other systems beside ours: each of their classes with the one of ours that says the same.
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { namesByPath } from './names.ts'
import { treesQuery, type OtherTree, type RequestClass } from './queries.ts'

export function TreesPart({ classes }: { classes: readonly RequestClass[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data: trees, isError, refetch, isFetching } = useQuery(treesQuery)
  if (isError) return <ErrorState onRetry={() => void refetch()} retrying={isFetching} />
  if (!trees) return <Loading />
  const names = namesByPath(classes)
  const columns: Column<OtherTree['classes'][number]>[] = [
    { key: 'theirs', header: t('duties.trees.theirs'), cell: ({ path }) => path },
    { key: 'ours', header: t('duties.trees.ours'), cell: ({ ours }) => (ours === null ? <span className="tb-muted">{t('duties.trees.nothing')}</span> : (names.get(ours) ?? []).map(textIn).join(' / ')) },
    { key: 'alike', header: t('duties.trees.alike'), align: 'end', cell: ({ alike }) => format.share(alike / 100) },
  ]
  return (
    <div className="tb-stack">
      <p className="tb-muted">{t('duties.trees.lead')}</p>
      {trees.length === 0 && <EmptyState title={t('duties.trees.none.title')}><p>{t('duties.trees.none.text')}</p></EmptyState>}
      {trees.map(({ tree, classes: theirs }) => <Card key={tree} title={t('duties.trees.title', { name: tree, n: theirs.length, matched: theirs.filter(({ ours }) => ours !== null).length })}><Table caption={tree} columns={columns} rows={theirs} rowKey={({ path }) => path} /></Card>)}
    </div>
  )
}
