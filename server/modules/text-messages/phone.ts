// Numbers of mobile phones: as they are dialled, as they are shown, and as they are known again without being kept.
import { keyedDigest } from '../../kernel/field-encryption.ts'

/** A mainland mobile number as eleven digits; undefined for everything else, such as a landline. */
export const mobileOf = (text: string): string | undefined => /^(?:\+?86|0086)?(1[3-9]\d{9})$/.exec(text.replaceAll(/[\s-]/g, ''))?.[1]

/** 15400000101 → 154****0101 */
export const maskedMobile = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** @param phone eleven digits */
export const phoneDigest = (phone: string): string => keyedDigest('text message phone', phone)
