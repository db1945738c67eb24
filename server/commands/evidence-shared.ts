// `evidence shared`: which documents recur over all guides under different names, who issues them, how many uploads sharing could save.
import { systemClock } from '../kernel/clock.ts'
import { listGuides, shareEvidence, type SharedEvidenceReport } from '../modules/guides/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { withDatabase } from './with-database.ts'

const shown = 30

const describe = (report: SharedEvidenceReport): string =>
  [
    `${report.guides} 份指南，${report.withDocuments} 份列出材料 / guides, with documents · ${report.demands} 次要求 / demands · ${report.names} 种写法 / names · ${report.documents} 种材料 / documents`,
    `${report.recurring} 种不止一处要 / recur · ${report.underSeveralNames} 种有几个写法 / under several names · 共享最多可省 ${report.saved} 次上传（导入的指南没有写明是否已经在核验） / uploads sharing could save, where not looked up already`,
    ...report.clusters.slice(0, shown).map(({ name, services, issuer, saved, spellings }) => `  ${name}  × ${services}${issuer === null ? '' : `  ${issuer}  −${saved}`}${spellings.length > 1 ? `  （${spellings.slice(1, 5).map((each) => each.name).join('、')}）` : ''}`),
  ].join('\n')

export const evidenceShared = ({ json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const packs = openPacks(config.packs, systemClock)
    const report = shareEvidence(await listGuides(db.read, packs))
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n`)
    return 0
  })
