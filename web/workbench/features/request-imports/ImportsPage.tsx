// Requests another system collected, taken in from a file: upload, how far each file is, and which rows are wrong and why.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'

type Import = Reply<'listRequestImports'>['imports'][number]
type Row = Reply<'listRequestImportRows'>['rows'][number]

const isUnderWay = ({ state }: Import) => state !== 'done'

const importsQuery = { queryKey: ['request-imports'], queryFn: () => api('listRequestImports'), refetchInterval: (query: { state: { data?: Reply<'listRequestImports'> | undefined } }) => (query.state.data?.imports.some(isUnderWay) ? 2_000 : false) }

export const loader = forStaff(() => queryClient.ensureQueryData(importsQuery))

export const title = () => t('request-imports.title')

const accepted = ['.xlsx', '.csv', '.jsonl']
const largest = 20 * 1024 * 1024

export function Component() {
  const t = useT()
  const format = useFormat()
  const { data } = useSuspenseQuery(importsQuery)
  const [open, setOpen] = useState<Import>()
  const uploading = useChange(async (file: File) => {
    const form = new FormData()
    form.set('file', file)
    return api('importRequests', {}, { form })
  }, (taken) => {
    setOpen(taken)
    void queryClient.invalidateQueries({ queryKey: importsQuery.queryKey })
  })
  const columns: Column<Import>[] = [
    { key: 'file', header: t('request-imports.file'), cell: (one) => <Button variant="plain" onClick={() => setOpen(one)}>{one.fileName}</Button> },
    { key: 'state', header: t('request-imports.state'), cell: (one) => <Chip tone={isUnderWay(one) ? 'azure' : 'success'}>{t(`request-imports.states.${one.state}`)}</Chip> },
    ...(['taken', 'ready', 'faulty', 'failed'] as const).map((of): Column<Import> => ({ key: of, header: t(`request-imports.rows.${of}`), align: 'end', cell: ({ rows }) => format.number(rows[of]) })),
    { key: 'at', header: t('request-imports.at'), cell: ({ createdAt }) => format.instant(createdAt) },
  ]
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('request-imports.title')}</h1>
        <p className="tb-muted">{t('request-imports.lead')}</p>
      </header>
      <FileInput label={t('request-imports.choose')} hint={t('request-imports.columns')} files={[]} onAdd={([file]) => file && uploading.mutate(file)} onRemove={() => {}} accept={accepted} maxBytes={largest} />
      {uploading.isPending && <Notice live="polite"><p>{t('request-imports.reading')}</p></Notice>}
      {uploading.error !== null && <Notice tone="danger" live="assertive" title={t('request-imports.unread')}><p>{messageOf(uploading.error) ?? t('ui.error.text')}</p></Notice>}
      {uploading.data?.again && <Notice live="polite"><p>{t('request-imports.again')}</p></Notice>}
      {data.imports.length === 0 && <EmptyState icon="file" title={t('request-imports.none')}><p>{t('request-imports.noneText')}</p></EmptyState>}
      {data.imports.length > 0 && <Table caption={t('request-imports.title')} columns={columns} rows={data.imports} rowKey={({ id }) => id} />}
      {open && <Problems key={open.id} one={data.imports.find(({ id }) => id === open.id) ?? open} />}
      <SignedOutDialog />
    </div>
  )
}

function Problems({ one }: { one: Import }) {
  const t = useT()
  const wrong = one.rows.faulty + one.rows.failed
  const { data } = useQuery({ queryKey: ['request-imports', one.id, wrong], queryFn: () => api('listRequestImportRows', { params: { id: one.id }, query: {} }), enabled: wrong > 0 })
  const codes = { missing: t('request-imports.codes.missing'), unknown: t('request-imports.codes.unknown'), tooLong: t('request-imports.codes.tooLong'), number: t('request-imports.codes.number'), instant: t('request-imports.codes.instant'), outside: t('request-imports.codes.outside'), phone: t('request-imports.codes.phone'), yesNo: t('request-imports.codes.yesNo') }
  const said = ({ column, code }: Row['problems'][number]) => `${column}${Object.entries(codes).find(([known]) => known === code)?.[1] ?? t('request-imports.codes.other')}`
  if (wrong === 0) return <Notice tone="success"><p>{t('request-imports.allGood', { file: one.fileName })}</p></Notice>
  const columns: Column<Row>[] = [
    { key: 'row', header: t('request-imports.row'), cell: ({ row }) => t('request-imports.rowNumber', { row }) },
    { key: 'text', header: t('request-imports.text'), cell: ({ shown }) => shown },
    { key: 'why', header: t('request-imports.why'), cell: ({ problems }) => problems.map(said).join('；') },
  ]
  return <Table caption={t('request-imports.wrong', { file: one.fileName })} captionShown columns={columns} rows={data?.rows ?? []} rowKey={({ row }) => String(row)} />
}
