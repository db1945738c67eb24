// One design in hand: edited here, saved a moment later, step by step back and forward; a colleague's changes come in or are asked about.
// What is not saved yet is also kept in this browser until the server has it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api, ApiFailure } from '../../../api/client.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { keptIn, withKept } from './kept.ts'
import { splitKey, type Fields, type ItemKey } from './fields.ts'
import { designQuery, partsQuery, toLoaded, type Detail, type Examination, type Loaded } from './queries.ts'
import { beginWorkspace, editItem, editText, isOvertaken, openFile, openItem, redo, savedAs, takeTheirs, undo, unsaved, withServerFields, withTheirs, type Workspace } from './workspace.ts'

const pauseMs = 450
const retryMs = 8000

export interface Conflict {
  revision: number
  files: readonly { file: string; content: string | null; savedBy: string; savedAt: string }[]
}

export type Saving = { kind: 'saved' | 'waiting' | 'saving' | 'offline' | 'signedOut' } | { kind: 'refused'; message: string } | { kind: 'conflict'; conflict: Conflict }

export interface DesignInHand {
  id: string
  about: ItemKey
  detail: Detail
  examination: Examination
  workspace: Workspace
  /** The newest state, also inside work begun earlier. */
  current: () => Workspace
  saving: Saving
  readOnly: boolean
  fields: (key: ItemKey) => Fields | null
  /** Loads an item that is not in hand yet. */
  open: (key: ItemKey) => Promise<void>
  openText: (file: string) => Promise<void>
  edit: (key: ItemKey, fields: Fields, group?: string) => void
  editText: (file: string, text: string | null, group?: string) => void
  undo: () => void
  redo: () => void
  /** Sends what waits; resolves with whether the server has everything. */
  flush: () => Promise<boolean>
  /** Settles a conflict: the files in which the colleague's text is taken; mine stays in the others. */
  settle: (theirs: readonly string[]) => void
  /** Writes over what has been released meanwhile, or takes that instead. @throws ApiFailure when the server refuses */
  rebase: (file: string, take: 'mine' | 'inForce') => Promise<void>
  accept: (detail: Detail) => void
  take: (loaded: Loaded) => void
}

export function useDesign(loaded: Loaded): DesignInHand {
  const { design } = loaded.detail
  const about = design.about as ItemKey // kind/id, as the server checked when it was begun
  const kept = useMemo(() => keptIn(design.id), [design.id])
  const [detail, setDetail] = useState(loaded.detail)
  const [examination, setExamination] = useState(loaded.examination)
  const [saving, setSaving] = useState<Saving>({ kind: 'saved' })
  const [begun] = useState(() => withKept(openItem(beginWorkspace(design.pack, loaded.detail.files), about, loaded.examination.item), design.revision, kept.read()))
  const [workspace, setWorkspace] = useState(begun.workspace)
  const latest = useRef({ ...begun, forced: new Set<string>() })
  const running = useRef<Promise<boolean> | undefined>(undefined)
  const readOnly = detail.design.actions.some(({ action, obstacle }) => action === 'edit' && obstacle !== null)

  const change = useCallback((next: (current: Workspace) => Workspace) => {
    latest.current.workspace = next(latest.current.workspace)
    setWorkspace(latest.current.workspace)
  }, [])

  const take = useCallback((next: Loaded) => {
    // Typed while the server answered, and a colleague saved the same file: the next save must meet theirs.
    if (!isOvertaken(latest.current.workspace, next.detail.files)) latest.current.revision = next.detail.design.revision
    setDetail(next.detail)
    setExamination(next.examination)
    change((current) => withServerFields(withTheirs(current, next.detail.files), about, next.examination.item.fields))
    queryClient.setQueryData(designQuery(design.id).queryKey, next)
  }, [about, change, design.id])

  const send = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const changes = unsaved(latest.current.workspace)
      if (changes.length === 0) return true
      setSaving({ kind: 'saving' })
      try {
        const body = { revision: latest.current.revision, changes: changes.map((each) => ({ ...each, ...(latest.current.forced.has(each.file) ? { rebased: true } : {}) })) }
        const saved = await api('saveDesign', { params: { id: design.id }, body })
        latest.current.forced.clear()
        change((current) => savedAs(current, changes))
        take(toLoaded(saved))
        setSaving({ kind: 'saved' })
        void queryClient.invalidateQueries({ queryKey: partsQuery(design.id).queryKey })
      } catch (error) {
        setSaving(troubleOf(error))
        return false
      }
    }
  }, [change, design.id, take])

  const flush = useCallback((): Promise<boolean> => {
    running.current ??= send().finally(() => { running.current = undefined })
    return running.current
  }, [send])

  const open = useCallback(async (key: ItemKey): Promise<void> => {
    if (latest.current.workspace.items[key]) return
    const item = await api('getDesignItem', { params: { id: design.id, kind: splitKey(key).kind, item: splitKey(key).id } })
    change((current) => openItem(current, key, item))
  }, [change, design.id])

  const openText = useCallback(async (file: string): Promise<void> => {
    if (file in latest.current.workspace.now.texts) return
    const { content } = await api('getDesignFile', { params: { id: design.id }, query: { file } })
    change((current) => openFile(current, file, content))
  }, [change, design.id])

  const pending = unsaved(workspace)
  const pendingKey = JSON.stringify(pending)
  useEffect(() => {
    kept.write({ revision: latest.current.revision, texts: unsaved(latest.current.workspace) })
    if (unsaved(latest.current.workspace).length === 0) {
      setSaving((state) => (state.kind === 'conflict' ? state : { kind: 'saved' }))
      return
    }
    setSaving((state) => (state.kind === 'conflict' || state.kind === 'saving' ? state : { kind: 'waiting' }))
    const timer = setTimeout(() => void flush(), pauseMs)
    return () => clearTimeout(timer)
  }, [pendingKey, detail.design.revision, flush, kept])

  useEffect(() => {
    if (saving.kind !== 'offline') return
    const timer = setTimeout(() => void flush(), retryMs)
    const now = () => void flush()
    addEventListener('online', now)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', now)
    }
  }, [saving, flush])

  return {
    id: design.id, about, detail, examination, workspace, saving, readOnly, flush, take,
    current: () => latest.current.workspace,
    fields: (key) => workspace.now.fields[key] ?? null,
    open, openText,
    edit: (key, fields, group) => change((current) => editItem(current, key, fields, group)),
    editText: (file, text, group) => change((current) => editText(current, file, text, group)),
    undo: () => change(undo),
    redo: () => change(redo),
    settle: (theirs) => {
      if (saving.kind !== 'conflict') return
      const { conflict } = saving
      latest.current.revision = conflict.revision
      for (const { file, content } of conflict.files) change((current) => (theirs.includes(file) ? takeTheirs(current, file, content) : savedAs(current, [{ file, content }])))
      setSaving({ kind: 'waiting' })
      void flush()
    },
    rebase: async (file, choice) => {
      const inForce = detail.outdated.find((each) => each.file === file)?.inForce ?? null
      latest.current.forced.add(file)
      if (choice === 'inForce') change((current) => editText(current, file, inForce, ''))
      // Sent even when my text is the one the server has: what changes is what it is based on.
      const content = latest.current.workspace.now.texts[file] ?? null
      try {
        const saved = await api('saveDesign', { params: { id: design.id }, body: { revision: latest.current.revision, changes: [{ file, content, rebased: true }] } })
        change((current) => savedAs(current, [{ file, content }]))
        take(toLoaded(saved))
      } catch (error) {
        const trouble = troubleOf(error)
        if (trouble.kind === 'conflict') setSaving(trouble)
        throw error
      }
    },
    accept: (next) => {
      // What waits was written on the revision before: a colleague may have saved the same file since.
      if (unsaved(latest.current.workspace).length === 0) latest.current.revision = next.design.revision
      setDetail(next)
      void queryClient.invalidateQueries({ queryKey: ['designs'], exact: true })
    },
  }
}

function troubleOf(error: unknown): Saving {
  if (!(error instanceof ApiFailure)) return { kind: 'offline' }
  if (error.code === 'conflict' && hasFiles(error.details)) return { kind: 'conflict', conflict: error.details }
  if (error.status === 401) return { kind: 'signedOut' }
  return error.status >= 500 ? { kind: 'offline' } : { kind: 'refused', message: error.message }
}

function hasFiles(details: unknown): details is Conflict {
  return typeof details === 'object' && details !== null && 'files' in details && Array.isArray(details.files)
}
