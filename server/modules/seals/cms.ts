// Signatures as CMS (RFC 5652) with what CAdES asks for (ETSI EN 319 122-1): the signer's certificate bound into what is signed
// (RFC 5035), a timestamp beside it. Made here for seals, read here for seals and for timestamps. The keys stay with their custody.
import { createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto'
import { type Integer, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js'
import { AlgorithmIdentifier, Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo } from 'pkijs'
import type { Signer } from '../../kernel/keys.ts'
import { ecdsaDer, ecdsaWithSha256 } from './certificate.ts'

const oid = { data: '1.2.840.113549.1.7.1', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4', signingCertificate: '1.2.840.113549.1.9.16.2.47', timestamp: '1.2.840.113549.1.9.16.2.14', sha256: '2.16.840.1.101.3.4.2.1' }

/** Hashes timestamps and certificates come with. */
const hashes: Readonly<Record<string, string>> = { '1.3.14.3.2.26': 'sha1', [oid.sha256]: 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512' }

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const view = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

export const digestInfo = (): AlgorithmIdentifier => new AlgorithmIdentifier({ algorithmId: oid.sha256 })

/** A set in DER is ordered (X.690, 11.6). */
const inOrder = (attributes: Attribute[]): Attribute[] =>
  attributes.map((each) => ({ each, bytes: Buffer.from(each.toSchema().toBER()) })).toSorted((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ each }) => each)

const attribute = (type: string, value: BaseBlock): Attribute => new Attribute({ type, values: [value] })

/** Over the SHA-256 of content of any type. `chain`: the signer's certificate first, DER. */
export type CmsParts = { digest: Buffer; signer: Signer; chain: readonly Buffer[] }

/** The signature of one signer, and how to put a timestamp of it beside it. */
export const signCms = ({ digest, signer, chain }: CmsParts): { value: Buffer; encode: (timestamp?: Buffer) => Buffer } => {
  const certificates = chain.map((der) => Certificate.fromBER(view(der)))
  const [own] = certificates
  const [ownDer] = chain
  if (!own || !ownDer) throw new Error('a signature needs its certificate')
  const signed = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: inOrder([
      attribute(oid.contentType, new ObjectIdentifier({ value: oid.data })),
      attribute(oid.messageDigest, new OctetString({ valueHex: view(digest) })),
      // SHA-256 is the default hash and is left out (RFC 5035, 5.4.1.1).
      attribute(oid.signingCertificate, new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: view(sha256(ownDer)) })] })] })] })),
    ]),
  })
  const toSign = new Uint8Array(signed.toSchema().toBER())
  toSign[0] = 0x31 // signed as a set, sent with a tag of its own (RFC 5652, 5.4)
  const value = Buffer.from(ecdsaDer(signer.sign(toSign)))
  return {
    value,
    encode: (timestamp) => {
      const info = new SignerInfo({
        version: 1, sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }), digestAlgorithm: digestInfo(), signedAttrs: signed,
        signatureAlgorithm: ecdsaWithSha256(), signature: new OctetString({ valueHex: view(value) }),
        ...(timestamp ? { unsignedAttrs: new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute(oid.timestamp, ContentInfo.fromBER(view(timestamp)).toSchema())] }) } : {}),
      })
      const data = new SignedData({ version: 1, digestAlgorithms: [digestInfo()], encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }), certificates, signerInfos: [info] })
      return Buffer.from(new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: data.toSchema(true) }).toSchema().toBER())
    },
  }
}

export type ReadCms = {
  /** who signed, by the certificate that came along */
  certificate: X509Certificate
  certificates: X509Certificate[]
  contentType: string
  /** what was signed, when it came along */
  content: Buffer | undefined
  value: Buffer
  timestamp: Buffer | undefined
  /** whether the signature is the certificate's, over content of this digest by this hash */
  isOver: (hash: (algorithm: string) => Buffer) => boolean
}

/** One signature with its certificate; undefined for everything else. Says nothing yet about who that is. */
export const readCms = (der: Buffer): ReadCms | undefined => {
  try {
    const data = new SignedData({ schema: ContentInfo.fromBER(view(der)).content })
    const [info, second] = data.signerInfos
    if (!info || second) return undefined
    const certificates = (data.certificates ?? []).flatMap((each) => (each instanceof Certificate ? [new X509Certificate(Buffer.from(each.toSchema(false).toBER()))] : []))
    const certificate = certificates.find((each) => isOf(info, each))
    if (!certificate) return undefined
    const { eContent, eContentType } = data.encapContentInfo
    const timestamp = info.unsignedAttrs?.attributes.find(({ type }) => type === oid.timestamp)?.values[0] as BaseBlock | undefined // whatever was parsed is one
    return {
      certificate, certificates, contentType: eContentType, content: eContent ? Buffer.from(eContent.getValue()) : undefined,
      value: Buffer.from(info.signature.valueBlock.valueHexView), timestamp: timestamp && Buffer.from(timestamp.toBER()),
      isOver: (hash) => {
        try {
          return isOver(info, certificate, eContentType, hash)
        } catch {
          return false // a key or structure nobody signs with
        }
      },
    }
  } catch {
    return undefined
  }
}

const isOf = ({ sid }: SignerInfo, { serialNumber }: X509Certificate): boolean =>
  sid instanceof IssuerAndSerialNumber && BigInt(`0x${serialNumber}`) === BigInt(`0x${Buffer.from(sid.serialNumber.valueBlock.valueHexView).toString('hex') || '0'}`)

const isOver = (info: SignerInfo, certificate: X509Certificate, contentType: string, hash: (algorithm: string) => Buffer): boolean => {
  const digestName = hashes[info.digestAlgorithm.algorithmId]
  const attributes = info.signedAttrs
  if (!digestName || digestName === 'sha1' || !attributes) return false
  const valueOf = (type: string): BaseBlock | undefined => attributes.attributes.find((each) => each.type === type)?.values[0] as BaseBlock | undefined // whatever was parsed is one
  const [type, digest, bound] = [valueOf(oid.contentType), valueOf(oid.messageDigest), valueOf(oid.signingCertificate)]
  if (!(type instanceof ObjectIdentifier) || type.valueBlock.toString() !== contentType) return false
  if (!(digest instanceof OctetString) || !same(Buffer.from(digest.valueBlock.valueHexView), hash(digestName))) return false
  if (bound && !bindsTo(bound, certificate)) return false
  const bytes = Buffer.from(attributes.encodedValue)
  bytes[0] = 0x31
  return verify(digestName, bytes, certificate.publicKey, Buffer.from(info.signature.valueBlock.valueHexView))
}

/** The signer says by its hash which certificate is meant, so that no other for the same key can take its place. */
const bindsTo = (bound: BaseBlock, certificate: X509Certificate): boolean => {
  const first = partOf(partOf(bound, 0), 0)
  const parts = first instanceof Sequence ? first.valueBlock.value : []
  const algorithm = parts[0] instanceof Sequence && parts[0].valueBlock.value[0] instanceof ObjectIdentifier ? hashes[parts[0].valueBlock.value[0].valueBlock.toString()] : 'sha256'
  const hash = parts.find((each) => each instanceof OctetString)
  return algorithm !== undefined && hash !== undefined && same(Buffer.from(hash.valueBlock.valueHexView), createHash(algorithm).update(certificate.raw).digest())
}

const partOf = (block: BaseBlock | undefined, index: number): BaseBlock | undefined => (block instanceof Sequence ? block.valueBlock.value[index] : undefined)

export const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)

/** Integers of a certificate or token, without their sign byte. */
export const integerOf = (integer: Integer): bigint => BigInt(`0x${Buffer.from(integer.valueBlock.valueHexView).toString('hex') || '0'}`)
