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
          page(patterns.workbench, () => import('./features/queue/QueuePage.tsx'), 'queue', 'cases'),
          page(patterns.workbenchCase, () => import('./features/cases/CasePage.tsx'), 'queue', 'cases'),
          page(patterns.workbenchOverdue, () => import('./features/overdue/OverduePage.tsx'), 'overdue', 'cases'),
          page(patterns.workbenchCatalogue, () => import('./features/catalogue/CataloguePage.tsx'), 'catalogue'),
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]
