// What is being written and its photos, kept on this device with every change.
// A lost page, a login or a reload brings both back.
import { useEffect, useState } from 'react'
import { findFiles, keepFiles, type KeptFile } from './kept-files.ts'
import { freshlyWritten, isBegun, keepWritten, readWritten, type Written } from './written.ts'

export interface Writing {
  written: Written
  write: (part: Partial<Written>) => void
  files: readonly KeptFile[]
  addFiles: (files: readonly File[]) => void
  removeFile: (id: string) => void
  /** Forgets it all and begins anew. */
  clear: () => void
}

const begin = (about: string): Written => {
  const kept = readWritten(localStorage)
  return kept && (isBegun(kept) || about === '') ? kept : freshlyWritten(crypto.randomUUID(), about)
}

/** @param about words to begin with, where nothing was begun yet */
export function useWritten(about: string): Writing {
  const [written, setWritten] = useState(() => begin(about))
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  useEffect(() => {
    let over = false
    void findFiles().then((kept) => {
      if (!over) setFiles((now) => [...kept.filter(({ id }) => !now.some((each) => each.id === id)), ...now])
    })
    return () => {
      over = true
    }
  }, [])
  const change = (next: readonly KeptFile[]) => {
    setFiles(next)
    void keepFiles(next)
  }
  return {
    written,
    write: (part) => {
      setWritten((before) => {
        const next = { ...before, ...part }
        keepWritten(localStorage, next)
        return next
      })
    },
    files,
    addFiles: (added) => change([...files, ...added.map((file) => ({ id: crypto.randomUUID(), file }))]),
    removeFile: (id) => change(files.filter((each) => each.id !== id)),
    clear: () => {
      keepWritten(localStorage, undefined)
      change([])
      setWritten(freshlyWritten(crypto.randomUUID()))
    },
  }
}
