// Runs the mail office as a process of its own: prints one JSON line with its addresses once it listens.
// Stops on SIGINT, SIGTERM, or when the parent that started it with an IPC channel is gone.
import { startMailOffice } from './mail-office.ts'

/** The mailbox of the demo's hotline; for demo mode and tests only. */
const demo = { address: '12345@sandbox.example', password: 'demo-only-mail-password' }

try {
  const { SANDBOX_HOST: host, MAIL_SMTP_PORT: smtpPort = '0', MAIL_IMAP_PORT: imapPort = '0' } = process.env
  const office = await startMailOffice({ accounts: { [demo.address]: demo.password }, smtpPort: Number(smtpPort), imapPort: Number(imapPort), uidValidity: Math.floor(Date.now() / 1000), ...(host ? { host } : {}) })
  const stop = (): void => void office.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.once('disconnect', stop)
  process.stdout.write(`${JSON.stringify({ smtp: office.smtp, imap: office.imap, ...demo })}\n`)
} catch (error) {
  process.stderr.write(`The mail office did not start: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
