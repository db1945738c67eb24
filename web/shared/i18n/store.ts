// The current language and the dictionaries loaded so far; areas come with the page that needs them.
// Components read texts with useT(); code outside components (loaders, titles) with t().
import { useSyncExternalStore } from 'react'
import { setApiLanguage } from '../../api/client.ts'
import { coreAreas, type Area } from './areas.ts'
import type { Dictionary, TextKey, TextParams } from './keys.ts'
import type { Language } from './languages.ts'
import { findText } from './text.ts'
import common from './zh-CN/common.ts'
import shell from './zh-CN/shell.ts'
import ui from './zh-CN/ui.ts'

type Loader = () => Promise<{ default: Dictionary }>

// One small file per language and area, fetched only when asked for. The core areas of zh-CN are part of the app.
// Those of the workbench alone are added by it (desk-texts.ts), and those of other languages come with the first of them (other-languages.ts),
// so that most residents do not load their names.
const files: Record<string, Loader> = import.meta.glob<{ default: Dictionary }>([
  './zh-CN/*.ts', '!./zh-CN/{common,shell,ui}.ts', '!./*/{*-desk,design*,duties,hot-topics,hotline,insight,knowledge,overdue,queue,request-imports,staff,supervision,unfound}.ts',
])
let others: Promise<void> | undefined

const addOtherLanguages = async (): Promise<void> => {
  others ??= import('./other-languages.ts').then(({ otherLanguages }) => addTexts(otherLanguages))
  try {
    await others
  } catch (error) {
    others = undefined
    throw error
  }
}

/** More files, by `./<language>/<area>.ts`. */
export const addTexts = (more: Readonly<Record<string, Loader>>): void => {
  Object.assign(files, more)
}

const source: Dictionary = { common, shell, ui }
const loaded = new Map<Language, Dictionary>([['zh-CN', source]])
const wanted = new Set<Area>(coreAreas)
const listeners = new Set<() => void>()
let current: Language = 'zh-CN'

/** Fetches the areas a page needs in the current language; the page waits for it (see page.tsx). */
export async function loadTexts(areas: readonly Area[]): Promise<void> {
  for (const area of areas) wanted.add(area)
  await loadInto(current, areas)
}

/** Switches the language: fetches every area in use, then redraws. Keeps the old language when that fails. */
export async function setLanguage(language: Language): Promise<void> {
  await loadInto(language, [...wanted])
  current = language
  setApiLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
  for (const listener of listeners) listener()
}

async function loadInto(language: Language, areas: readonly Area[]): Promise<void> {
  const missing = areas.filter((area) => !(area in (loaded.get(language) ?? {})))
  if (missing.length > 0 && language !== 'zh-CN') await addOtherLanguages()
  const entries = await Promise.all(missing.map(async (area) => [area, (await fileOf(language, area)()).default] as const))
  loaded.set(language, { ...loaded.get(language), ...Object.fromEntries(entries) })
}

function fileOf(language: Language, area: Area): Loader {
  const file = files[`./${language}/${area}.ts`]
  if (!file) throw new Error(`No texts for area "${area}" in ${language}: web/shared/i18n/${language}/${area}.ts is missing`)
  return file
}

export function currentLanguage(): Language {
  return current
}

/** The text of a key in the current language. What is missing is told on the console of any build: the journeys fail on it. */
export function t<Key extends TextKey>(key: Key, ...[params]: TextParams<Key>): string {
  const text = findText(loaded.get(current) ?? source, key, params, current)
  if (text === undefined) console.error(`Text "${key}" is not loaded: name its area where the route is declared.`)
  return text ?? key
}

export type T = typeof t

/** `t` for components: they are drawn again when the language changes. */
export function useT(): T {
  useLanguage()
  return t
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage, currentLanguage)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
