// What a service's handling means for its cases: levels of approval, what an extension may be, which special procedures there are.
// Pure; what a pack leaves out is the ordinary way of the Administrative Licensing Law.
import type { Texts } from '../../kernel/texts.ts'
import type { Handling, HandlingLevel, ProcedureKind, Service } from '../catalogue/definitions.ts'
import type { Course } from './course.ts'

const alone: HandlingLevel[] = [{ role: 'approver', name: { 'zh-CN': '审批', en: 'Decision' } }]

const handlingOf = (service: Service | undefined): Handling => service?.handling ?? {}

/** Levels of approval in order; one approver where the pack states none. */
export const levelsOf = (service: Service | undefined): HandlingLevel[] => handlingOf(service).levels ?? alone

/** The level a case is at. */
export const levelAt = (service: Service | undefined, { level }: Pick<Course, 'level'>): HandlingLevel | undefined => levelsOf(service)[level]

export const isLastLevel = (service: Service | undefined, { level }: Pick<Course, 'level'>): boolean => level >= levelsOf(service).length - 1

export const needsPrecheck = (service: Service | undefined): boolean => handlingOf(service).precheck === true

export const coSignersOf = (service: Service | undefined): NonNullable<Handling['coSigners']> => handlingOf(service).coSigners ?? []

/** Working days by which the head may extend the limit, once: ten, or fifteen where several authorities handle it together (Art. 42). */
export const extensionOf = (service: Service | undefined): number => (handlingOf(service).joint ? 15 : 10)

/** Special procedures a case of the service may need. A permit may always be heard: the authority decides that a matter concerns the public (Art. 46). */
export const proceduresOf = (service: Service | undefined): ProcedureKind[] => {
  const stated = (handlingOf(service).procedures ?? []).map(({ kind }) => kind)
  return service?.kind === 'permit' && !stated.includes('hearing') ? ['hearing', ...stated] : stated
}

/** Whether the result is also a paper or a thing that must be handed over (Art. 44). */
export const isHandedOver = (service: Service | undefined): boolean => handlingOf(service).paper === true

/** Working days after the receipt in which a correction may be asked; nothing said in them, the application counts as accepted (Art. 32). */
export const correctionDays = 5

/**
 * Working days the applicant has to answer a correction, where the service states none. Art. 32 gives no number; rules that carry it out ask
 * for a reasonable time after which the application counts as given up (市场监督管理行政许可程序暂行规定), at the longest thirty working days.
 */
const correctionAnswerDays = 30

/** Working days the applicant of this service has to answer a correction. */
export const answerDaysOf = (service: Service | undefined): number => handlingOf(service).correction?.days ?? correctionAnswerDays

/** Working days after the decision in which the result is handed over (Art. 44). */
export const deliveryDays = 10

/** Working days a hearing is announced before it is held (Art. 48). */
export const hearingNoticeDays = 7

/** What special procedures are called. */
export const procedureNames: Record<ProcedureKind, Texts> = {
  hearing: { 'zh-CN': '听证', en: 'a hearing' },
  inspection: { 'zh-CN': '检验', en: 'an inspection' },
  testing: { 'zh-CN': '检测', en: 'testing' },
  quarantine: { 'zh-CN': '检疫', en: 'quarantine' },
  appraisal: { 'zh-CN': '鉴定', en: 'an appraisal' },
  review: { 'zh-CN': '专家评审', en: 'an expert review' },
}
