// The receipt of a fee: a numbered document like the others, in the words of the pack. A stand-in for the fiscal e-receipt
// (财政电子票据), which only the treasury's own system issues.
import { plainDate } from '../../kernel/clock.ts'
import { planNotice } from '../notices/index.ts'
import { updateFee } from './fees-store.ts'
import { yuan, type Fee } from './fee.ts'
import type { Scene } from './recording.ts'
import type { Texts } from '../../kernel/texts.ts'

/** Issues the receipt of a fee just paid. The caller holds the row. @returns what the message that tells of it names */
export const issueReceipt = async (scene: Scene, fee: Fee, { method, transaction }: { method: string; transaction: string }): Promise<{ notice?: string; document?: Texts }> => {
  const { caseId: id, caseNumber: number, applicationId, personId, applicant, service, line, region, catalogueDigest, createdAt } = fee
  const told = await planNotice(
    scene,
    { id, number, applicationId, personId, applicant, service, line, region, catalogueDigest, createdAt, limitDays: 0, promisedDays: 0, promisedOn: null, dueOn: null },
    'receipt',
    { amount: yuan(fee.fen ?? 0), items: fee.lines.map((each) => `${each.name['zh-CN']}，${yuan(each.fen ?? 0)} 元`), method, transaction, paidOn: plainDate(new Date(fee.paidAt ?? scene.at)) },
  )
  if (told) await updateFee(scene.tx, { ...fee, noticeId: told.notice })
  return told ?? {}
}
