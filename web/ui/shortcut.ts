// Matches pressed keys with shortcuts: 'a', '?', 'Ctrl+K' (⌘ on a Mac), 'Shift+J', and sequences such as 'g q'.
// Pure; the registry and the listener are useShortcuts.ts.

export interface Shortcut {
  keys: string
  /** What it does, as shown in the list of shortcuts. */
  label: string
  run: () => void
  /** Heading in the list. */
  group?: string | undefined
  /** Why it cannot be used now; said instead of running it. */
  disabledReason?: string | undefined
  /** Also works while the person is typing in a field; only for combinations with Ctrl. */
  whileTyping?: boolean | undefined
}

export interface Press {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Time within which the second key of a sequence has to follow, in milliseconds. */
export const sequenceTime = 1200

/** The name of a press, comparable with a written shortcut: 'a', 'Ctrl+k', '?'. */
export function pressName(press: Press): string {
  // With a Chinese input method switched on, the key is 'Process' and only the code tells the letter.
  const fromCode = /^(?:Key|Digit)(.)$/.exec(press.code)?.[1]
  const key = /^[\x20-\x7e]$/.test(press.key) || !fromCode ? press.key : fromCode
  const letter = key.length === 1 ? key.toLowerCase() : key
  const shift = press.shiftKey && (letter.length > 1 || /[a-z]/.test(letter)) ? 'Shift+' : ''
  return `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${shift}${letter}`
}

/** A written shortcut as the names of its presses: 'Ctrl+K' → ['Ctrl+k'], 'g q' → ['g', 'q']. */
export function pressNames(keys: string): string[] {
  return keys.split(' ').map((combination) => {
    const parts = combination.split('+')
    const key = parts.pop() || '+'
    const order = ['Ctrl', 'Alt', 'Shift'].filter((part) => parts.includes(part))
    return [...order, key.length === 1 ? key.toLowerCase() : key].join('+')
  })
}

/** Whether a shortcut consists of plain letters only, which may be switched off. */
export function isSingleKey(keys: string): boolean {
  return !/Ctrl|Alt/.test(keys)
}

/**
 * What a press means after the presses `before` it: a shortcut to run, or more keys to wait for.
 * Of two shortcuts with the same keys the later one wins.
 */
export function matchShortcut<S extends { keys: string }>(before: readonly string[], press: Press, shortcuts: readonly S[]): { shortcut?: S; pending: string[] } {
  const name = pressName(press)
  for (const pressed of [[...before, name], [name]]) {
    const found = shortcuts.findLast(({ keys }) => same(pressNames(keys), pressed))
    if (found) return { shortcut: found, pending: [] }
    const begun = shortcuts.some(({ keys }) => pressNames(keys).length > pressed.length && same(pressNames(keys).slice(0, pressed.length), pressed))
    if (begun) return { pending: pressed }
  }
  return { pending: [] }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry === b[index])
}
