// `keys rotate` and `keys status`: keys of encrypted rows, beside the running product.
import { systemClock } from '../kernel/clock.ts'
import { fieldClasses, type FieldClass } from '../kernel/field-encryption.ts'
import { takeFieldKeys } from '../kernel/field-keys.ts'
import { listFieldKeys } from '../kernel/field-keys-store.ts'
import { countRows, reseal, startRotation, type Place } from '../modules/protection/index.ts'
import { withDatabase } from './with-database.ts'

/** @param given one class, or all when absent */
export const rotateKeys = (given: string | undefined, { json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db, config }) => {
    const classes = fieldClasses.filter((of) => given === undefined || given === of)
    if (classes.length === 0) {
      process.stderr.write(`没有类别 ${given}，应为 ${fieldClasses.join('、')} / There is no class ${given}: ${fieldClasses.join(', ')}\n`)
      return 1
    }
    const done = []
    for (const of of classes) {
      const key = await startRotation({ db, clock: systemClock, config }, of)
      await takeFieldKeys(db, { secret: config.keystore.secret, cipher: config.fieldCipher, clock: systemClock })
      let rows = 0
      for (let place: Place | undefined = { class: of, table: 0 }; place; ) {
        const step: Awaited<ReturnType<typeof reseal>> = await reseal({ db, clock: systemClock }, place)
        rows += step.sealed
        if (step.sealed > 0) process.stderr.write(`${of} · ${step.table} · ${rows}\r`)
        place = step.next
      }
      done.push({ class: of, key, rows })
    }
    if (json) process.stdout.write(`${JSON.stringify({ rotated: done })}\n`)
    else for (const { class: of, key, rows } of done) process.stdout.write(`${nameOf(of)}：新密钥 ${key}，重新加密 ${rows} 行。 / ${of}: new key ${key}, ${rows} rows encrypted anew.\n`)
    return 0
  })

export const showKeys = ({ json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const rows = (await Promise.all(fieldClasses.map((of) => countRows(db, of)))).flat()
    const keys = (await listFieldKeys(db.read)).map(({ wrapped: _wrapped, ...key }) => ({ ...key, rows: rows.filter((row) => row.key === key.id).reduce((sum, row) => sum + row.rows, 0) }))
    if (json) process.stdout.write(`${JSON.stringify({ keys, tables: rows })}\n`)
    else for (const key of keys) process.stdout.write(`${key.id} · ${nameOf(key.class)} ${key.class} · ${key.cipher} · ${key.createdAt.slice(0, 10)} · ${key.rows} 行 rows${key.retiredAt === null ? '' : ` · 停用 retired ${key.retiredAt.slice(0, 10)}`}\n`)
    return 0
  })

const names: Record<FieldClass | 'index', string> = { identity: '身份号码', content: '填报内容与结果', history: '不再改动的历史', index: '查找用摘要' }

const nameOf = (of: FieldClass | 'index'): string => names[of]
