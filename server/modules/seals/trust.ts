// Which certificates are believed: in force, made for what they are used for, and leading to one that is trusted (RFC 5280, 6.1, without
// policies and names). Pure.
import type { X509Certificate } from 'node:crypto'
import { BitString, fromBER } from 'asn1js'
import { Certificate, ExtKeyUsage } from 'pkijs'

const oid = { timeStamping: '1.3.6.1.5.5.7.3.8', keyUsage: '2.5.29.15', extendedUsage: '2.5.29.37' }

const extensionOf = ({ raw }: X509Certificate, id: string) => Certificate.fromBER(new Uint8Array(raw).buffer).extensions?.find(({ extnID }) => extnID === id)

/** For timestamps only, and said to be critical (RFC 3161, 2.3). */
export const isForTime = (certificate: X509Certificate): boolean => {
  const usage = extensionOf(certificate, oid.extendedUsage)
  return usage?.critical === true && usage.parsedValue instanceof ExtKeyUsage && usage.parsedValue.keyPurposes.join() === oid.timeStamping
}

/** For signatures that bind, and not to issue further certificates. */
export const isForSigning = (certificate: X509Certificate): boolean => {
  const usage = extensionOf(certificate, oid.keyUsage)
  const bits = usage && fromBER(new Uint8Array(usage.extnValue.valueBlock.valueHexView)).result
  // digitalSignature or nonRepudiation, the first two bits
  return !certificate.ca && bits instanceof BitString && ((bits.valueBlock.valueHexView[0] ?? 0) & 0b1100_0000) !== 0
}

export const isInForce = ({ validFromDate, validToDate }: X509Certificate, at: Date): boolean => validFromDate <= at && at <= validToDate

/** Whether a certificate is one of the trusted, or was issued by one of them through what came along, each in force at that time. */
export const leadsTo = (certificate: X509Certificate, along: readonly X509Certificate[], trusted: readonly X509Certificate[], at: Date, depth = 4): boolean => {
  if (!isInForce(certificate, at) || depth === 0) return false
  const isSame = (other: X509Certificate) => other.fingerprint256 === certificate.fingerprint256
  if (trusted.some(isSame)) return true
  const issued = (by: X509Certificate) => by.ca && !isSame(by) && certificate.checkIssued(by) && certificate.verify(by.publicKey)
  return [...trusted, ...along].filter(issued).some((by) => leadsTo(by, along, trusted, at, depth - 1))
}

export const commonNameOf = ({ subject }: X509Certificate): string => /^CN=(.*)$/m.exec(subject)?.[1] ?? subject
