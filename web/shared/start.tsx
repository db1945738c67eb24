// Starts an app: settings on <html>, texts of the language, then router, query cache and session around its routes.
// Both main.tsx files call this once.
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ComponentType, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { resumeActing } from './acting.ts'
import { loadFontsAfterPaint } from './fonts.ts'
import { setLanguage } from './i18n/store.ts'
import { queryClient } from './query-client.ts'
import { applySettings, currentSettings, followOtherWindows } from './settings.ts'
import { takeOver, untilReady } from './take-over.ts'

/** Draws the app into #root. `Session` provides SessionContext; it sits inside the query cache, outside the router. */
export async function startApp(routes: RouteObject[], Session: ComponentType<{ children: ReactNode }>): Promise<void> {
  applySettings()
  resumeActing()
  // Without the texts of another language the app still works, in Chinese.
  await setLanguage(currentSettings().language).catch(() => {})
  followOtherWindows(() => void queryClient.invalidateQueries())
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const router = createBrowserRouter(routes)
  loadFontsAfterPaint()
  await untilReady(root, router)
  const app = (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Session>
          <RouterProvider router={router} />
        </Session>
      </QueryClientProvider>
    </StrictMode>
  )
  takeOver(root, () => flushSync(() => createRoot(root).render(app)))
  // From here on everything can be operated; the journey `load` writes it down.
  performance.mark('app')
}
