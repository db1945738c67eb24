// Asks an authority of time over HTTP (RFC 3161, 3.4). Its answer is believed only after it was checked.
import { randomBytes, type X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import { certificatesIn } from './certificate.ts'
import { readTimestampReply, timestampQuery, type AnsweredTimestamp } from './timestamp.ts'

/** Says when a digest (SHA-256) was there. @throws Error when it does not answer, or not rightly */
export type TimestampAuthority = { stamp(digest: Buffer): Promise<AnsweredTimestamp> }

const patienceMs = 8000
const maxBytes = 64 * 1024

export const timestampAuthority = (url: string, certificates: readonly X509Certificate[]): TimestampAuthority => ({
  stamp: async (digest) => {
    const nonce = randomBytes(8)
    const reply = await fetch(url, {
      method: 'POST', headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' }, body: new Uint8Array(timestampQuery(digest, nonce)),
      redirect: 'error', signal: AbortSignal.timeout(patienceMs),
    })
    if (!reply.ok || !(reply.headers.get('content-type') ?? '').startsWith('application/timestamp-reply')) throw new Error(`the authority of time answered ${reply.status} ${reply.headers.get('content-type') ?? ''}`)
    const bytes = Buffer.from(await reply.arrayBuffer())
    if (bytes.length > maxBytes) throw new Error('the answer of the authority of time is too large')
    return readTimestampReply(bytes, { digest, nonce }, { certificates })
  },
})

const read = new Map<string, Promise<readonly X509Certificate[]>>()

/** Whom the installation believes the time; nobody without TSA_CERTIFICATES. A file is read once. */
export const trustedTimes = ({ tsa }: Pick<Config, 'tsa'>): Promise<readonly X509Certificate[]> => {
  if (!tsa) return Promise.resolve([])
  const known = read.get(tsa.certificates) ?? readFile(tsa.certificates).then(certificatesIn)
  read.set(tsa.certificates, known)
  known.catch(() => read.delete(tsa.certificates))
  return known
}

/** Undefined where none is configured: signatures then state their time themselves (PAdES B-B). */
export const findTimestampAuthority = async (config: Pick<Config, 'tsa'>): Promise<TimestampAuthority | undefined> => config.tsa && timestampAuthority(config.tsa.url, await trustedTimes(config))
