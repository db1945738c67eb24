// E-licences: signed copies issued and checked per second on one core, the size of a published list of a million places, and how long
// somebody waits who checks a shown code over HTTP. Beside it jose alone, which signs and checks a JWT of the same size and nothing else.
import { createHash } from 'node:crypto'
import { mkdtemp, chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { CompactSign, exportJWK, generateKeyPair, jwtVerify } from 'jose'
import { parse } from '../server/kernel/feel/parse.ts'
import { openKeystore } from '../server/kernel/keystore.ts'
import { systemClock } from '../server/kernel/clock.ts'
import { readConfig } from '../server/config.ts'
import { issuerAddress, issuerHolder, nodeCryptography, packStatuses, signCopy, typeAddress, verifySdJwt, type Credential, type CredentialType } from '../server/modules/credentials/index.ts'
import { openGates } from './credentials/gates.ts'
import type { Benchmark, Figure, Subject } from './harness.ts'

const copies = 2000
const places = 1_000_000

const type: CredentialType = {
  id: 'identity-card', name: { 'zh-CN': '居民身份证' }, prefix: 'IDC', line: 'public-security', level: 'city', services: [], registries: ['population'], requires: [],
  claims: ['name', 'sex', 'ethnicity', 'birthDate', 'address', 'idNumber'].map((id) => ({ id, name: { 'zh-CN': id }, from: [`applicant.${id}`], disclosed: 'chosen' as const, masked: false })),
  derived: [18, 60, 65].map((age) => ({ id: `over${age}`, name: { 'zh-CN': `over${age}` }, rule: { text: '', expression: parse(`applicant.birthDate <= today - duration("P${age}Y")`) } })),
  layout: { ink: '#000000', from: '#ffffff', to: '#ffffff', pattern: 'plain', fields: [] }, legalBasis: { title: '中华人民共和国居民身份证法' },
}

const issuer = { line: 'public-security', region: '440300' }
const claims = { name: '沈望舒', sex: 'female', ethnicity: '汉族', birthDate: '1962-03-14', address: '广东省深圳市福田区莲花街道示例路26号1栋503', idNumber: '440304196203149989' }

const credentialAt = (index: number): Credential => ({
  id: `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`, type: type.id, number: `4403002026IDC${String(index).padStart(8, '0')}7`, edition: 1, holderPersonId: '', holder: null, issuer, claims,
  values: Object.fromEntries(Object.entries(claims).map(([id, value]) => [`applicant.${id}`, value])), issuedAt: '2026-11-22T00:00:00.000Z', validUntil: '2036-11-21', status: 'valid', because: null, origin: 'registry', resultId: null,
  statusList: 'public-security:440300:1', statusIndex: index,
})

/** What processor time a second of wall time holds: on a shared machine the rate per core counts, not the waiting. */
const perSecond = async (count: number, work: () => Promise<void>): Promise<number> => {
  const begin = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begin)
  return count / ((user + system) / 1_000_000)
}

/** Bytes of the compressed list at a rate of revocation, spread as chance has it. */
const listBytes = (rate: number, bits: 1 | 2): number => {
  const random = createHash('shake256', { outputLength: places * 2 }).update(`${rate}`).digest()
  const statuses = Array.from({ length: places }, (_, index) => [index, random.readUInt16LE(index * 2) < rate * 65_536 ? 1 : 0] as const).filter(([, value]) => value > 0)
  return deflateSync(packStatuses(statuses, places, bits), { level: 9 }).length
}

const tongban = async (): Promise<Subject> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-credentials-'))
  await chmod(folder, 0o711)
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' })
  const app = { config, clock: systemClock, keys: openKeystore({ folder: join(folder, 'keys'), secret: 'a secret for this benchmark alone, and long', clock: systemClock }) }
  const signer = await app.keys.signer(issuerHolder(issuer))
  const iss = issuerAddress(config.publicUrl, issuer)
  const vct = typeAddress(config.publicUrl, type.id)
  const gates = await openGates(join(folder, 'gates'))
  return {
    subject: 'tongban',
    round: async (): Promise<Figure[]> => {
      const issued: string[] = []
      const issue = await perSecond(copies, async () => {
        for (let index = 0; index < copies; index += 1) issued.push(await signCopy(app, signer, credentialAt(index), type))
      })
      const verify = await perSecond(copies, async () => {
        for (const text of issued) {
          const { verdict } = await verifySdJwt(text, { now: new Date(), keysOf: (address) => (address === iss ? [signer.publicJwk] : []), statusOf: () => 'valid', mayIssue: (_issuer, named) => named === vct, cryptography: nodeCryptography })
          if (verdict !== 'valid') throw new Error(`${verdict} instead of valid`)
        }
      })
      return [
        { metric: 'issue', unit: '/s per core', value: issue },
        { metric: 'verify', unit: '/s per core', value: verify },
        ...(await gates.round()),
        { metric: 'million places, 1 % ended', unit: 'KB', value: listBytes(0.01, 2) / 1000 },
        { metric: 'million places, 5 % ended', unit: 'KB', value: listBytes(0.05, 2) / 1000 },
        { metric: 'million places, 10 % ended', unit: 'KB', value: listBytes(0.1, 2) / 1000 },
      ]
    },
    close: async () => {
      await gates.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same claims in a plain JWT: no disclosures, salts, type, status. */
const plainJose = async (): Promise<Subject> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const body = new TextEncoder().encode(JSON.stringify({ iss: 'https://www.example.gov.cn', iat: Math.floor(Date.now() / 1000), ...claims, cnf: { jwk: await exportJWK(publicKey) } }))
  return {
    subject: 'jose',
    round: async () => {
      const issued: string[] = []
      const issue = await perSecond(copies, async () => {
        for (let index = 0; index < copies; index += 1) issued.push(await new CompactSign(body).setProtectedHeader({ alg: 'ES256' }).sign(privateKey))
      })
      const verify = await perSecond(copies, async () => {
        for (const text of issued) await jwtVerify(text, publicKey, { algorithms: ['ES256'] })
      })
      return [{ metric: 'issue', unit: '/s per core', value: issue }, { metric: 'verify', unit: '/s per core', value: verify }]
    },
    close: async () => {},
  }
}

export const credentials: Benchmark = {
  name: 'credentials',
  about: 'e-licences issued and checked per second and core, a shown code checked over HTTP, and the size of a list of a million statuses',
  rounds: 5,
  subjects: async () => [await tongban(), await plainJose()],
}
