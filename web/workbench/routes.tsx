// The pages of the workbench: one line per page, loaded when first visited, with the text areas it needs.
// Addresses come from web/shared/paths.ts.
import type { RouteObject } from 'react-router'
import { loadTexts } from '../shared/i18n/store.ts'
import { page } from '../shared/page.ts'
import { patterns } from '../shared/paths.ts'
import { NotFound, RouteError } from '../shared/RouteError.tsx'
import { Loading } from '../ui/States.tsx'
import { StaffFrame } from './StaffFrame.tsx'
import { StaffGate } from './StaffGate.tsx'

/** The page most likely to come next is here before it is asked for. */
function loadQueue() {
  const next = () => import('./features/cases/CasePage.tsx')
  return import('./features/queue/QueuePage.tsx').finally(() => void next())
}

export const routes: RouteObject[] = [
  {
    element: <StaffFrame />,
    // The frame itself speaks: the gate, the palette's records.
    loader: async () => (await loadTexts(['queue', 'cases']), null),
    HydrateFallback: Loading,
    ErrorBoundary: RouteError,
    children: [
      {
        element: <StaffGate />,
        children: [
          page(patterns.workbench, loadQueue, 'queue', 'cases'),
          page(patterns.workbenchCase, () => import('./features/cases/CasePage.tsx'), 'queue', 'cases'),
          page(patterns.workbenchOverdue, () => import('./features/overdue/OverduePage.tsx'), 'overdue', 'cases'),
          page(patterns.workbenchGuides, () => import('./features/guides/GuidesPage.tsx'), 'guides'),
          page(patterns.workbenchCatalogue, () => import('./features/catalogue/CataloguePage.tsx'), 'catalogue'),
          page(patterns.workbenchDesigns, () => import('./features/designs/DesignsPage.tsx'), 'designs'),
          page(patterns.workbenchDesign, () => import('./features/designs/DesignPage.tsx'), 'designs', 'design-words', 'form'),
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]
