// What the demo identity provider remembers between two requests (interactions, codes, tokens): in this process and only for minutes.
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Kept = { model: string; payload: AdapterPayload; endsAt: number }

/** @param now milliseconds */
export const demoMemory = (now: () => number): AdapterFactory => {
  const everything = new Map<string, Kept>()
  const forget = (isGone: (kept: Kept) => boolean): void => {
    for (const [key, kept] of everything) if (isGone(kept)) everything.delete(key)
  }

  return (model): Adapter => {
    const keyOf = (id: string) => `${model} ${id}`
    const find = async (id: string) => {
      const kept = everything.get(keyOf(id))
      return kept && kept.endsAt > now() ? kept.payload : undefined
    }
    const findWhere = async (matches: (payload: AdapterPayload) => boolean) =>
      [...everything.values()].find((kept) => kept.model === model && kept.endsAt > now() && matches(kept.payload))?.payload
    return {
      find,
      findByUid: (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findWhere((payload) => payload.userCode === userCode),
      upsert: async (id, payload, expiresIn = Infinity) => {
        forget((kept) => kept.endsAt <= now())
        everything.set(keyOf(id), { model, payload, endsAt: now() + expiresIn * 1000 })
      },
      consume: async (id) => {
        const payload = await find(id)
        if (payload) payload.consumed = Math.floor(now() / 1000)
      },
      destroy: async (id) => {
        everything.delete(keyOf(id))
      },
      revokeByGrantId: async (grantId) => forget((kept) => kept.payload.grantId === grantId && kept.model !== 'Grant'),
    }
  }
}
