// `import gdzwfw <file>`: takes over services of the provincial portal; every line is imported, unchanged, or rejected with a reason.
import { basename, resolve } from 'node:path'
import { insertAudit } from '../kernel/audit-store.ts'
import { systemClock } from '../kernel/clock.ts'
import { Refusal } from '../kernel/errors.ts'
import { importServices, type ImportReport } from '../modules/catalogue/index.ts'
import { indexImportedServices } from '../modules/search/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

const describe = (report: ImportReport): string =>
  [
    `读取 read ${report.read} · 新增 imported ${report.imported} · 更新 updated ${report.updated} · 未变 unchanged ${report.unchanged} · 拒绝 rejected ${report.rejected.length}`,
    ...report.rejected.map((each) => `  ✗ ${each.line}  ${each.code ?? '—'}  ${each.reason}`),
    ...Object.entries(report.warnings).sort().map(([code, count]) => `  ! ${code} ${count}`),
  ].join('\n')

export const importServicesFrom = (format: string, file: string, { json }: { json: boolean }): Promise<number> => {
  if (format !== 'gdzwfw') throw new StartRefusal('configuration', `不认识的格式“${format}”，可用：gdzwfw / Unknown format "${format}"; there is: gdzwfw`)
  return withDatabase(async ({ db }) => {
    const report = await importServices(db, resolve(file), systemClock.now()).catch((error: unknown) => {
      throw error instanceof Refusal ? new StartRefusal('configuration', `读不了文件 ${file} / Cannot read ${file}: ${JSON.stringify(error.details)}`) : error
    })
    await indexImportedServices(db)
    const { rejected, warnings: _warnings, ...counts } = report
    await db.transaction((tx) => insertAudit(tx, [{
      at: systemClock.now().toISOString(), actorKind: 'system', actorId: 'import', action: 'catalogue.import', subjectType: 'file', subjectId: basename(file), region: null, requestId: null,
      detail: { ...counts, rejected: rejected.length },
    }]))
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n`)
    return 0
  })
}
