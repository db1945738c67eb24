// The switches both frames offer: language, dark theme, elder mode and its text size.
// Each is one control; the frames place them.
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { toast } from '../ui/toasts.ts'
import { languageNames, languages, type Language } from './i18n/languages.ts'
import { useLanguage, useT } from './i18n/store.ts'
import { changeLanguage, changeSettings, useSettings } from './settings.ts'

const short: Record<Language, string> = { 'zh-CN': '简', 'zh-HK': '繁', en: 'EN' }

export function LanguageMenu() {
  const t = useT()
  const language = useLanguage()
  const queries = useQueryClient()
  const choose = (choice: Language) => {
    changeLanguage(choice)
      // What the server answered is in the old language too.
      .then(() => queries.invalidateQueries())
      .catch(() => toast(t('shell.languageFailed'), { tone: 'danger' }))
  }
  return (
    <Menu
      label={short[language]}
      accessibleLabel={`${short[language]} ${t('shell.language')}`}
      align="end"
      items={languages.map((choice) => ({ id: choice, label: languageNames[choice], lang: choice, checked: choice === language, onSelect: () => choose(choice) }))}
    />
  )
}

/** The server, which draws the first view, cannot know. */
const prefersDark = (): boolean => typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches

export function ThemeButton() {
  const t = useT()
  const { theme } = useSettings()
  const dark = theme === 'dark' || (theme === 'auto' && prefersDark())
  const label = dark ? t('shell.theme.light') : t('shell.theme.dark')
  return (
    <button type="button" className="tb-icon-button" aria-label={label} title={label} onClick={() => changeSettings({ theme: dark ? 'light' : 'dark' })}>
      <Icon name={dark ? 'sun' : 'moon'} />
    </button>
  )
}

export function ElderButton() {
  const t = useT()
  const { mode } = useSettings()
  const elder = mode === 'elder'
  return (
    <button type="button" className="tb-text-button" onClick={() => changeSettings({ mode: elder ? 'normal' : 'elder' })}>
      {elder ? t('shell.elder.off') : t('shell.elder.on')}
    </button>
  )
}

const sizes = ['standard', 'larger', 'largest'] as const

export function TextSizeButton() {
  const t = useT()
  const { text } = useSettings()
  const next = sizes[(sizes.indexOf(text) + 1) % sizes.length] ?? 'standard'
  return (
    <Button variant="quiet" icon="text" onClick={() => changeSettings({ text: next })}>
      {t('shell.elder.size')} <span aria-live="polite">{t(`shell.elder.${text}`)}</span>
    </Button>
  )
}
