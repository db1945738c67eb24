// Texts of a design the server does not have yet, kept in this browser: a closed lid or a lost network loses nothing.
// They go when the server has them. With them stays the revision they were written on, so that what a colleague saved since is seen.
import { editText, openFile, unsaved, type Workspace } from './workspace.ts'

export interface KeptText {
  file: string
  content: string | null
}

/** Texts with the revision of the design they were written on. */
export interface KeptTexts {
  revision: number
  texts: readonly KeptText[]
}

export interface Kept {
  read: () => KeptTexts
  write: (kept: KeptTexts) => void
}

const nothing: KeptTexts = { revision: 0, texts: [] }

function isKept(value: unknown): value is KeptText {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string' && 'content' in value && (value.content === null || typeof value.content === 'string')
}

export function parseKept(text: string | null): KeptTexts {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    if (typeof value !== 'object' || value === null || !('revision' in value) || typeof value.revision !== 'number' || !('texts' in value) || !Array.isArray(value.texts)) return nothing
    return { revision: value.revision, texts: value.texts.filter(isKept) }
  } catch {
    return nothing
  }
}

/** What was kept is in hand again, to be sent with the revision it was written on; `revision` is the one just loaded. */
export function withKept(workspace: Workspace, revision: number, kept: KeptTexts): { workspace: Workspace; revision: number } {
  const next = kept.texts.reduce((before, { file, content }) => editText(openFile(before, file, null), file, content, ''), workspace)
  return { workspace: next, revision: unsaved(next).length === 0 ? revision : kept.revision }
}

export function keptIn(design: string): Kept {
  const key = `tongban.design.${design}`
  return {
    read: () => {
      try {
        return parseKept(localStorage.getItem(key))
      } catch {
        return nothing
      }
    },
    write: (held) => {
      try {
        if (held.texts.length === 0) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify(held))
      } catch {
        // Storage is forbidden or full: the texts last as long as the page.
      }
    },
  }
}
