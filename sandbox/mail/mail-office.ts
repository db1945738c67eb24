// The mail office of the sandbox: takes letters by SMTP for any address, and hands them out by IMAP to whoever knows the password.
// Nothing leaves the machine.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { startImap } from './imap-server.ts'
import { openMailboxes, type Mailboxes } from './mailboxes.ts'

export type MailOffice = {
  /** addresses of the two servers, without user and password */
  smtp: string
  imap: string
  mailboxes: Mailboxes
  stop(): Promise<void>
}

/** @param accounts passwords by address; anybody may send, only these are read */
export const startMailOffice = async ({ accounts, host = '127.0.0.1', smtpPort = 0, imapPort = 0, uidValidity = 1 }: { accounts: Readonly<Record<string, string>>; host?: string; smtpPort?: number; imapPort?: number; uidValidity?: number }): Promise<MailOffice> => {
  const mailboxes = openMailboxes(uidValidity)
  for (const [address, password] of Object.entries(accounts)) mailboxes.open(address, password)
  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], size: 40 * 1024 * 1024, logger: false,
    onAuth: ({ username = '', password }, _session, done) => (accounts[username] === password ? done(null, { user: username }) : done(new Error('wrong address or password'))),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        for (const { address } of envelope.rcptTo) mailboxes.deliver(address, Buffer.concat(chunks))
        done()
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    smtp.on('error', reject)
    smtp.listen(smtpPort, host, () => resolve())
  })
  const imap = await startImap(mailboxes, { host, port: imapPort })
  const portOf = (address: AddressInfo | string | null): number => (typeof address === 'object' && address ? address.port : 0)
  return {
    smtp: `smtp://${host}:${portOf(smtp.server.address())}`, imap: `imap://${host}:${portOf(imap.address())}`, mailboxes,
    stop: async () => {
      await Promise.all([new Promise<void>((resolve) => smtp.close(() => resolve())), new Promise<void>((resolve) => {
        imap.close(() => resolve())
        imap.emit('close')
      })])
    },
  }
}
