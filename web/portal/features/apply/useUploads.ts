// Sends chosen files one after the other, tells how far they are, removes them again; the plan follows each change.
// Used while preparing and when a case asks for more.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { uploadEvidence } from '../../../api/upload.ts'
import { change } from '../../../shared/changing.ts'
import { messageOf, statusOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { toast } from '../../../ui/toasts.ts'
import { draftQuery } from './queries.ts'
import type { Sending } from './uploads.ts'

export interface Uploads {
  sending: readonly Sending[]
  add: (evidence: string, files: readonly File[]) => void
  remove: (id: string) => void
  retry: (id: string) => void
}

let lastId = 0

export function useUploads(application: string): Uploads {
  const t = useT()
  const queries = useQueryClient()
  const [sending, setSending] = useState<readonly Sending[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  const { queryKey } = draftQuery(application)

  const update = (id: string, part: Partial<Sending>) => setSending((before) => before.map((each) => (each.id === id ? { ...each, ...part } : each)))
  const drop = (id: string) => setSending((before) => before.filter((each) => each.id !== id))

  const send = async ({ id, evidence, file }: Sending) => {
    const abort = new AbortController()
    aborts.current.set(id, abort)
    try {
      const options = { signal: abort.signal, onProgress: (progress: number) => update(id, { progress }) }
      await change(() => uploadEvidence({ id: application, evidence }, file, options))
      await queries.invalidateQueries({ queryKey })
      drop(id)
    } catch (error) {
      if (!abort.signal.aborted) update(id, { error: messageOf(error) ?? t(statusOf(error) === undefined ? 'apply.documents.offline' : 'apply.failed') })
    }
  }

  return {
    sending,
    add: (evidence, files) => {
      const added = files.map((file): Sending => ({ id: `sending-${(lastId += 1)}`, evidence, file, progress: 0 }))
      setSending((before) => [...before, ...added])
      void added.reduce((before, each) => before.then(() => send(each)), Promise.resolve())
    },
    remove: (id) => {
      if (sending.some((each) => each.id === id)) {
        aborts.current.get(id)?.abort()
        return drop(id)
      }
      change(() => api('deleteUpload', { params: { id: application, upload: id } }))
        .then(() => queries.invalidateQueries({ queryKey }))
        .catch((error: unknown) => toast(messageOf(error) ?? t('apply.failed'), { tone: 'danger' }))
    },
    retry: (id) => {
      const failed = sending.find((each) => each.id === id)
      if (!failed) return
      update(id, { error: undefined, progress: 0 })
      void send(failed)
    },
  }
}
