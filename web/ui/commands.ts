// Finds commands by what is typed in the command palette.
// Pure; the order is: begins with the words, contains them, contains their letters in order.

export interface Command {
  id: string
  label: string
  /** Small text behind the label: a number, a place. */
  hint?: string
  group?: string
  /** Shortcut that does the same. */
  keys?: string
  /** Other words people may type. */
  words?: readonly string[]
  run: () => void
}

/** The commands that fit the typed text, best first; all of them for an empty text. */
export function filterCommands(commands: readonly Command[], typed: string): Command[] {
  const query = typed.normalize('NFKC').trim().toLowerCase()
  if (!query) return [...commands]
  return commands
    .map((command, index) => ({ command, index, rank: Math.min(...[command.label, command.hint ?? '', ...(command.words ?? [])].map((text) => rank(text.toLowerCase(), query))) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map((entry) => entry.command)
}

function rank(text: string, query: string): number {
  if (text.startsWith(query)) return 0
  if (text.includes(query)) return 1
  let from = 0
  for (const letter of query) {
    from = text.indexOf(letter, from) + 1
    if (from === 0) return 3
  }
  return 2
}
