// Answers that may be given again for a short while, as long as the pack says a registry's answers stay true: to the same consumer, for
// the same purpose and consent, about the same subject and fields. In memory only; each one given again is logged as such.
import type { RegistryQuestion } from './connector.ts'
import type { RegistryReply } from './registry.ts'

type Found = Extract<RegistryReply, { kind: 'found' }>

export type ReplyCache = {
  find(key: string): Found | undefined
  keep(key: string, reply: Found, seconds: number): void
}

const most = 5000

export const cacheKey = (consumer: string, resource: string, { subject, fields, purpose, consent }: RegistryQuestion): string =>
  JSON.stringify([consumer, resource, subject, [...fields].toSorted(), purpose, consent])

/** @param now milliseconds */
export const openReplyCache = (now: () => number): ReplyCache => {
  const kept = new Map<string, { reply: Found; until: number }>()
  return {
    find(key) {
      const found = kept.get(key)
      if (found && found.until > now()) return found.reply
      kept.delete(key)
      return undefined
    },
    keep(key, reply, seconds) {
      const oldest = kept.size >= most ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(key, { reply, until: now() + seconds * 1000 })
    },
  }
}
