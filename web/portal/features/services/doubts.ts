// Which findings of an import a reader must know of, because something is missing or does not fit together.
// Pure. The others are repairs of form (brackets, blanks, duplicates) and are only listed for those who want to know.
import type { ImportWarning } from '../../../../server/modules/catalogue/imported-service.ts'

export const doubtCodes = [
  'promised_longer_than_statutory', 'promised_limit_missing', 'limit_approximate', 'limit_unit_assumed', 'limit_unreadable', 'limit_implausible',
  'online_contradicts', 'booking_contradicts', 'visits_disagree', 'visits_unreadable', 'conditions_cut_off', 'materials_none', 'no_channel', 'no_phone',
  'phone_unreadable', 'phone_area_code_outside', 'phone_area_code_assumed', 'kind_disagrees', 'kind_unknown', 'level_disagrees', 'region_disagrees',
  'url_points_to_image', 'url_private', 'url_bare_address', 'url_unreadable', 'replacement_characters', 'joint_authorities_unread', 'audience_missing',
] as const satisfies ImportWarning[]

export type DoubtCode = (typeof doubtCodes)[number]

interface Finding {
  code: string
  message: string
}

/** Findings parted into doubts, in the order above, and repairs, as they came. */
export function partFindings<F extends Finding>(findings: readonly F[]): { doubts: DoubtCode[]; repairs: F[] } {
  const codes = new Set(findings.map(({ code }) => code))
  const known = new Set<string>(doubtCodes)
  return { doubts: doubtCodes.filter((code) => codes.has(code)), repairs: findings.filter(({ code }) => !known.has(code)) }
}
