// For those who keep something about every imported service, such as the search index: which versions there are, and their content.
import type { Read } from '../../kernel/db.ts'
import type { ImportedService } from './imported-service.ts'

/** Codes in order with a text that changes with the content, a page at a time. @param after the last code of the page before */
export const listImportedVersions = (read: Read, { after = '', limit }: { after?: string; limit: number }): Promise<{ code: string; version: string }[]> =>
  read<{ code: string; version: string }[]>`select code, content_hash as version from imported_services where code > ${after} order by code limit ${limit}`

export const listImportedByCode = async (read: Read, codes: readonly string[]): Promise<ImportedService[]> =>
  (await read<{ content: ImportedService }[]>`select content from imported_services where code = any(${[...codes]}) order by code`).map(({ content }) => content)
