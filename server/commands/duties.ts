// `duties check`: what is wrong with the duty list of the packs on disk. `duties import`: another system's tree of request classes beside ours.
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { insertAudit } from '../kernel/audit-store.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { checkPacks, loadPacks } from '../modules/catalogue/index.ts'
import { deleteTree, insertTree, readTree } from '../modules/duties/index.ts'
import { StartRefusal } from '../start-refusal.ts'
import { withDatabase } from './with-database.ts'

/** Exit code 1 when anything is wrong; other rules of packs are `pack check`'s. */
export const checkDutyList = (folder: string | undefined, { json }: { json: boolean }): Promise<number> => {
  const place = folder === undefined ? readConfig(process.env).packs : resolve(folder)
  const on = plainDate(systemClock.now())
  const { errors } = checkPacks(place, { on })
  const findings = errors.filter(({ rule }) => rule.startsWith('duty-'))
  const { packs, dutyListFor } = errors.length > 0 ? { packs: [], dutyListFor: undefined } : loadPacks(place, { on, sound: true })
  const lists = packs.map(({ id, region }) => ({ pack: id, list: dutyListFor?.(region) })).map(({ pack, list }) => ({
    pack, classes: list?.leaves.size ?? 0, duties: list?.duties.length ?? 0, areas: list?.areas.size ?? 0, ending: list?.duties.flatMap(({ id, until }) => (until === undefined ? [] : [{ id, until }])) ?? [],
  }))
  const lines = [
    ...findings.map(({ file, line, rule, message }) => `✗ ${file}:${line}  ${rule}  ${message['zh-CN']} / ${message.en}`),
    ...lists.map(({ pack, classes, duties, areas, ending }) => `  ${pack}: ${classes} 个细类 / classes · ${duties} 条职责 / duties · ${areas} 个区域 / areas · ${ending.length} 条有到期日 / ending`),
    `${findings.length} 处问题 / findings`,
  ]
  process.stdout.write(json ? `${JSON.stringify({ findings, lists })}\n` : `${lines.join('\n')}\n`)
  return Promise.resolve(findings.length === 0 ? 0 : 1)
}

export const importTree = async (file: string, { json, name }: { json: boolean; name?: string | undefined }): Promise<number> => {
  const text = await readFile(resolve(file), 'utf8').catch(() => {
    throw new StartRefusal('configuration', `读不了文件 ${file} / Cannot read ${file}`)
  })
  return withDatabase(async ({ db, config }) => {
    const at = systemClock.now()
    const packs = loadPacks(config.packs, { on: plainDate(at), sound: true })
    const { classes, rejected } = readTree(text, [...packs.dutyListFor(config.region).leaves.values()])
    const tree = name ?? basename(file).replace(/\.[a-z]+$/, '')
    await db.transaction(async (tx) => {
      await deleteTree(tx, tree)
      await insertTree(tx, tree, classes, at)
      await insertAudit(tx, [{ at: at.toISOString(), actorKind: 'system', actorId: 'import', action: 'duties.import', subjectType: 'file', subjectId: basename(file), region: null, requestId: null, detail: { tree, classes: classes.length, rejected: rejected.length } }])
    })
    const matched = classes.filter(({ ours }) => ours !== null).length
    process.stdout.write(json ? `${JSON.stringify({ tree, read: classes.length, matched, rejected, classes })}\n` : `${tree}: ${classes.length} 类 / classes · ${matched} 类找到对应 / matched · ${rejected.length} 行读不懂 / rejected\n${rejected.map(({ line, because }) => `  ✗ ${line}  ${because}\n`).join('')}`)
    return 0
  })
}
