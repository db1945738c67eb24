// X.509 certificates of seals (RFC 5280, RFC 9336): issued by the installation's own authority in a demonstration, asked for with a
// request (RFC 2986) and imported from a certification authority in production. The private keys stay with their custody.
import { createHash, createPublicKey, randomBytes, X509Certificate } from 'node:crypto'
import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Set as AsnSet, Utf8String } from 'asn1js'
import { AlgorithmIdentifier, BasicConstraints, Certificate, CertificationRequest, Extension, PublicKeyInfo, RelativeDistinguishedNames } from 'pkijs'
import type { PublicJwk, Signer } from '../../kernel/keys.ts'

const oid = { commonName: '2.5.4.3', country: '2.5.4.6', organization: '2.5.4.10', unit: '2.5.4.11', ecdsaWithSha256: '1.2.840.10045.4.3.2', subjectKey: '2.5.29.14', keyUsage: '2.5.29.15', constraints: '2.5.29.19', authorityKey: '2.5.29.35', extendedUsage: '2.5.29.37', documentSigning: '1.3.6.1.5.5.7.3.36' }

export type Subject = { name: string; unit: string }

/** A signature of the custody (r and s, 32 bytes each) as certificates and CMS want it (RFC 3279, 2.2.3). */
export const ecdsaDer = (signature: Buffer): ArrayBuffer => {
  const half = signature.length / 2
  const integer = (bytes: Buffer) => Integer.fromBigInt(BigInt(`0x${bytes.toString('hex')}`))
  return new Sequence({ value: [integer(signature.subarray(0, half)), integer(signature.subarray(half))] }).toBER()
}

export const ecdsaWithSha256 = (): AlgorithmIdentifier => new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 })

const nameOf = ({ name, unit }: Subject): RelativeDistinguishedNames => {
  const entry = (type: string, value: string) => new AsnSet({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), new Utf8String({ value })] })] })
  const country = new AsnSet({ value: [new Sequence({ value: [new ObjectIdentifier({ value: oid.country }), new PrintableString({ value: 'CN' })] })] })
  // The library would put all parts into one; each has a place of its own.
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: [country, entry(oid.organization, name), entry(oid.unit, unit), entry(oid.commonName, name)] }).toBER())
}

const publicKeyOf = ({ kty, crv, x, y }: PublicJwk): PublicKeyInfo =>
  PublicKeyInfo.fromBER(createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }).export({ format: 'der', type: 'spki' }))

const keyIdOf = (jwk: PublicJwk): ArrayBuffer => {
  const bits = createHash('sha1').update(new Uint8Array(publicKeyOf(jwk).subjectPublicKey.valueBlock.valueHexView)).digest() // method 1 of RFC 5280, 4.2.1.2
  return new Uint8Array(bits).buffer
}

const extension = (extnID: string, critical: boolean, value: ArrayBuffer): Extension => new Extension({ extnID, critical, extnValue: value })
const usageOf = (bits: number, unused: number): ArrayBuffer => new BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: unused }).toBER()

export type Issuing = { subject: Subject; key: PublicJwk; issuer: { subject: Subject; signer: Signer }; from: Date; until: Date; kind: 'authority' | 'seal' }

/** A certificate in DER, signed by the issuer's key. */
export const issueCertificate = ({ subject, key, issuer, from, until, kind }: Issuing): Buffer => {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array([0x4f, ...randomBytes(15)]).buffer })
  certificate.issuer = nameOf(issuer.subject)
  certificate.subject = nameOf(subject)
  certificate.notBefore.value = from
  certificate.notAfter.value = until
  certificate.subjectPublicKeyInfo = publicKeyOf(key)
  certificate.signature = ecdsaWithSha256()
  certificate.signatureAlgorithm = ecdsaWithSha256()
  const isAuthority = kind === 'authority'
  certificate.extensions = [
    extension(oid.constraints, true, new BasicConstraints(isAuthority ? { cA: true, pathLenConstraint: 0 } : {}).toSchema().toBER()),
    // Certificates and lists of revoked ones; or signatures that bind.
    extension(oid.keyUsage, true, isAuthority ? usageOf(0b0000_0110, 1) : usageOf(0b1100_0000, 6)),
    extension(oid.subjectKey, false, new OctetString({ valueHex: keyIdOf(key) }).toBER()),
    extension(oid.authorityKey, false, authorityKeyOf(keyIdOf(issuer.signer.publicJwk))),
    ...(isAuthority ? [] : [extension(oid.extendedUsage, false, new Sequence({ value: [new ObjectIdentifier({ value: oid.documentSigning })] }).toBER())]),
  ]
  const content = certificate.encodeTBS().toBER()
  certificate.tbsView = new Uint8Array(content)
  certificate.signatureValue = new BitString({ valueHex: ecdsaDer(issuer.signer.sign(new Uint8Array(content))) })
  return Buffer.from(certificate.toSchema(true).toBER())
}

const authorityKeyOf = (id: ArrayBuffer): ArrayBuffer => {
  const bytes = new Uint8Array(id)
  return new Uint8Array([0x30, bytes.length + 2, 0x80, bytes.length, ...bytes]).buffer
}

/** What a certification authority is sent, as PEM. */
export const requestCertificate = (subject: Subject, signer: Signer): string => {
  const request = new CertificationRequest()
  request.version = 0
  request.subject = nameOf(subject)
  request.subjectPublicKeyInfo = publicKeyOf(signer.publicJwk)
  request.attributes = []
  request.signatureAlgorithm = ecdsaWithSha256()
  const content = Buffer.from(request.toSchema(true).valueBlock.value[0]?.toBER() ?? new ArrayBuffer(0))
  request.tbsView = new Uint8Array(content)
  request.signatureValue = new BitString({ valueHex: ecdsaDer(signer.sign(content)) })
  return pem('CERTIFICATE REQUEST', Buffer.from(request.toSchema(true).toBER()))
}

export const pem = (label: string, der: Buffer): string => `-----BEGIN ${label}-----\n${der.toString('base64').replaceAll(/(.{64})(?!$)/g, '$1\n')}\n-----END ${label}-----\n`

/** Every certificate of a PEM or DER file. @throws Error when one cannot be read */
export const certificatesIn = (file: Buffer): X509Certificate[] => {
  const blocks = file.toString('latin1').match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g)
  return blocks ? blocks.map((block) => new X509Certificate(block)) : [new X509Certificate(file)]
}
