// Texts of a design the server does not have yet, kept in this browser: a closed lid or a lost network loses nothing.
// They go when the server has them.

export interface KeptText {
  file: string
  content: string | null
}

export interface Kept {
  read: () => KeptText[]
  write: (texts: readonly KeptText[]) => void
}

function isKept(value: unknown): value is KeptText {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string' && 'content' in value && (value.content === null || typeof value.content === 'string')
}

export function parseKept(text: string | null): KeptText[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isKept) : []
  } catch {
    return []
  }
}

export function keptIn(design: string): Kept {
  const key = `tongban.design.${design}`
  return {
    read: () => {
      try {
        return parseKept(localStorage.getItem(key))
      } catch {
        return []
      }
    },
    write: (texts) => {
      try {
        if (texts.length === 0) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify(texts))
      } catch {
        // Storage is forbidden or full: the texts last as long as the page.
      }
    },
  }
}
