// Reads what an IMAP client sends: commands of atoms, quoted strings, lists and literals, which may span lines.
// Standard: RFC 9051, sections 4 and 9; synchronising literals only.

/** Command as text, with every literal put in as a quoted string. */
export type Line = { tag: string; name: string; rest: string }

const literalAtEnd = /\{(\d+)(\+?)\}$/

export type LineReader = (chunk: Buffer) => void

/** @param proceed tells the client to send the literal it announced */
export const readLines = (onLine: (line: Line) => void, proceed: () => void): LineReader => {
  let buffered: Buffer = Buffer.alloc(0)
  let command = ''
  let literal = 0
  return (chunk) => {
    buffered = Buffer.concat([buffered, chunk])
    for (;;) {
      if (literal > 0) {
        if (buffered.length < literal) return
        command += JSON.stringify(buffered.toString('utf8', 0, literal))
        buffered = buffered.subarray(literal)
        literal = 0
      }
      const end = buffered.indexOf('\r\n')
      if (end === -1) return
      command += buffered.toString('utf8', 0, end)
      buffered = buffered.subarray(end + 2)
      const announced = literalAtEnd.exec(command)
      if (announced) {
        command = command.slice(0, announced.index)
        literal = Number(announced[1])
        if (announced[2] === '') proceed()
        continue
      }
      const [, tag = '', name = '', rest = ''] = /^(\S+) (\S+)(?: ([^]*))?$/.exec(command) ?? [undefined, command.trim()]
      command = ''
      onLine({ tag, name: name.toUpperCase(), rest })
    }
  }
}

/** Words and quoted strings of a command, without brackets. */
export const wordsIn = (text: string): string[] => [...text.matchAll(/"((?:[^"\\]|\\.)*)"|[^\s()]+/g)].map(([word, quoted]) => (quoted === undefined ? word : quoted.replaceAll(/\\(.)/g, '$1')))

/** Whether a number lies in a set such as 1:4,7,9:*. */
export const isInSet = (set: string, number: number, last: number): boolean =>
  set.split(',').some((part) => {
    const [from = '', to = from] = part.split(':')
    const [low, high] = [from, to].map((each) => (each === '*' ? last : Number(each))).sort((a, b) => a - b)
    return number >= (low ?? 0) && number <= (high ?? 0)
  })
