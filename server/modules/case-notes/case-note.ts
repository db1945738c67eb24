// An internal note on a case and whom it mentions. Pure.
// A mention is "@name" in the text of somebody who may see the case; any other "@" is just text.

export type Mention = { id: string; name: string }
export type CaseNote = { id: string; caseId: string; personId: string; staffId: string; staffName: string; text: string; mentions: Mention[]; at: string }

/** Who of these colleagues is mentioned, each once; the longer of two names that begin alike wins. */
export const mentionsIn = (text: string, colleagues: readonly Mention[]): Mention[] => {
  const byLength = colleagues.toSorted((a, b) => b.name.length - a.name.length)
  const found = new Map<string, Mention>()
  for (const at of text.matchAll(/@/g)) {
    const rest = text.slice(at.index + 1)
    const named = byLength.find(({ name }) => name !== '' && rest.startsWith(name))
    // Two colleagues of one name are both meant.
    for (const each of named ? byLength.filter(({ name }) => name === named.name) : []) found.set(each.id, { id: each.id, name: each.name })
  }
  return [...found.values()]
}
