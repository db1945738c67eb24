// The mailboxes of the sandbox's mail office: one INBOX an address, in memory, numbered as IMAP wants them.

/** `uid` grows and is never used again (RFC 9051, 2.3.1.1). `raw`: the message as it was handed over, lines ended by CR LF. */
export type Letter = { uid: number; raw: Buffer; flags: Set<string> }

export type Mailbox = { password: string; uidValidity: number; uidNext: number; letters: Letter[] }

export type Mailboxes = {
  find: (address: string) => Mailbox | undefined
  /** Makes a mailbox, or answers the one there is. */
  open: (address: string, password?: string) => Mailbox
  deliver: (address: string, raw: Buffer) => Letter
}

const nameOf = (address: string): string => address.trim().toLowerCase()

/** @param uidValidity differs for each run, so that a client forgets what it knew */
export const openMailboxes = (uidValidity: number): Mailboxes => {
  const boxes = new Map<string, Mailbox>()
  const open = (address: string, password = ''): Mailbox => {
    const box = boxes.get(nameOf(address)) ?? { password, uidValidity, uidNext: 1, letters: [] }
    if (password !== '') box.password = password
    boxes.set(nameOf(address), box)
    return box
  }
  return {
    open,
    find: (address) => boxes.get(nameOf(address)),
    deliver: (address, raw) => {
      const box = open(address)
      const letter: Letter = { uid: box.uidNext, raw: Buffer.from(raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1'), flags: new Set() }
      box.uidNext += 1
      box.letters.push(letter)
      return letter
    },
  }
}
