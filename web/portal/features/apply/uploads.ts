// The files of one document as the page shows them: those on the server, and those on their way or failed.
// Pure; useUploads.ts sends them.
import type { ChosenFile } from '../../../ui/FileInput.tsx'
import { addressOf } from '../../../api/client.ts'
import { currentActing } from '../../../shared/acting.ts'
import type { Draft } from './queries.ts'

/** A file chosen on this page and not on the server yet. */
export interface Sending {
  id: string
  evidence: string
  file: File
  /** 0 to 1. */
  progress: number
  /** Why it did not arrive, in words. */
  error?: string | undefined
}

const endings: Readonly<Record<string, readonly string[]>> = { 'application/pdf': ['.pdf'], 'image/jpeg': ['.jpg', '.jpeg'], 'image/png': ['.png'] }

/** Types with their endings: some file dialogs know the one, some the other. */
export const acceptedBy = (types: readonly string[]): string[] => types.flatMap((type) => [...(endings[type] ?? []), type])

/** Files of one evidence type, the stored ones first. */
export function filesOf(application: string, evidence: string, uploads: Draft['uploads'], sending: readonly Sending[]): ChosenFile[] {
  return [
    ...uploads.filter((upload) => upload.evidence === evidence).map((upload): ChosenFile => ({
      id: upload.id, name: upload.name, bytes: upload.size, state: 'done',
      // A plain link cannot say for whom it asks.
      ...(currentActing() ? {} : { href: addressOf('getUpload', { id: application, upload: upload.id }) }),
    })),
    ...sending.filter((each) => each.evidence === evidence).map((each): ChosenFile => ({
      id: each.id, name: each.file.name, bytes: each.file.size, state: each.error === undefined ? 'uploading' : 'failed', progress: each.progress,
      ...(each.error === undefined ? {} : { error: each.error }),
    })),
  ]
}
