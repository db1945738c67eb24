// `catalogue import`: services described in RDF become imported services; what could not be mapped is reported, by property.
import { basename, resolve } from 'node:path'
import { systemClock } from '../kernel/clock.ts'
import { indexImportedServices } from '../modules/search/index.ts'
import { importDescription, Unreadable, type DescriptionReport } from '../modules/vocabulary/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

const reasons: Readonly<Record<Unreadable['problem'], [string, string]>> = {
  too_large: ['文件超过上限', 'the file is larger than'],
  too_many_statements: ['陈述超过上限', 'more statements than'],
  value_too_long: ['有一个值太长', 'a value is too long'],
  document_type: ['含有文档类型声明或实体，不读取', 'declares a document type or entities, which are not read'],
  remote_context: ['引用了远程上下文，不从网络读取', 'refers to a remote context, which is not fetched'],
  grammar: ['格式有误', 'is not well formed'],
  format: ['不认识的文件类型，可用 .ttl .nt .rdf .xml .jsonld .xlsx', 'unknown kind of file; there are .ttl .nt .rdf .xml .jsonld .xlsx'],
  too_deep: ['嵌套太深', 'is nested deeper than'],
  too_connected: ['一个事项牵连的内容太多', 'one service reaches too much'],
}

const describe = (report: DescriptionReport): string =>
  [
    `${report.statements} 条陈述 / statements · ${report.services.length} 个事项 / services · 新增 imported ${report.imported} · 更新 updated ${report.updated} · 未变 unchanged ${report.unchanged}`,
    ...report.services.map(({ code, name, iri }) => `  ✓ ${code}  ${name}  ${iri}`),
    ...report.renamed.map(({ from, to, count }) => `  → ${from} 读作 / read as ${to} × ${count}`),
    ...report.inferred.map(({ class: name, count }) => `  → 按链接推定为 / by its links ${name} × ${count}`),
    ...report.unmapped.map(({ class: about, property, count, example }) => `  ! ${about} ${property} × ${count}  ${example}`),
    ...report.unknownClasses.map(({ class: name, count }) => `  ! ${name} × ${count}`),
  ].join('\n')

export const catalogueImport = (file: string, { json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const report = await importDescription(db, resolve(file), systemClock.now()).catch((error: unknown) => {
      if (error instanceof Unreadable) {
        const [zh, en] = reasons[error.problem]
        throw new StartRefusal('configuration', `${basename(file)}：${zh}（${error.message}）；目录没有改动 / ${basename(file)}: ${en} (${error.message}); the catalogue is unchanged`)
      }
      if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) throw new StartRefusal('configuration', `读不了文件 ${file} / Cannot read ${file}: ${error.code}`)
      throw error
    })
    await indexImportedServices(db)
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n`)
    if (report.services.length === 0) process.stderr.write('没有读到事项（cpsv:PublicService）/ no service (cpsv:PublicService) was found\n')
    return report.services.length === 0 ? 1 : 0
  })
