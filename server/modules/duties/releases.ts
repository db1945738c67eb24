// What two releases of the duty list differ in: each duty, area and class with what it said before and says after. Pure.
import { fileChanges, type FileChanges } from '../designs/index.ts'

type ReleasedFile = { file: string; content: string | null; before: string | null }
export type ReleaseChange = { file: string; id: string; change: 'added' | 'removed' | 'changed'; parts: FileChanges['items'][number]['parts'] }

/** @param editions files of the editions between the two, the oldest first @param folders of a pack that matter */
export const releaseChanges = (editions: readonly (readonly ReleasedFile[])[], folders: readonly string[]): ReleaseChange[] => {
  const ends = new Map<string, { before: string | null; after: string | null }>()
  for (const { file, content, before } of editions.flat()) {
    if (folders.includes(file.split('/').at(-2) ?? '')) ends.set(file, { before: ends.has(file) ? (ends.get(file)?.before ?? null) : before, after: content })
  }
  return [...ends].flatMap(([file, { before, after }]) => (fileChanges(file, before, after)?.items ?? []).map(({ id, change, parts }) => ({ file, id, change, parts })))
}
