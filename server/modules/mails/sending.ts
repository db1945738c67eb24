// Sends one letter of the outbox. Sent twice, after a crash at the wrong moment, it is the same letter to every mail program: its id is fixed.
import { createTransport, type Transporter } from 'nodemailer'
import type { App } from '../../module.ts'
import { isWaiting } from './mail.ts'
import { findMail, updateMailSent } from './mails-store.ts'

const transports = new Map<string, Transporter>()

const transportFor = (smtp: string): Transporter => {
  const known = transports.get(smtp) ?? createTransport(smtp, {}) // credentials and TLS by its address
  transports.set(smtp, known)
  return known
}

export const sendMail = async (app: App, id: string): Promise<void> => {
  const { mail: mailbox } = app.config
  const letter = await findMail(app.db.read, id)
  if (!mailbox || !letter || !isWaiting(letter)) return
  const { from, to, subject, text, messageId, answers } = letter.words
  await transportFor(mailbox.smtp).sendMail({
    from: { name: '12345 政务服务便民热线', address: from }, to, subject, text, messageId, ...(answers === null ? {} : { inReplyTo: answers, references: [answers] }),
    // Whatever answers automatically is asked not to (RFC 3834; the second is understood by Exchange).
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }, disableFileAccess: true, disableUrlAccess: true,
  })
  await app.db.transaction((tx) => updateMailSent(tx, id, app.clock.now()))
}
