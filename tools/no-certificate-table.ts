// Documents nobody has to bring, by authority, for docs/no-certificate.md: computed from the packs, like the command `report no-certificate`.
import { textIn } from '../server/kernel/texts.ts'
import { reportNoCertificate, type Tally } from '../server/modules/no-certificate/index.ts'
import { shippedPacks } from '../server/testing/packs.ts'

const province = '440000'
const on = '2026-11-22'

const cells = ({ services, asked, documents, byCredential, bySharing, byCommitment }: Tally): string => [services, asked, documents, byCredential, bySharing, byCommitment].join(' | ')

export const noCertificateTable = (): string => {
  const { authorities, total } = reportNoCertificate(shippedPacks(on), province, on)
  return [
    '| authority | services | documents asked | not brought | by e-licence | by sharing | by commitment |', '|---|--:|--:|--:|--:|--:|--:|',
    ...authorities.map((each) => `| ${textIn(each.name, 'zh-CN')} | ${cells(each)} |`), `| **all** | ${cells(total)} |`,
    '', `Computed from the packs in force on ${on}.`,
  ].join('\n')
}
