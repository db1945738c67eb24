// Starts the workbench: the screens of clerks, approvers and supervisors at /workbench/.
// Everything shared with the portal is in web/shared/start.tsx.
import '../ui/tokens.css'
import '../ui/base.css'
import { addOperations } from '../api/client.ts'
import { deskOperations } from '../api/desk-operations.ts'
import { deskTexts } from '../shared/i18n/desk-texts.ts'
import { addTexts } from '../shared/i18n/store.ts'
import { SessionProvider } from '../shared/SessionProvider.tsx'
import { startApp } from '../shared/start.tsx'
import { routes } from './routes.tsx'

addTexts(deskTexts)
addOperations(deskOperations)
void startApp(routes, SessionProvider)
