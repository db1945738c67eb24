// Editions: released changes, each whole files. What is in force is the newest text of every file over those on disk.
// Pure: which files taking an edition back restores, and what stands in the way.

export type EditionFile = {
  file: string
  /** null: taken away */
  content: string | null
  /** the text it replaced; null: there was none */
  before: string | null
  /** SHA-256 of the file on disk when it was released; null: there was none */
  diskDigest: string | null
}

/** Released at an ISO instant. `designId` null: it takes back edition `restores`. */
export type Edition = { number: number; pack: string; region: string; title: string; designId: string | null; restores: number | null; madeBy: string; releasedBy: string; reason: string; releasedAt: string }

/** Files by path as later texts, for laying over those on disk. */
export const overlayOf = (files: readonly Pick<EditionFile, 'file' | 'content'>[]): Map<string, string | null> => new Map(files.map(({ file, content }) => [file, content]))

/** What restores the files an edition changed. */
export const restoring = (files: readonly EditionFile[]): { file: string; content: string | null }[] => files.map(({ file, before }) => ({ file, content: before }))

/** Files of the edition that have been changed again since: they must be taken back first. `inForce` gives the present text. */
export const changedSince = (files: readonly EditionFile[], inForce: (file: string) => string | undefined): string[] =>
  files.filter(({ file, content }) => (inForce(file) ?? null) !== content).map(({ file }) => file)
