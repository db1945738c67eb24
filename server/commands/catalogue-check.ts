// `catalogue check`: everything we would export against SHACL shapes, such as the official ones of CPSV-AP.
import { resolve } from 'node:path'
import { systemClock } from '../kernel/clock.ts'
import { addressesBelow, checkShapes, describeAllImported, describeCatalogue, NoShapes, type Resource, type ShapesReport } from '../modules/vocabulary/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

const lineOf = ({ severity, resource, property, message }: ShapesReport['results'][number]): string => `  ${severity === 'violation' ? '✗' : '!'} ${resource}  ${property}  ${message}`

const describe = (report: ShapesReport & { described: ShapesReport }): string =>
  [
    `${report.services} 个事项 / services · ${report.resources} 个资源 / resources · ${report.statements} 条陈述 / statements · ${report.violations} 处违反 / violations · ${report.warnings} 处提醒 / warnings`,
    ...report.results.map(lineOf),
    ...(report.described.services > 0 ? [`外来描述 / descriptions of others: ${report.described.services} 个事项 / services · ${report.described.violations} 处违反 / violations`, ...report.described.results.slice(0, 20).map(lineOf)] : []),
  ].join('\n')

export const catalogueCheck = (folder: string, { json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const at = addressesBelow(config.publicUrl)
    const packs = openPacks(config.packs, systemClock)
    const described: Resource[][] = []
    async function* groups(): AsyncGenerator<Resource[]> {
      for (const { region } of packs.packs) yield [...describeCatalogue(at, packs.catalogueFor(region))]
      for await (const each of describeAllImported(db.read, at)) {
        // What others described is given on as it came; what they left out is theirs to add, so it is counted apart.
        if (each[0]?.iri.startsWith(at('imported', ''))) yield each
        else described.push(each)
      }
    }
    try {
      const own = await checkShapes(resolve(folder), groups())
      const theirs = await checkShapes(resolve(folder), [described.flat()])
      const report = { ...own, described: theirs }
      process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n`)
      return report.violations === 0 ? 0 : 1
    } catch (error) {
      if (error instanceof NoShapes || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw new StartRefusal('configuration', `${folder} 里没有 SHACL 形状（.ttl）/ holds no SHACL shapes (.ttl)`)
      throw error
    }
  })
