// `credential verify`: whether an e-licence in a file is true, also without network, with keys and list of statuses kept in files.
// `credential issue-batch`: e-licences for results of the past.
import { readFile } from 'node:fs/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { systemClock } from '../kernel/clock.ts'
import { checkStatusToken, issueBatch, nodeCryptography, statusIn, verifySdJwt, type CheckedList, type IssuerKey, type Verified, type Verdict } from '../modules/credentials/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

const words: Record<Verdict, string> = {
  valid: '有效 / valid', expired: '已过期 / expired', notYetValid: '尚未生效 / not yet valid', revoked: '已失效 / revoked', suspended: '暂停使用 / suspended',
  issuerUnknown: '不认识的颁发部门 / issuer unknown', tampered: '内容被改动，或不是电子证照 / tampered, or no e-licence', statusUnknown: '真实，但查不到现在的状态 / genuine, status unknown',
}

const Keys = Type.Object({ issuer: Type.String(), jwks: Type.Object({ keys: Type.Array(Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), y: Type.String(), kid: Type.String(), alg: Type.String() })) }) })

const textIn = (file: string): Promise<string> =>
  readFile(file, 'utf8').then((text) => text.trim(), () => {
    throw new StartRefusal('configuration', `读不了文件 ${file} / cannot read ${file}`)
  })

/** What an issuer publishes at its address, one or a list of them. */
const keysIn = (text: string, file: string): { issuer: string; keys: IssuerKey[] }[] => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new StartRefusal('configuration', `${file} 不是 JSON / is not JSON`)
  }
  return (Array.isArray(parsed) ? parsed : [parsed]).map((each: unknown) => {
    if (!Value.Check(Keys, each)) throw new StartRefusal('configuration', `${file} 要写成 {"issuer": …, "jwks": {"keys": […]}}，即颁发部门公布的内容 / is not what an issuer publishes`)
    return { issuer: each.issuer, keys: each.jwks.keys }
  })
}

const fetched = async (address: string): Promise<string | undefined> => {
  const reply = await fetch(address, { signal: AbortSignal.timeout(10_000), redirect: 'error' }).catch(() => undefined)
  return reply?.ok ? (await reply.text()).trim() : undefined
}

export type VerifyOptions = { keys?: string; status?: string; trust?: string; json: boolean; now?: Date }

/**
 * Keys come from the file; without one, from the installation at `trust` alone, because a copy names its own issuer.
 * Returns 0 for a valid one, else 1.
 */
export const credentialVerify = async (file: string, { keys: keyFile, status: statusFile, trust, json, now = new Date() }: VerifyOptions): Promise<number> => {
  if (keyFile === undefined && trust === undefined) throw new StartRefusal('configuration', '请给出 --keys 文件，或用 --trust 给出信任的网址 / give --keys, or the address to --trust')
  const known = keyFile === undefined ? [] : keysIn(await textIn(keyFile), keyFile)
  const within = (address: string): boolean => trust !== undefined && address.startsWith(`${new URL(trust).origin}/api/v1/`)
  let keys: readonly IssuerKey[] | undefined
  let list: CheckedList | undefined
  const verified = await verifySdJwt(await textIn(file), {
    now, cryptography: nodeCryptography,
    keysOf: async (issuer) => {
      const online = keyFile === undefined && within(issuer) ? await fetched(issuer) : undefined
      keys = known.find((each) => each.issuer === issuer)?.keys ?? (online === undefined ? undefined : keysIn(online, issuer).find((each) => each.issuer === issuer)?.keys)
      return keys
    },
    statusOf: async ({ uri, idx }) => {
      const token = statusFile !== undefined ? await textIn(statusFile) : within(uri) ? await fetched(uri) : undefined
      list = token === undefined ? undefined : await checkStatusToken(token, uri, { keys: keys ?? [], now, cryptography: nodeCryptography })
      return list ? statusIn(list, idx) : 'unknown'
    },
  })
  process.stdout.write(json ? `${JSON.stringify({ ...verified, statusAt: list ? new Date(list.issuedAt * 1000).toISOString() : null })}\n` : plain(verified, list))
  return verified.verdict === 'valid' ? 0 : 1
}

const plain = ({ verdict, because, claims, issuer, type }: Verified, list: CheckedList | undefined): string =>
  [
    `${verdict === 'valid' ? '✓' : '✗'} ${words[verdict]}${because === undefined ? '' : `（${because}）`}`,
    ...(type === undefined ? [] : [`  类型 / type: ${type}`, `  颁发 / issuer: ${issuer}`]),
    ...(list ? [`  状态列表 / status list: ${new Date(list.issuedAt * 1000).toISOString()}`] : []),
    ...Object.entries(claims).map(([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`), '',
  ].join('\n')

/** Beside the running product; `after` is where an earlier run stopped. */
export const credentialIssueBatch = ({ after, json }: { after?: string; json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const done = await issueBatch({ db, clock: systemClock, packs: openPacks(config.packs, systemClock) }, {
      ...(after === undefined ? {} : { after }), tell: (now) => void process.stderr.write(`看过 looked ${now.looked} · 颁发 issued ${now.issued} · --after ${now.after}\n`),
    })
    process.stdout.write(json ? `${JSON.stringify(done)}\n` : `看过 ${done.looked} 个结果，颁发 ${done.issued} 个电子证照，停用 ${done.ended} 个。 / ${done.looked} results, ${done.issued} e-licences issued, ${done.ended} ended.\n`)
    return 0
  })
