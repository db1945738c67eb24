// Chooses a filled-in table and sends it; what makes it unreadable is said with the way out, and another one can be chosen at once.
// Nothing is handed in by uploading.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, ApiFailure } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { FileInput } from '../../../ui/FileInput.tsx'
import { batchesQuery } from './queries.ts'

const largest = 50 * 1024 * 1024
const faults = ['oldExcel', 'notExcel', 'damaged', 'encrypted', 'noSheet', 'empty', 'tooMuch'] as const

export function UploadTable({ matter }: { matter: string }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const { mutate, isPending, error, reset } = useChange(
    (chosen: File) => {
      const form = new FormData()
      form.set('file', chosen)
      return api('uploadBatch', { params: { matter } }, { form })
    },
    async ({ id }) => {
      await queries.invalidateQueries({ queryKey: batchesQuery.queryKey })
      await navigate(paths.batch({ batch: id }))
    },
  )
  const send = ([chosen]: File[]) => {
    if (!chosen) return
    setFile(chosen)
    mutate(chosen)
  }
  const problem = () => {
    const details = error instanceof ApiFailure && typeof error.details === 'object' && error.details !== null ? (error.details as { fault?: string; headers?: string[] }) : {}
    const fault = faults.find((each) => each === details.fault)
    return fault ? t(`batches.fault.${fault}`, { headers: format.list(details.headers ?? []) }) : (messageOf(error) ?? t('batches.failed'))
  }
  const shown = file ? [{ id: 'table', name: file.name, bytes: file.size, ...(error === null ? { state: 'uploading' as const, progress: 0.5 } : { state: 'failed' as const, error: problem() }) }] : []
  return (
    <FileInput
      label={t('batches.upload')}
      hint={t('batches.uploadHint')}
      note={isPending ? t('batches.uploading') : undefined}
      accept={['.xlsx', '.xls']}
      maxBytes={largest}
      files={shown}
      onAdd={send}
      onRemove={() => {
        setFile(undefined)
        reset()
      }}
      onRetry={() => file && mutate(file)}
    />
  )
}
