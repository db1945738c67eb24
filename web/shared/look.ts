// What a person can choose about the look of the screens, and how choices are read back from storage, or from the cookie by the server.
// Pure: knows no browser and no texts, so that the server reads it too.
import { languages, preferredLanguage, type Language } from './i18n/languages.ts'

export interface Settings {
  language: Language
  mode: 'normal' | 'elder'
  /** Steps of the elder mode: 18 pt, 24 pt, 30 pt main text. */
  text: 'standard' | 'larger' | 'largest'
  theme: 'auto' | 'light' | 'dark'
  /** Shortcuts of one letter; people who dictate need to be able to switch them off (WCAG 2.1.4). */
  singleKeys: boolean
}

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

/** The cookie the server reads: the settings that decide how a page looks, without a word on who reads it. */
export const lookCookie = 'tongban_look'

/** Settings as the cookie carries them. */
export const lookOf = ({ language, mode, text, theme }: Settings): string => new URLSearchParams({ language, mode, text, theme }).toString()

/** The settings a cookie of an earlier visit tells of. */
export const settingsOfLook = (look: string, browserLanguages: readonly string[]): Settings =>
  parseSettings(JSON.stringify(Object.fromEntries(new URLSearchParams(look))), browserLanguages)
