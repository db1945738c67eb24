// `resources duties`: for each service what it needs, who must supply it, and what nobody supplies.
import { readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { dutiesOf } from '../modules/resources/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { coveredRegion } from './covered-region.ts'

/** Gaps shown to people; `--json` has them all. */
const shownGaps = 20

/** By the packs alone: what authorities have published since is on the server. */
export const resourcesDuties = ({ json = false, region, line }: { json?: boolean; region?: string; line?: string }): Promise<number> => {
  const config = readConfig(process.env)
  const packs = openPacks(config.packs, systemClock)
  const duties = dutiesOf(packs.catalogueFor(coveredRegion(packs, region, config)), undefined, line)
  const { total, gaps } = duties
  process.stdout.write(json ? `${JSON.stringify(duties)}\n` : `${[
    `事项 services ${total.services} · 数据项 data elements ${total.conceptsSupplied}/${total.concepts} · 材料 documents ${total.documentsSupplied}/${total.documents}`,
    '没有部门提供 supplied by nobody:',
    ...gaps.slice(0, shownGaps).map(({ kind, name, services }) => `  ${kind === 'document' ? '材料' : '数据项'} ${name['zh-CN']}  ${services.length} 个事项`),
  ].join('\n')}\n`)
  return Promise.resolve(0)
}
