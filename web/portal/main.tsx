// Starts the portal: the citizens' and companies' site at /.
// Everything shared with the workbench is in web/shared/start.tsx.
import '../ui/tokens.css'
import '../ui/base.css'
import { SessionProvider } from '../shared/SessionProvider.tsx'
import { startApp } from '../shared/start.tsx'
import { routes } from './routes.tsx'

void startApp(routes, SessionProvider)
