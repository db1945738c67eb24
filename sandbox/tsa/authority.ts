// The simulated authority of time (RFC 3161): its key and certificate, and the tokens it signs. Kept in a folder, so that what it
// stamped yesterday can still be checked today.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { BitString, Integer, ObjectIdentifier, OctetString, Sequence, Set as AsnSet, Utf8String } from 'asn1js'
import { AlgorithmIdentifier, Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, Extension, IssuerAndSerialNumber, PKIStatusInfo, RelativeDistinguishedNames, SignedAndUnsignedAttributes, SignedData, SignerInfo, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'

const oid = { commonName: '2.5.4.3', sha256: '2.16.840.1.101.3.4.2.1', tstInfo: '1.2.840.113549.1.9.16.1.4', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4', signingCertificate: '1.2.840.113549.1.9.16.2.47', keyUsage: '2.5.29.15', extendedUsage: '2.5.29.37', timeStamping: '1.3.6.1.5.5.7.3.8', policy: '1.3.6.1.4.1.99999.3161.1' }
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

export type TimeKey = { privateKey: CryptoKey; certificate: Certificate; pem: string }

/** From the file, which is made when it is missing; without a file for this process only. */
export const openTimeKey = async (file: string | undefined, now: Date): Promise<TimeKey> => {
  if (file !== undefined && existsSync(file)) {
    const { jwk, pem } = JSON.parse(readFileSync(file, 'utf8')) as { jwk: JsonWebKey; pem: string } // written below
    return { privateKey: await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']), certificate: Certificate.fromBER(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')), pem }
  }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await certify(keys, now)
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.toSchema().toBER()).toString('base64').replaceAll(/(.{64})(?!$)/g, '$1\n')}\n-----END CERTIFICATE-----\n`
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ jwk: await crypto.subtle.exportKey('jwk', keys.privateKey), pem }), { mode: 0o600 })
  }
  return { privateKey: keys.privateKey, certificate, pem }
}

const certify = async (keys: CryptoKeyPair, now: Date): Promise<Certificate> => {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: 1 })
  const name = new Sequence({ value: [new AsnSet({ value: [new Sequence({ value: [new ObjectIdentifier({ value: oid.commonName }), new Utf8String({ value: '演示时间戳服务（沙箱）' })] })] })] })
  certificate.issuer = RelativeDistinguishedNames.fromBER(name.toBER())
  certificate.subject = RelativeDistinguishedNames.fromBER(name.toBER())
  certificate.notBefore.value = new Date(now.getTime() - 86_400_000)
  certificate.notAfter.value = new Date(now.getTime() + 10 * 366 * 86_400_000)
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  const extension = (extnID: string, value: ArrayBuffer) => new Extension({ extnID, critical: true, extnValue: value })
  certificate.extensions = [
    extension(oid.keyUsage, new BitString({ valueHex: new Uint8Array([0b1000_0000]).buffer, unusedBits: 7 }).toBER()),
    extension(oid.extendedUsage, new Sequence({ value: [new ObjectIdentifier({ value: oid.timeStamping })] }).toBER()),
  ]
  await certificate.sign(keys.privateKey, 'SHA-256')
  return certificate
}

const digest = (bytes: ArrayBuffer): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', bytes)
const attribute = (type: string, value: Integer | ObjectIdentifier | OctetString | Sequence) => new Attribute({ type, values: [value] })

/** The reply to a query, both DER: granted, or refused for what is no query about a SHA-256. */
export const stamp = async (query: ArrayBuffer, { privateKey, certificate }: TimeKey, now: Date): Promise<ArrayBuffer> => {
  const asked = queryIn(query)
  if (!asked || asked.messageImprint.hashAlgorithm.algorithmId !== oid.sha256) return new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }).toSchema().toBER()
  const info = new TSTInfo({
    version: 1, policy: oid.policy, messageImprint: asked.messageImprint, serialNumber: new Integer({ valueHex: new Uint8Array([1, ...crypto.getRandomValues(new Uint8Array(8))]).buffer }),
    genTime: now, ...(asked.nonce ? { nonce: asked.nonce } : {}),
  }).toSchema().toBER()
  const bound = new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: await digest(certificate.toSchema().toBER()) })] })] })] })
  const data = new SignedData({
    version: 3, encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.tstInfo, eContent: new OctetString({ valueHex: info }) }),
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256 })], certificates: [certificate],
    signerInfos: [new SignerInfo({
      version: 1, sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
      signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: [
        attribute(oid.contentType, new ObjectIdentifier({ value: oid.tstInfo })), attribute(oid.messageDigest, new OctetString({ valueHex: await digest(info) })), attribute(oid.signingCertificate, bound),
      ] }),
    })],
  })
  await data.sign(privateKey, 0, 'SHA-256', info)
  const token = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: data.toSchema(true) })
  return new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token }).toSchema().toBER()
}

const queryIn = (query: ArrayBuffer): TimeStampReq | undefined => {
  try {
    return TimeStampReq.fromBER(query)
  } catch {
    return undefined
  }
}
