// The pages of the portal: one line per page, loaded when first visited, with the text areas it needs.
// Addresses come from web/shared/paths.ts.
import type { RouteObject } from 'react-router'
import { page } from '../shared/page.ts'
import { patterns } from '../shared/paths.ts'
import { NotFound, RouteError } from '../shared/RouteError.tsx'
import { PortalShell } from './PortalShell.tsx'

export const routes: RouteObject[] = [
  {
    element: <PortalShell />,
    ErrorBoundary: RouteError,
    children: [
      page(patterns.accessibility, () => import('./features/accessibility/AccessibilityPage.tsx'), 'accessibility'),
      { path: '*', Component: NotFound },
    ],
  },
]
