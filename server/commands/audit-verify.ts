// `audit verify`: seals what is pending, walks the whole chain and says whether it is intact.
import { sealAllAudit, verifyAudit } from '../kernel/audit-store.ts'
import { withDatabase } from './with-database.ts'

const breaks = { missing: '缺失', altered: '被改动', head: '与另处保存的末值不符', loose: '有记录不在链中' } as const

export const auditVerify = ({ json, head }: { json: boolean; head?: string }): Promise<number> =>
  withDatabase(async ({ db }) => {
    await sealAllAudit(db)
    const verdict = await verifyAudit(db.read, head)
    if (json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
    else if (verdict.intact) process.stdout.write(`审计链完整，共 ${verdict.entries} 条。 / The audit trail is intact: ${verdict.entries} entries.\n末值 head ${verdict.head}\n`)
    else if (verdict.broken) process.stdout.write(`审计链在第 ${verdict.broken.position} 条处断裂（${breaks[verdict.broken.what]}）。 / Broken at entry ${verdict.broken.position}: ${verdict.broken.what}.\n`)
    return verdict.intact ? 0 : 1
  })
