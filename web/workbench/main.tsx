// Starts the workbench: the screens of clerks, approvers and supervisors at /workbench/.
// Everything shared with the portal is in web/shared/start.tsx.
import '../ui/tokens.css'
import '../ui/base.css'
import { SessionProvider } from '../shared/SessionProvider.tsx'
import { startApp } from '../shared/start.tsx'
import { routes } from './routes.tsx'

void startApp(routes, SessionProvider)
