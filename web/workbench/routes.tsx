// The pages of the workbench: one line per page, loaded when first visited, with the text areas it needs.
// Addresses come from web/shared/paths.ts.
import type { RouteObject } from 'react-router'
import { NotFound, RouteError } from '../shared/RouteError.tsx'
import { WorkbenchShell } from './WorkbenchShell.tsx'

export const routes: RouteObject[] = [
  {
    element: <WorkbenchShell />,
    ErrorBoundary: RouteError,
    children: [{ path: '*', Component: NotFound }],
  },
]
