// `report no-certificate`: documents nobody has to bring, because an e-licence, a registry or a commitment says the same.
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { textIn } from '../kernel/texts.ts'
import { provinceOf, reportNoCertificate, type Tally } from '../modules/no-certificate/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { coveredRegion } from './covered-region.ts'

const line = (name: string, { services, documents, byCredential, bySharing, byCommitment, asked }: Tally): string =>
  `${name}  事项 ${services}  免交材料 ${documents}/${asked}  电子证照 ${byCredential}  数据共享 ${bySharing}  告知承诺 ${byCommitment}`

export const reportNoCertificates = async ({ json = false, region }: { json?: boolean; region?: string }): Promise<number> => {
  const config = readConfig(process.env)
  const packs = openPacks(config.packs, systemClock)
  const { authorities, total, list } = reportNoCertificate(packs, provinceOf(coveredRegion(packs, region, config)), plainDate(systemClock.now()))
  if (json) {
    const named = authorities.map(({ name, ...each }) => ({ ...each, name: textIn(name, 'zh-CN') }))
    const listed = list.map(({ service, document, ...each }) => ({ ...each, service: service.id, serviceName: textIn(service.name, 'zh-CN'), document: textIn(document, 'zh-CN') }))
    process.stdout.write(`${JSON.stringify({ authorities: named, total, list: listed })}\n`)
    return 0
  }
  process.stdout.write(`${[...authorities.map((each) => line(textIn(each.name, 'zh-CN'), each)), line('合计 total', total)].join('\n')}\n`)
  return 0
}
