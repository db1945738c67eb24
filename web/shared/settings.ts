// What a person chose about the look of the screens: language, 长辈版, text size, theme, single-key shortcuts.
// Kept in the browser, put on <html> as data attributes that tokens.css reads; a cookie tells the server, which draws the first view with them.
import { useSyncExternalStore } from 'react'
import type { Language } from './i18n/languages.ts'
import { setLanguage } from './i18n/store.ts'
import { lookCookie, lookOf, parseSettings, type Settings } from './look.ts'

const yearSeconds = 365 * 24 * 3600
const storageKey = 'tongban.settings'
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
  take({ ...settings, ...change })
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // Storage is forbidden or full: the choice lasts as long as the page.
  }
}

function take(changed: Settings): void {
  settings = changed
  applySettings()
  for (const listener of listeners) listener()
}

/** What is chosen in one window holds at once in the others, but a language whose texts cannot be loaded. `translated` runs after another language was taken over. */
export function followOtherWindows(translated: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== storageKey) return
    const chosen = parseSettings(newValue, navigator.languages)
    if (chosen.language === settings.language) return take(chosen)
    setLanguage(chosen.language).then(() => {
      take(chosen)
      translated()
    }, () => take({ ...chosen, language: settings.language }))
  })
}

/** Loads the texts of a language, then switches to it; rejects, with nothing changed, when they cannot be loaded. */
export async function changeLanguage(language: Language): Promise<void> {
  await setLanguage(language)
  changeSettings({ language })
}

/** Puts the settings on <html>; called once before the first paint and at each change. */
export function applySettings(): void {
  if (typeof document === 'undefined') return
  const { dataset } = document.documentElement
  document.cookie = `${lookCookie}=${encodeURIComponent(lookOf(settings))}; path=/; max-age=${yearSeconds}; samesite=lax`
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
