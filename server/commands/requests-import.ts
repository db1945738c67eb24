// `requests import`: a file of requests another system collected. Rows are checked and kept here; the product takes the good ones in.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { systemClock } from '../kernel/clock.ts'
import { Refusal } from '../kernel/errors.ts'
import { countImportRows, listImportRows, stageImport } from '../modules/request-imports/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

const shown = 50

export const importRequestsFrom = (file: string, { json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const bytes = await readFile(file).catch(() => {
      throw new StartRefusal('configuration', `读不了文件 ${file} / cannot read ${file}`)
    })
    const { one, again } = await stageImport({ db, config, clock: systemClock, packs: openPacks(config.packs, systemClock) }, { kind: 'system', name: 'command' }, { name: basename(file), bytes }, null).catch((error: unknown) => {
      throw error instanceof Refusal ? new StartRefusal('configuration', `读不了文件 ${file}：${JSON.stringify(error.details)} / cannot read ${file}`) : error
    })
    const rows = await countImportRows(db.read, one.id)
    const wrong = await listImportRows(db.read, one.id, ['faulty', 'failed'], shown)
    if (json) process.stdout.write(`${JSON.stringify({ import: one.id, again, state: one.state, rows, problems: wrong.map(({ row, problems }) => ({ row, problems })) })}\n`)
    else {
      process.stdout.write(`${again ? '这个文件导入过 / imported before' : '已收下 / kept'}：待办 ready ${rows.ready} · 已登记 taken ${rows.taken} · 有误 faulty ${rows.faulty} · 没收下 failed ${rows.failed}\n`)
      for (const { row, problems } of wrong) process.stdout.write(`  ✗ ${row}  ${problems.map(({ column, code }) => `${column} ${code}`).join('、')}\n`)
      if (rows.ready > 0) process.stdout.write('没有错的行由运行中的系统陆续登记；再运行一次这条命令看进度。 / The running product takes the good rows in; run this again to see how far it is.\n')
    }
    return rows.faulty + rows.failed > 0 ? 1 : 0
  })
