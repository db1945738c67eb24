// Timestamps (RFC 3161): what an authority of time is asked, and whether its answer is one: about our digest and our question, signed by
// a certificate for timestamps (RFC 3161, 2.3) that leads to one the installation trusts. Pure.
import { createHash, type X509Certificate } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { MessageImprint, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'
import { digestInfo, integerOf, readCms, same } from './cms.ts'
import { commonNameOf, isForTime, leadsTo } from './trust.ts'

const oid = { tstInfo: '1.2.840.113549.1.9.16.1.4', sha256: '2.16.840.1.101.3.4.2.1' }

export type Timestamp = { at: string; authority: string }

/** @param nonce eight random bytes */
export const timestampQuery = (digest: Buffer, nonce: Buffer): Buffer => {
  const positive = new Uint8Array([0x01, ...nonce])
  const request = new TimeStampReq({
    version: 1, messageImprint: new MessageImprint({ hashAlgorithm: digestInfo(), hashedMessage: new OctetString({ valueHex: new Uint8Array(digest).buffer }) }),
    nonce: new Integer({ valueHex: positive.buffer }), certReq: true,
  })
  return Buffer.from(request.toSchema().toBER())
}

export type TrustedTime = { certificates: readonly X509Certificate[] }
export type AnsweredTimestamp = Timestamp & { token: Buffer }

/** @throws Error that says what is wrong with the answer */
export const readTimestampReply = (reply: Buffer, asked: { digest: Buffer; nonce: Buffer }, trust: TrustedTime): AnsweredTimestamp => {
  const response = TimeStampResp.fromBER(new Uint8Array(reply).buffer)
  const { status } = response.status
  if ((status !== 0 && status !== 1) || !response.timeStampToken) throw new Error(`the authority of time refused with status ${status}`)
  const token = Buffer.from(response.timeStampToken.toSchema().toBER())
  const info = infoIn(token)
  if (!info?.nonce || integerOf(info.nonce) !== BigInt(`0x01${asked.nonce.toString('hex')}`)) throw new Error('the timestamp answers another question')
  const timestamp = checkTimestamp(token, asked.digest, trust)
  if (typeof timestamp === 'string') throw new Error(`the timestamp cannot be used: ${timestamp}`)
  return { ...timestamp, token }
}

const infoIn = (token: Buffer): TSTInfo | undefined => {
  const content = readCms(token)?.content
  return content && TSTInfo.fromBER(new Uint8Array(content).buffer)
}

/** Whether a token states when this digest was there. `'untrusted'`: nobody we know says so; `'wrong'`: it does not fit. */
export const checkTimestamp = (token: Buffer, digest: Buffer, { certificates: trusted }: TrustedTime): Timestamp | 'untrusted' | 'wrong' => {
  const cms = readCms(token)
  const content = cms?.content
  if (!cms || !content || cms.contentType !== oid.tstInfo || !cms.isOver((algorithm) => hashOf(algorithm, content))) return 'wrong'
  try {
    const { messageImprint, genTime } = TSTInfo.fromBER(new Uint8Array(content).buffer)
    const isOurs = messageImprint.hashAlgorithm.algorithmId === oid.sha256 && same(Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView), digest)
    if (!isOurs) return 'wrong'
    if (!isForTime(cms.certificate) || !leadsTo(cms.certificate, cms.certificates, trusted, genTime)) return 'untrusted'
    return { at: genTime.toISOString(), authority: commonNameOf(cms.certificate) }
  } catch {
    return 'wrong'
  }
}

const hashOf = (algorithm: string, content: Buffer): Buffer => createHash(algorithm).update(content).digest()
