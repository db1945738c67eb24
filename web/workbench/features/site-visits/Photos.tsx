// Photos for one point of the sheet: taken with the phone, sent one after the other; what did not arrive stays here and can be sent again.
// The server looks at the content; the endings here only spare a wasted upload.
import { useState } from 'react'
import { addressOf, api } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { FileInput, type ChosenFile } from '../../../ui/FileInput.tsx'
import { visitQuery, type Part, type Visit } from './queries.ts'

const accepted = ['.jpg', '.jpeg', '.png', 'image/jpeg', 'image/png']
const largest = 10 * 1024 * 1024

interface Waiting extends ChosenFile {
  file: File
}

let lastId = 0

interface Props {
  id: string
  visit: Visit
  part: Part
  item: string
  /** The first thing done on the spot begins the visit, which counts the part up. */
  begun: (revision: number) => void
  error: string | undefined
}

export function Photos({ id, visit, part, item, begun, error }: Props) {
  const t = useT()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const refresh = async () => {
    const fresh = await queryClient.fetchQuery({ ...visitQuery(visit.id), staleTime: 0 })
    const after = fresh.parts.find(({ caseId }) => caseId === part.caseId)
    if (after && fresh.state !== visit.state) begun(after.revision)
  }
  const send = async (one: Waiting) => {
    setWaiting((before) => [...before.filter((each) => each.id !== one.id), { ...one, state: 'uploading' }])
    const form = new FormData()
    form.set('file', one.file)
    try {
      await change(() => api('addVisitPhoto', { params: { id: visit.id, case: part.caseId, item } }, { form }))
      await refresh()
      setWaiting((before) => before.filter((each) => each.id !== one.id))
    } catch (failure) {
      setWaiting((before) => before.map((each) => (each.id === one.id ? { ...one, state: 'failed', error: messageOf(failure) ?? t('visit-desk.sheet.onDevice') } : each)))
    }
  }
  const remove = (photo: string) => {
    if (waiting.some((each) => each.id === photo)) return setWaiting(waiting.filter((each) => each.id !== photo))
    void change(() => api('deleteVisitPhoto', { params: { id: visit.id, case: part.caseId, photo } })).then((reply) => queryClient.setQueryData(visitQuery(visit.id).queryKey, reply))
  }
  const stored = part.photos.filter((photo) => photo.item === item).map((photo): ChosenFile => ({ id: photo.id, name: photo.name, bytes: 0, state: 'done', href: addressOf('getVisitPhoto', { id: visit.id, photo: photo.id }) }))
  return (
    <FileInput
      id={id} label={t('visit-desk.sheet.photos')} multiple camera accept={accepted} maxBytes={largest} error={error} files={[...stored, ...waiting]}
      onAdd={(files) => void files.reduce((before, file) => before.then(() => send({ id: `photo-${(lastId += 1)}`, name: file.name, bytes: file.size, state: 'uploading', file })), Promise.resolve())}
      onRemove={remove} onRetry={(photo) => { const one = waiting.find((each) => each.id === photo); if (one) void send(one) }}
    />
  )
}
