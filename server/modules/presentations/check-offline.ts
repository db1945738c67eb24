// Checking without network, with what was kept when there was one: keys and lists of statuses of the authorities. Pure; in the browser.
// What it says is as true as its lists are fresh, so it says how fresh they are.
import type { Language } from '../../kernel/texts.ts'
import { checkStatusToken, statusIn } from '../credentials/status-list.ts'
import { verifySdJwt } from '../credentials/verify.ts'
import { nothingChecked, tells, type Checked } from './checked.ts'
import { claimText } from './claim-face.ts'
import { offlineAudience } from './key-binding.ts'
import { fromOfflineCode, isOfflineCode } from './offline-code.ts'
import { shownForMs, type Verdict } from './presentation.ts'
import type { Trust } from './trust.ts'

/** `remember`: whether this is the first time it sees what a phone signed; what was seen before is refused. */
export type CheckingOffline = { now: Date; language: Language; remember: (signed: string) => boolean }

/** The day on which the last moment lies, in legal time. */
const lastDay = (seconds: number): string => new Date(seconds * 1000 - 1 + 8 * 3_600_000).toISOString().slice(0, 10)

/** @param given `<JWT>~…`, or the text of an offline QR code */
export const checkOffline = async (given: string, trust: Trust, { now, language, remember }: CheckingOffline): Promise<Checked> => {
  const text = isOfflineCode(given) ? await fromOfflineCode(given) : given.trim()
  const checkedAt = now.toISOString()
  if (text === undefined) return nothingChecked('tampered', checkedAt)
  const bound = !text.endsWith('~')
  let statusAt: string | null = null
  const found = await verifySdJwt(text, {
    now, keysOf: (address) => trust.issuers.find((issuer) => issuer.address === address)?.keys,
    mayIssue: (address, vct) => trust.issuers.find((issuer) => issuer.address === address)?.types.includes(vct) ?? false,
    statusOf: async ({ uri, idx }) => {
      const list = trust.lists.find(({ address }) => address === uri)
      const keys = trust.issuers.find(({ address }) => address === list?.issuer)?.keys
      const checked = list && keys ? await checkStatusToken(list.token, uri, { keys, now }) : undefined
      if (!checked) return 'unknown'
      statusAt = new Date(checked.issuedAt * 1000).toISOString()
      return statusIn(checked, idx)
    },
    ...(bound ? { requireKeyBinding: { audience: offlineAudience, maxAge: shownForMs / 1000 } } : {}),
  })
  const judged: Verdict = found.because === 'replayed' ? 'late' : found.verdict
  const verdict: Verdict = bound && tells.includes(judged) && !remember(text.split('~').at(-1)?.split('.').slice(0, 2).join('.') ?? '') ? 'used' : judged
  if (!tells.includes(verdict)) return nothingChecked(verdict, checkedAt)
  const type = trust.types.find(({ address }) => address === found.type)
  const purpose = found.keyBinding?.['purpose']
  return {
    verdict, type: type ? { id: type.id, name: type.name } : null, issuer: trust.issuers.find(({ address }) => address === found.issuer)?.name ?? null,
    claims: Object.entries(found.claims).map(([id, value]) => {
      const face = type?.faces.find((each) => each.id === id)
      return { id, name: face?.name ?? { 'zh-CN': id }, text: claimText(face, value, language) }
    }),
    validUntil: found.expires === undefined ? null : lastDay(found.expires), purpose: typeof purpose === 'string' && purpose !== '' ? purpose.slice(0, 100) : null, shownBy: null, bound, checkedAt, statusAt,
  }
}
