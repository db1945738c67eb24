// Editions: released changes, each whole files. What is in force is the newest text of every file over those on disk.
// Pure: which files taking an edition back restores, and what stands in the way.
import { createHash } from 'node:crypto'
import { version } from '../../kernel/version.ts'
import type { PackFiles } from '../catalogue/index.ts'

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

/** SHA-256 of a text; null: there is none. */
export const digestOf = (text: string | null | undefined): string | null => (text === null || text === undefined ? null : createHash('sha256').update(text).digest('hex'))

/** SHA-256 of what a check was about: all files, the day (YYYY-MM-DD), and the version of the product. Checked again, the same is found sound again. */
export const digestOfCheck = (files: PackFiles, on: string): string => {
  const hash = createHash('sha256').update(JSON.stringify([version, on]))
  for (const [file, content] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(JSON.stringify([file, content]))
  return hash.digest('hex')
}

/** Whether a released text holds against the one on disk; one that was the text on disk itself leaves the file to the disk, also later. */
export const liesOver = ({ content, diskDigest }: Pick<EditionFile, 'content' | 'diskDigest'>): boolean => digestOf(content) !== diskDigest

/** Files by path as later texts, for laying over those on disk. */
export const overlayOf = (files: readonly EditionFile[]): Map<string, string | null> => new Map(files.filter(liesOver).map(({ file, content }) => [file, content]))

/**
 * What restores the files an edition changed; `onDisk` gives the present text on disk.
 * Where it replaced the text on disk and another one has been put there since, that one is restored, not the old one: `asOnDisk` names these files.
 */
export const restoring = (files: readonly EditionFile[], onDisk: (file: string) => string | undefined): { changes: { file: string; content: string | null }[]; asOnDisk: string[] } => {
  const isNewer = ({ file, content, before, diskDigest }: EditionFile): boolean => digestOf(before) === diskDigest && digestOf(onDisk(file)) !== diskDigest && (onDisk(file) ?? null) !== content
  return {
    changes: files.map((each) => ({ file: each.file, content: isNewer(each) ? (onDisk(each.file) ?? null) : each.before })),
    asOnDisk: files.filter(isNewer).map(({ file }) => file),
  }
}

/** Files of the edition that have been changed again since: they must be taken back first. `inForce` gives the present text. */
export const changedSince = (files: readonly EditionFile[], inForce: (file: string) => string | undefined): string[] =>
  files.filter(({ file, content }) => (inForce(file) ?? null) !== content).map(({ file }) => file)
