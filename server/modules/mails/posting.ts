// Puts a letter into the outbox, in the transaction that causes it; a job sends it afterwards.
import { planJobs } from '../../kernel/jobs.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Scene } from '../cases/index.ts'
import type { Mail } from './mail.ts'
import { insertMail } from './mails-store.ts'
import type { Draft } from './writing.ts'

export const sendTask = 'mails.send'

/** Nothing where the installation has no mailbox. @param answers Message-ID of the letter it answers */
export const post = async ({ app, tx, at }: Scene, to: string, { subject, text }: Draft, about: { requestId: string | null; region: string; answers: string | null }): Promise<void> => {
  const { mail: mailbox } = app.config
  if (!mailbox) return
  const id = uuidv7(app.clock)
  const letter: Mail = {
    id, region: about.region, direction: 'out', outcome: 'waiting', requestId: about.requestId, because: null, at: at.toISOString(), sentAt: null,
    words: { from: mailbox.address, to, subject, text, messageId: `<${id}@${mailbox.address.split('@')[1] ?? 'localhost'}>`, answers: about.answers },
  }
  await insertMail(tx, letter)
  await planJobs(tx, [{ task: sendTask, payload: { mail: id } }])
}
