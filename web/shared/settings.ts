// What a person chose about the look of the screens: language, 长辈版, text size, theme, single-key shortcuts.
// Kept in the browser only, put on <html> as data attributes that tokens.css reads.
import { useSyncExternalStore } from 'react'
import { languages, preferredLanguage, type Language } from './i18n/languages.ts'
import { setLanguage } from './i18n/store.ts'

export interface Settings {
  language: Language
  mode: 'normal' | 'elder'
  /** Steps of the elder mode: 18 pt, 24 pt, 30 pt main text. */
  text: 'standard' | 'larger' | 'largest'
  theme: 'auto' | 'light' | 'dark'
  /** Shortcuts of one letter; people who dictate need to be able to switch them off (WCAG 2.1.4). */
  singleKeys: boolean
}

const storageKey = 'tongban.settings'
const choices: { [K in keyof Settings]: readonly Settings[K][] } = {
  language: languages,
  mode: ['normal', 'elder'],
  text: ['standard', 'larger', 'largest'],
  theme: ['auto', 'light', 'dark'],
  singleKeys: [true, false],
}

/** Settings from stored text; anything unknown or damaged falls back to the first choice, entry by entry. */
export function parseSettings(stored: string | null, browserLanguages: readonly string[]): Settings {
  const saved = readObject(stored)
  const pick = <K extends keyof Settings>(name: K): Settings[K] | undefined => choices[name].find((choice) => choice === saved[name])
  return {
    language: pick('language') ?? preferredLanguage(browserLanguages),
    mode: pick('mode') ?? 'normal',
    text: pick('text') ?? 'standard',
    theme: pick('theme') ?? 'auto',
    singleKeys: pick('singleKeys') ?? true,
  }
}

function readObject(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

let settings = parseSettings(readStored(), typeof navigator === 'undefined' ? [] : navigator.languages)
const listeners = new Set<() => void>()

// A browser that forbids storage still works; the choice then lasts as long as the page.
function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

export function currentSettings(): Settings {
  return settings
}

/** Changes some settings, remembers them and puts them on <html>. For the language use changeLanguage. */
export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // Storage is forbidden or full: the choice lasts as long as the page.
  }
  applySettings()
  for (const listener of listeners) listener()
}

/** Loads the texts of a language, then switches to it; rejects, with nothing changed, when they cannot be loaded. */
export async function changeLanguage(language: Language): Promise<void> {
  await setLanguage(language)
  changeSettings({ language })
}

/** Puts the settings on <html>; called once before the first paint and at each change. */
export function applySettings(): void {
  const { dataset } = document.documentElement
  dataset['mode'] = settings.mode
  dataset['text'] = settings.text
  dataset['theme'] = settings.theme
}

export function useSettings(): Settings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    currentSettings,
    currentSettings,
  )
}
