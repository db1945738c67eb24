// How many questions one caller may ask a minute, in this process; a question costs more than a page.
// Kept in memory only and forgotten with the minute.

export type AskingRate = (caller: string, now: Date) => boolean

/** @param most questions a minute @returns whether this one is within it */
export const askingRate = (most: number): AskingRate => {
  let minute = 0
  const asked = new Map<string, number>()
  return (caller, now) => {
    const current = Math.floor(now.getTime() / 60_000)
    if (current !== minute) asked.clear()
    minute = current
    const count = (asked.get(caller) ?? 0) + 1
    asked.set(caller, count)
    return count <= most
  }
}
