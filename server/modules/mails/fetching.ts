// Looks into the mailbox: every unread letter is taken in and then marked as read, in the order it came.
// What fails stays unread and is tried again a minute later; one bad letter does not keep the others.
import { createHash } from 'node:crypto'
import { ImapFlow } from 'imapflow'
import type { App } from '../../module.ts'
import { largestLetter, type Letter } from './letter.ts'
import { readMail } from './reading-mail.ts'
import { takeLetter } from './taking-in.ts'

/** Letters looked at in one go; the rest comes a minute later. */
const mostAtOnce = 200
const silenceMs = 20_000

const connected = async (address: string): Promise<ImapFlow> => {
  const url = new URL(address)
  const secure = url.protocol === 'imaps:'
  const client = new ImapFlow({
    host: url.hostname, port: Number(url.port || (secure ? 993 : 143)), secure, auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false, connectionTimeout: silenceMs, greetingTimeout: silenceMs, socketTimeout: silenceMs * 3, disableAutoIdle: true,
  })
  // Errors of a broken connection reach whoever waits for an answer; without a listener they would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}

const idFrom = (raw: Buffer): string => `<${createHash('sha256').update(raw).digest('hex')}@no-message-id>`

/** A letter too large to be fetched is known by its head: who wrote it, and what about. */
const fetchLetter = async (client: ImapFlow, uid: number): Promise<Letter | undefined> => {
  const { size = 0 } = (await client.fetchOne(String(uid), { size: true }, { uid: true })) || {}
  const isLarge = size > largestLetter
  const found = await client.fetchOne(String(uid), isLarge ? { headers: true } : { source: true }, { uid: true })
  const raw = found ? (isLarge ? found.headers : found.source) : undefined
  return raw && { ...(await readMail(raw, idFrom(raw))), size }
}

/** @returns how many letters were taken in */
export const fetchMails = async (app: App): Promise<number> => {
  const { mail: mailbox } = app.config
  if (!mailbox) return 0
  const client = await connected(mailbox.imap)
  try {
    const lock = await client.getMailboxLock('INBOX')
    try {
      const unread = (await client.search({ seen: false }, { uid: true })) || []
      let taken = 0
      for (const uid of unread.slice(0, mostAtOnce)) {
        try {
          const letter = await fetchLetter(client, uid)
          if (letter) await takeLetter(app, letter)
          await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
          taken += 1
        } catch (error) {
          app.log.error({ err: error, uid }, 'a letter could not be taken in; it stays unread')
        }
      }
      return taken
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}
