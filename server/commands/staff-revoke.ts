// `staff revoke`: takes an official's access away at once, beside the running product.
import { systemClock } from '../kernel/clock.ts'
import { revokeStaff } from '../modules/people/index.ts'
import { withDatabase } from './with-database.ts'

export const staffRevoke = (login: string, { json }: { json: boolean }): Promise<number> =>
  withDatabase(async ({ db }) => {
    const revoked = await revokeStaff(db, login, systemClock)
    if (json) process.stdout.write(`${JSON.stringify({ login, ...revoked })}\n`)
    else if (revoked.officials > 0) process.stdout.write(`${login} 的权限已收回，结束 ${revoked.sessions} 个会话；请同时在统一身份认证中停用。 / Access of ${login} is revoked and ${revoked.sessions} sessions ended. Do the same at the identity provider.\n`)
    if (revoked.officials === 0) process.stderr.write(`没有登录名为 ${login} 的工作人员 / No official has the login ${login}\n`)
    return revoked.officials > 0 ? 0 : 1
  })
