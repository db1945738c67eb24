// The gallery page: every component in every state, in the mode the address asks for.
// Development only; check.ts takes its pictures and looks for accessibility problems.
import '../tokens.css'
import '../base.css'
import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { loadFontsAfterPaint } from '../../shared/fonts.ts'
import { languages } from '../../shared/i18n/languages.ts'
import { setLanguage } from '../../shared/i18n/store.ts'
import { ToastRegion } from '../ToastRegion.tsx'
import { Actions } from './Actions.tsx'
import { Forms } from './Forms.tsx'
import { Lists } from './Lists.tsx'
import { Matter } from './Matter.tsx'
import { Messages } from './Messages.tsx'
import { Overlays } from './Overlays.tsx'
import { Staff } from './Staff.tsx'

const sections: Record<string, ComponentType> = { matter: Matter, forms: Forms, actions: Actions, lists: Lists, messages: Messages, overlays: Overlays, staff: Staff }

const asked = new URLSearchParams(location.search)
const show = asked.get('show')
for (const name of ['mode', 'theme', 'text', 'app']) {
  const value = asked.get(name)
  if (value) document.documentElement.dataset[name] = value
}
const language = languages.find((each) => each === asked.get('language')) ?? 'zh-CN'

void setLanguage(language).then(() => {
  createRoot(document.getElementById('root') ?? document.body).render(
    <StrictMode>
      <main id="main" className={show === 'staff' ? 'gallery-full' : 'tb-page tb-stack-l'} tabIndex={-1}>
        <h1 className={show === 'staff' ? 'tb-hidden' : undefined}>组件一览</h1>
        {Object.entries(sections).map(([name, Section]) => (show === null ? name !== 'staff' : show === name) && <Section key={name} />)}
      </main>
      <ToastRegion patient />
    </StrictMode>,
  )
  loadFontsAfterPaint()
})
