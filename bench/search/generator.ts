// A province's catalogue for the benchmark: real services multiplied over invented regions with varied names and authorities, always the same for
// a seed. The real ones come from the folder TONGBAN_DATA; where it is absent, from the services of the packs.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chanceFrom } from '../../server/kernel/learning/chance.ts'
import { loadPacks, plainServices, readPackFolder, readServiceLine } from '../../server/modules/catalogue/index.ts'
import { importedDocument, serviceDocument, toEntry, type IndexEntry, type SearchDocument } from '../../server/modules/search/index.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Services as they are, of the scrape or of the packs. */
export const realDocuments = async (): Promise<SearchDocument[]> => {
  const file = `${process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))}/gd-services/services.jsonl`
  if (!existsSync(file)) {
    const packs = loadPacks(readPackFolder(`${projectFolder}packs`), { on: '2026-11-22' })
    return packs.packs.flatMap(({ region }) => {
      const catalogue = packs.catalogueFor(region)
      return plainServices(catalogue).map((service) => serviceDocument(catalogue, service, region))
    })
  }
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '').flatMap((line) => {
    const read = readServiceLine(line)
    return 'service' in read ? [importedDocument(read.service)] : []
  })
}

/** Characters of invented place names. */
const placeCharacters = [...'东西南北中安平和康宁永福祥云海江河湖山石龙凤清长新华明光金银玉兴隆泰昌盛仁义信德文武春秋松柏梅兰竹菊荷莲桥塘埔岭坡洲湾港浦沙田园林']
const ways = ['', '', '', '（首次申请）', '（变更）', '（延续）', '（注销）', '（补证）', '（网上办理）', '（个人）', '（单位）', '（跨区域）']
const additions = ['', '', '', '备案', '核准', '登记', '审核', '年度', '单位', '企业', '项目', '人员']

/** `count` entries; each real service stands in many regions, some under a varied name. */
export function* multiplied(documents: readonly SearchDocument[], count: number, seed = 1): Generator<IndexEntry> {
  const random = chanceFrom(seed)
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const places = Array.from({ length: Math.max(1, Math.ceil(count / documents.length)) }, (_, at) => ({
    // No city of Guangdong has the number 4499, so nothing here can be taken for a real place.
    code: `4499${String(at % 100).padStart(2, '0')}${String(Math.floor(at / 100)).padStart(3, '0')}`, name: `${pick(placeCharacters)}${pick(placeCharacters)}${pick(['镇', '街道', '区', '县'])}`,
  }))
  for (let at = 0; at < count; at += 1) {
    const document = documents[at % documents.length]
    const place = places[Math.floor(at / documents.length)]
    if (document === undefined || place === undefined) return
    const original = document.title['zh-CN'] ?? ''
    const varied = at >= documents.length && random() < 0.5
    const name = varied ? `${original}${pick(additions)}${pick(ways)}` : original
    const authority = `${place.name}${pick(['政务服务中心', '行政审批局', '人力资源和社会保障局', '公安分局', '市场监督管理所', '社会事务办公室', '住房和建设局', '卫生健康局'])}`
    yield toEntry({
      ...document, type: 'importedService', id: `${document.id}-${at}`, region: place.code, title: { 'zh-CN': name }, summary: { 'zh-CN': `${authority}，${document.summary['zh-CN'] ?? ''}`.slice(0, 120) },
      context: [...document.context, authority, place.name],
    }, String(at))
  }
}
