// What a designer has in hand: texts of files and the values of items, every step back and forward, and what the server does not have yet.
// Pure. A value and its text always change together, so that form and source are two views of one thing.
import { readValue } from '../../../../server/modules/designs/changes.ts'
import { fieldsOf, fileFor, shownText, splitKey, type Fields, type ItemKey } from './fields.ts'
import { itemIn, withItemIn } from './listed.ts'
import { overrideOf, rewrite } from './rewrite.ts'

export interface OpenItem {
  file: string
  /** as the packs above have it; null: the pack's own */
  inherited: Fields | null
}

export interface Snapshot {
  /** null: there is no such file */
  texts: Readonly<Record<string, string | null>>
  /** null: the text cannot be read, or holds nothing */
  fields: Readonly<Record<ItemKey, Fields | null>>
}

export interface Workspace {
  pack: string
  items: Readonly<Record<ItemKey, OpenItem>>
  now: Snapshot
  past: readonly Snapshot[]
  future: readonly Snapshot[]
  /** the field written in; further strokes in it are the same step */
  group: string
  /** texts the server has */
  saved: Readonly<Record<string, string | null>>
}

const mostSteps = 200

export function beginWorkspace(pack: string, files: readonly { file: string; content: string | null }[]): Workspace {
  const texts = Object.fromEntries(files.map(({ file, content }) => [file, content]))
  return { pack, items: {}, now: { texts, fields: {} }, past: [], future: [], group: '', saved: texts }
}

export interface LoadedItem {
  file: string | null
  content: string | null
  inherited: unknown
  fields: unknown
}

/** Takes an item in hand as the server has it; what is in hand already stays. */
export function openItem(workspace: Workspace, key: ItemKey, item: LoadedItem): Workspace {
  if (workspace.items[key]) return workspace
  const file = item.file ?? fileFor(workspace.pack, key)
  const known = file in workspace.now.texts
  return {
    ...workspace,
    items: { ...workspace.items, [key]: { file, inherited: fieldsOf(item.inherited) } },
    saved: file in workspace.saved ? workspace.saved : { ...workspace.saved, [file]: item.content },
    now: { texts: known ? workspace.now.texts : { ...workspace.now.texts, [file]: item.content }, fields: { ...workspace.now.fields, [key]: fieldsOf(item.fields) } },
  }
}

/** Takes the text of a file in hand. */
export function openFile(workspace: Workspace, file: string, content: string | null): Workspace {
  if (file in workspace.now.texts) return workspace
  return { ...workspace, saved: { ...workspace.saved, [file]: content }, now: { ...workspace.now, texts: { ...workspace.now.texts, [file]: content } } }
}

function stepTo(workspace: Workspace, next: Snapshot, group: string): Workspace {
  const same = group !== '' && group === workspace.group
  return { ...workspace, now: next, past: same ? workspace.past : [...workspace.past, workspace.now].slice(-mostSteps), future: [], group }
}

function heading(key: ItemKey, fields: Fields): string {
  const { kind, id } = splitKey(key)
  return `# ${shownText(fields['name'], false) || id}\n# yaml-language-server: $schema=../../schema/${kind}.schema.json\n`
}

function textOf(text: string | null, key: ItemKey, inherited: Fields | null, fields: Fields): string | null {
  const own = inherited === null ? fields : overrideOf(splitKey(key).id, inherited, fields)
  const whole = withItemIn(key, fieldsOf(text === null ? undefined : readValue(text)), own)
  return whole === undefined ? null : rewrite(text, whole, heading(key, fields))
}

/** An item with new values, and its text with them. */
export function editItem(workspace: Workspace, key: ItemKey, fields: Fields, group = ''): Workspace {
  const item = workspace.items[key]
  if (!item) return workspace
  const { texts } = workspace.now
  const text = textOf(texts[item.file] ?? null, key, item.inherited, fields)
  return stepTo(workspace, { texts: { ...texts, [item.file]: text }, fields: { ...workspace.now.fields, [key]: fields } }, group && `${key} ${group}`)
}

/** A file with a new text, and the items in it as it says now; of an overriding item the server says what holds. */
export function editText(workspace: Workspace, file: string, text: string | null, group = 'source'): Workspace {
  const value = text === null ? undefined : readValue(text)
  const fields = { ...workspace.now.fields }
  for (const [key, item] of Object.entries(workspace.items)) if (item.file === file && item.inherited === null) fields[key as ItemKey] = itemIn(key as ItemKey, fieldsOf(value)) // keys of the record
  return stepTo(workspace, { texts: { ...workspace.now.texts, [file]: text }, fields }, group && `${file} ${group}`)
}

export function undo(workspace: Workspace): Workspace {
  const before = workspace.past.at(-1)
  return before ? { ...workspace, now: before, past: workspace.past.slice(0, -1), future: [workspace.now, ...workspace.future], group: '' } : workspace
}

export function redo(workspace: Workspace): Workspace {
  const [next, ...rest] = workspace.future
  return next ? { ...workspace, now: next, past: [...workspace.past, workspace.now], future: rest, group: '' } : workspace
}

/** Files the server does not have as they are here. */
export function unsaved({ now, saved }: Workspace): { file: string; content: string | null }[] {
  return Object.entries(now.texts).filter(([file, text]) => (saved[file] ?? null) !== text).map(([file, content]) => ({ file, content }))
}

/** The server has taken these texts. */
export function savedAs(workspace: Workspace, files: readonly { file: string; content: string | null }[]): Workspace {
  return { ...workspace, saved: { ...workspace.saved, ...Object.fromEntries(files.map(({ file, content }) => [file, content])) } }
}

/** What a colleague saved replaces a text of mine; mine is one step back. */
export function takeTheirs(workspace: Workspace, file: string, content: string | null): Workspace {
  return savedAs(editText(workspace, file, content, ''), [{ file, content }])
}

/** Texts of other files a colleague saved meanwhile, where nothing of mine is in the way. */
export function withTheirs(workspace: Workspace, files: readonly { file: string; content: string | null }[]): Workspace {
  const mine = new Set(unsaved(workspace).map(({ file }) => file))
  return files.filter(({ file, content }) => !mine.has(file) && file in workspace.now.texts && workspace.now.texts[file] !== content)
    .reduce((next, { file, content }) => takeTheirs(next, file, content), workspace)
}

/** Whether a colleague saved another text of a file I am writing in. */
export function isOvertaken(workspace: Workspace, files: readonly { file: string; content: string | null }[]): boolean {
  const mine = new Set(unsaved(workspace).map(({ file }) => file))
  return files.some(({ file, content }) => mine.has(file) && (workspace.saved[file] ?? null) !== content)
}

/** What the server says holds of an item, taken where the text here is the one it has seen. */
export function withServerFields(workspace: Workspace, key: ItemKey, fields: unknown): Workspace {
  const item = workspace.items[key]
  if (!item || item.inherited === null || (workspace.saved[item.file] ?? null) !== (workspace.now.texts[item.file] ?? null)) return workspace
  return { ...workspace, now: { ...workspace.now, fields: { ...workspace.now.fields, [key]: fieldsOf(fields) } } }
}
