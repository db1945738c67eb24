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
      page(patterns.home, () => import('./features/home/HomePage.tsx'), 'home', 'matters', 'stages'),
      page(patterns.search, () => import('./features/search/SearchPage.tsx'), 'search', 'stages'),
      page(patterns.stage, () => import('./features/stages/StagePage.tsx'), 'stages', 'matters'),
      page(patterns.matter, () => import('./features/matters/MatterPage.tsx'), 'matters'),
      page(patterns.services, () => import('./features/services/ServicesPage.tsx'), 'services'),
      page(patterns.service, () => import('./features/services/ServicePage.tsx'), 'services'),
      page(patterns.importedService, () => import('./features/services/ImportedServicePage.tsx'), 'services'),
      page(patterns.help, () => import('./features/help/HelpPage.tsx'), 'help'),
      page(patterns.myData, () => import('./features/my-data/MyDataPage.tsx'), 'my-data'),
      page(patterns.accessibility, () => import('./features/accessibility/AccessibilityPage.tsx'), 'accessibility'),
      { path: '*', Component: NotFound },
    ],
  },
]
