// The part of an IMAP server a mail client needs to fetch an inbox: log in, select, search, fetch, flag.
// Standard: RFC 9051 (IMAP4rev2) and RFC 3501 (IMAP4rev1), without TLS, which a sandbox on the loopback address does not need.
import { createServer, type Server, type Socket } from 'node:net'
import { isInSet, readLines, wordsIn, type Line } from './imap-lines.ts'
import type { Letter, Mailbox, Mailboxes } from './mailboxes.ts'

type Session = { user: string | undefined; box: Mailbox | undefined; writable: boolean }

const capabilities = 'IMAP4rev1 AUTH=PLAIN SASL-IR LITERAL+'
const flagsKnown = '\\Seen \\Answered \\Flagged \\Deleted \\Draft'

/** From the start of a message to the empty line. */
const headersOf = (raw: Buffer): Buffer => {
  const end = raw.indexOf('\r\n\r\n')
  return end === -1 ? raw : raw.subarray(0, end + 4)
}

const bytes = (name: string, content: Buffer): Buffer => Buffer.concat([Buffer.from(`${name} {${content.length}}\r\n`), content])

/** One answer to FETCH, as its items ask. */
const fetched = (letter: Letter, number: number, items: string): Buffer => {
  const asked = items.toUpperCase()
  const peeks = asked.includes('.PEEK')
  if (!peeks && /BODY\[|RFC822(?!\.)/.test(asked)) letter.flags.add('\\Seen')
  const parts: Buffer[] = [Buffer.from(`UID ${letter.uid}`)]
  if (asked.includes('FLAGS')) parts.push(Buffer.from(`FLAGS (${[...letter.flags].join(' ')})`))
  if (asked.includes('RFC822.SIZE')) parts.push(Buffer.from(`RFC822.SIZE ${letter.raw.length}`))
  if (asked.includes('INTERNALDATE')) parts.push(Buffer.from('INTERNALDATE "16-Nov-2026 10:00:00 +0800"'))
  const partial = /BODY(?:\.PEEK)?\[\]<(\d+)\.(\d+)>/.exec(asked)
  if (partial) parts.push(bytes(`BODY[]<${partial[1]}>`, letter.raw.subarray(Number(partial[1]), Number(partial[1]) + Number(partial[2]))))
  else if (/BODY(?:\.PEEK)?\[\]/.test(asked)) parts.push(bytes('BODY[]', letter.raw))
  if (/BODY(?:\.PEEK)?\[HEADER/.test(asked)) parts.push(bytes('BODY[HEADER]', headersOf(letter.raw)))
  const content = parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from(' '), part]))
  return Buffer.concat([Buffer.from(`* ${number} FETCH (`), ...content, Buffer.from(')\r\n')])
}

const matches = ({ flags }: Letter, criteria: string): boolean => {
  const asked = criteria.toUpperCase()
  if (/\bUNSEEN\b/.test(asked) && flags.has('\\Seen')) return false
  if (/\bUNDELETED\b/.test(asked) && flags.has('\\Deleted')) return false
  return !(/(?:^|\s)SEEN\b/.test(asked) && !flags.has('\\Seen'))
}

const serve = (socket: Socket, mailboxes: Mailboxes): void => {
  const session: Session = { user: undefined, box: undefined, writable: false }
  let credentialsFor: string | undefined
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  const logIn = (tag: string, user: string, password: string): void => {
    const box = mailboxes.find(user)
    if (!box || box.password === '' || box.password !== password) return say(`${tag} NO [AUTHENTICATIONFAILED] wrong address or password`)
    session.user = user
    say(`${tag} OK [CAPABILITY ${capabilities}] logged in`)
  }
  const logInPlain = (tag: string, encoded: string): void => {
    const [, user = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split('\0')
    logIn(tag, user, password)
  }
  const select = (tag: string, name: string, writable: boolean): void => {
    const box = session.user === undefined ? undefined : mailboxes.find(session.user)
    if (!box || name.toUpperCase() !== 'INBOX') return say(`${tag} NO [NONEXISTENT] there is only INBOX`)
    Object.assign(session, { box, writable })
    for (const line of [`* ${box.letters.length} EXISTS`, '* 0 RECENT', `* FLAGS (${flagsKnown})`, `* OK [PERMANENTFLAGS (${flagsKnown} \\*)] flags`, `* OK [UIDVALIDITY ${box.uidValidity}] valid`, `* OK [UIDNEXT ${box.uidNext}] next`]) say(line)
    say(`${tag} OK [${writable ? 'READ-WRITE' : 'READ-ONLY'}] selected`)
  }
  const chosen = (set: string, byUid: boolean): [Letter, number][] => {
    const letters = session.box?.letters ?? []
    const last = byUid ? (letters.at(-1)?.uid ?? 0) : letters.length
    return letters.flatMap((letter, index) => (isInSet(set, byUid ? letter.uid : index + 1, last) ? [[letter, index + 1] as [Letter, number]] : []))
  }
  const store = (set: string, how: string, flags: readonly string[], byUid: boolean): void => {
    for (const [letter, number] of chosen(set, byUid)) {
      for (const flag of flags) if (how.startsWith('-')) letter.flags.delete(flag)
      else letter.flags.add(flag)
      if (!how.toUpperCase().includes('SILENT')) say(`* ${number} FETCH (UID ${letter.uid} FLAGS (${[...letter.flags].join(' ')}))`)
    }
  }
  const search = (criteria: string, byUid: boolean): void => {
    const found = (session.box?.letters ?? []).flatMap((letter, index) => (matches(letter, criteria) ? [byUid ? letter.uid : index + 1] : []))
    say(`* SEARCH${found.length === 0 ? '' : ` ${found.join(' ')}`}`)
  }
  const work = (tag: string, name: string, rest: string, byUid: boolean): boolean => {
    const [set = '', ...more] = rest.split(' ')
    if (name === 'FETCH') for (const [letter, number] of chosen(set, byUid)) socket.write(fetched(letter, number, more.join(' ')))
    else if (name === 'STORE') store(set, more[0] ?? '', wordsIn(more.slice(1).join(' ')), byUid)
    else if (name === 'SEARCH') search(rest, byUid)
    else return false
    say(`${tag} OK done`)
    return true
  }
  const answer = ({ tag, name, rest }: Line): void => {
    if (credentialsFor !== undefined) {
      const waiting = credentialsFor
      credentialsFor = undefined
      return logInPlain(waiting, name === '' ? tag : `${tag}${name}`)
    }
    const words = wordsIn(rest)
    if (name === 'CAPABILITY') say(`* CAPABILITY ${capabilities}`)
    else if (name === 'LOGIN') return logIn(tag, words[0] ?? '', words[1] ?? '')
    else if (name === 'AUTHENTICATE') {
      if (words[1] !== undefined) return logInPlain(tag, words[1])
      credentialsFor = tag
      return say('+ ')
    } else if (name === 'LOGOUT') {
      say('* BYE until next time')
      say(`${tag} OK bye`)
      socket.end()
      return
    } else if (name === 'NOOP' || name === 'CHECK') say(`* ${session.box?.letters.length ?? 0} EXISTS`)
    else if (session.user === undefined) return say(`${tag} NO log in first`)
    else if (name === 'LIST' || name === 'LSUB') say(`* ${name} (\\HasNoChildren) "/" INBOX`)
    else if (name === 'SELECT' || name === 'EXAMINE') return select(tag, words[0] ?? '', name === 'SELECT')
    else if (name === 'STATUS') say(`* STATUS INBOX (MESSAGES ${mailboxes.find(session.user)?.letters.length ?? 0})`)
    else if (name === 'CLOSE' || name === 'UNSELECT') session.box = undefined
    else if (name === 'UID') {
      const [inner = '', ...more] = rest.split(' ')
      if (work(tag, inner.toUpperCase(), more.join(' '), true)) return
      return say(`${tag} BAD unknown command`)
    } else if (work(tag, name, rest, false)) return
    else return say(`${tag} BAD unknown command`)
    say(`${tag} OK done`)
  }
  // Answers are many small writes; held back they would cost a client 40 ms each.
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', readLines(answer, () => say('+ go on')))
  say(`* OK [CAPABILITY ${capabilities}] mail office of the sandbox`)
}

export const startImap = async (mailboxes: Mailboxes, { host, port }: { host: string; port: number }): Promise<Server> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    serve(socket, mailboxes)
  })
  server.once('close', () => sockets.forEach((socket) => socket.destroy()))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  return server
}
