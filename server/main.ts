// `npm start`: starts everything, shows progress, prints addresses and demo logins, and stops cleanly on Ctrl-C.
import { serve } from './commands/serve.ts'

process.exitCode = await serve({ json: false })
