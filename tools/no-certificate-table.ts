// Documents nobody has to bring, by authority, for docs/no-certificate.md: computed from the packs, like the command `report no-certificate`.
import { fileURLToPath } from 'node:url'
import { textIn } from '../server/kernel/texts.ts'
import { loadPacks } from '../server/modules/catalogue/index.ts'
import { reportNoCertificate, type Tally } from '../server/modules/no-certificate/index.ts'

const packsFolder = fileURLToPath(new URL('../packs', import.meta.url))
const province = '440000'
const on = '2026-11-22'

const cells = ({ services, asked, documents, byCredential, bySharing, byCommitment }: Tally): string => [services, asked, documents, byCredential, bySharing, byCommitment].join(' | ')

export const noCertificateTable = (): string => {
  const { authorities, total } = reportNoCertificate(loadPacks(packsFolder, { on }), province, on)
  return [
    '| authority | services | documents asked | not brought | by e-licence | by sharing | by commitment |', '|---|--:|--:|--:|--:|--:|--:|',
    ...authorities.map((each) => `| ${textIn(each.name, 'zh-CN')} | ${cells(each)} |`), `| **all** | ${cells(total)} |`,
    '', `Computed from the packs in force on ${on}.`,
  ].join('\n')
}
