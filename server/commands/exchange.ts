// `exchange verify` and `exchange proof`: whether the log of calls was altered; and the proof of one call, which anybody checks with
// the public key alone.
import { readFile, writeFile } from 'node:fs/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { systemClock } from '../kernel/clock.ts'
import { openKeystore } from '../kernel/keystore.ts'
import { checkProof, proveCall, verifyLog, type LogVerdict, type ProofVerdict } from '../modules/exchange/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

const Jwk = Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), y: Type.String() })

const breaks: Record<LogVerdict['broken'][number]['what'], string> = { missing: '缺失', altered: '被改动', root: '与已签名的根不符', signature: '根的签名不对', gap: '缺少已签名的根' }
const verdicts: Record<ProofVerdict['verdict'], string> = {
  proven: '证明成立：这次调用当时就在日志里，一字未改。 / Proven: this call stood in the log as shown.', malformed: '不是证明文件。 / This is no proof file.',
  key: '根不是用这把公钥签的。 / The root was not signed with this key.', altered: '内容或路径被改动，证明不成立。 / The call or its path was altered.',
}

const withLog = <T>(work: (app: Parameters<typeof verifyLog>[0]) => Promise<T>): Promise<T> =>
  withDatabase(({ db, config }) => work({ db, config, clock: systemClock, keys: openKeystore({ ...config.keystore, clock: systemClock }) }))

const readJson = async (file: string): Promise<unknown> => {
  const content = await readFile(file, 'utf8').catch(() => {
    throw new StartRefusal('configuration', `读不了文件 ${file} / cannot read ${file}`)
  })
  try {
    return JSON.parse(content)
  } catch {
    throw new StartRefusal('configuration', `${file} 不是 JSON / ${file} is not JSON`)
  }
}

/** A key, or one of a set of keys: the first that fits counts. */
const keysIn = (value: unknown): { kty: string; crv: string; x: string; y: string }[] => {
  const list: unknown[] = value !== null && typeof value === 'object' && 'keys' in value && Array.isArray(value.keys) ? value.keys : [value]
  return list.flatMap((each) => (Value.Check(Jwk, each) ? [each] : []))
}

const verifyOne = async (file: string, keyFile: string, json: boolean): Promise<number> => {
  const [proof, keys] = [await readJson(file), keysIn(await readJson(keyFile))]
  if (keys.length === 0) throw new StartRefusal('configuration', `${keyFile} 里没有公钥（JWK）/ ${keyFile} holds no public key (JWK)`)
  const tried = keys.map((key) => checkProof(proof, key))
  const verdict = tried.find(({ verdict: each }) => each !== 'key') ?? { verdict: 'key' as const }
  process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : `${verdicts[verdict.verdict]}\n${verdict.verdict === 'proven' ? `${JSON.stringify(verdict.call, null, 2)}\n` : ''}`)
  return verdict.verdict === 'proven' ? 0 : 1
}

/** The whole log; or one proof, for which no database is needed. */
export const exchangeVerify = async ({ json, proof, key }: { json: boolean; proof?: string; key?: string }): Promise<number> => {
  if ((proof === undefined) !== (key === undefined)) throw new StartRefusal('configuration', '--proof 和 --key 要一起用 / --proof and --key go together')
  if (proof !== undefined && key !== undefined) return verifyOne(proof, key, json)
  return withLog(async (app) => {
    const verdict = await verifyLog(app)
    if (json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
    else if (verdict.intact) process.stdout.write(`调用日志完整：${verdict.calls} 次调用，${verdict.roots} 个已签名的根，${verdict.unrooted} 次等今晚签名。 / The log is intact: ${verdict.calls} calls, ${verdict.roots} signed roots, ${verdict.unrooted} calls await tonight’s.\n`)
    else for (const { node, position, what } of verdict.broken) process.stdout.write(`节点 ${node} 第 ${position} 条：${breaks[what]}。 / Node ${node}, call ${position}: ${what}.\n`)
    return verdict.intact ? 0 : 1
  })
}

/** Writes the proof of one call. */
export const exchangeProof = (id: string, { out }: { out?: string }): Promise<number> =>
  withLog(async (app) => {
    const proof = /^[0-9a-f-]{36}$/.test(id) ? await proveCall(app, id) : 'missing'
    if (proof === 'missing') throw new StartRefusal('configuration', `没有编号为 ${id} 的调用 / there is no call ${id}`)
    if (proof === 'unrooted') throw new StartRefusal('configuration', '这次调用还没有已签名的根，每晚零点十分签名 / no signed root covers this call yet; roots are signed at 00:10 each night')
    const text = `${JSON.stringify(proof, null, 2)}\n`
    if (out === undefined) process.stdout.write(text)
    else await writeFile(out, text)
    return 0
  })
