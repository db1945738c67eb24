// `audit verify`: seals what is pending, walks the whole chain and says whether it is intact.
import { sealAllAudit, verifyAudit } from '../kernel/audit-store.ts'
import { withDatabase } from './with-database.ts'

export const auditVerify = ({ json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    await sealAllAudit(db)
    const verdict = await verifyAudit(db.read)
    if (json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
    else if (verdict.intact) process.stdout.write(`审计链完整，共 ${verdict.entries} 条。 / The audit trail is intact: ${verdict.entries} entries.\n末值 head ${verdict.head}\n`)
    else process.stdout.write(`审计链在第 ${verdict.broken?.position} 条处断裂（${verdict.broken?.what === 'missing' ? '缺失' : '被改动'}）。 / Broken at entry ${verdict.broken?.position}: ${verdict.broken?.what}.\n`)
    return verdict.intact ? 0 : 1
  })
