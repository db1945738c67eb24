// `seals`: the electronic seals of authorities, on the command line: which there are, asking a certification authority for one, and
// taking the certificate it issued. Keys are made and kept by the keystore; none is ever printed.
import { readFile } from 'node:fs/promises'
import { pino } from 'pino'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { openKeystore } from '../kernel/keystore.ts'
import { authorityOf } from '../modules/catalogue/index.ts'
import { importSeal, listAllSeals, requestSeal, type ImportObstacle, type SealOwner } from '../modules/seals/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'
import { coveredRegion } from './covered-region.ts'
import { withDatabase } from './with-database.ts'

const obstacles: Record<ImportObstacle, string> = {
  unreadable: '文件不是 PEM 证书 / the file holds no certificate in PEM',
  anotherKey: '证书不是为这个部门现在的密钥签发的，请用 seals request 重新申请 / the certificate is for another key than the authority has now; ask anew with seals request',
  anotherName: '证书上的名称不是这个部门 / the name in the certificate is not that of the authority',
  notInForce: '证书现在不在有效期内 / the certificate is not in force now',
  notForSigning: '证书不能用于签名 / the certificate is not one to sign with',
  chainBroken: '缺少到根证书的证书链，请把上级证书和根证书接在后面 / the certificates up to the root are missing; put them behind it in the same file',
}

const withApp = <T>(work: (app: Parameters<typeof requestSeal>[0], ownerOf: (line: string, region: string) => SealOwner) => Promise<T>): Promise<T> =>
  withDatabase(({ db, config }) => {
    const packs = openPacks(config.packs, systemClock)
    const ownerOf = (line: string, region: string): SealOwner => {
      const authority = authorityOf(packs.catalogueFor(coveredRegion(packs, region, config)), line, region)
      if (!authority) throw new StartRefusal('configuration', `业务包里没有这个部门：${line} ${region} / The packs know no authority ${line} ${region}`)
      return { line, region: authority.region, name: authority.name['zh-CN'] }
    }
    return work({ config, db, clock: systemClock, keys: openKeystore({ ...config.keystore, clock: systemClock }), log: pino({ level: 'silent' }) }, ownerOf)
  })

export const listSealsOnTerminal = ({ json }: { json: boolean }): Promise<number> =>
  withApp(async (app) => {
    const seals = await listAllSeals(app.db.read)
    if (json) process.stdout.write(`${JSON.stringify(seals.map(({ certificates: _certificates, ...seal }) => seal))}\n`)
    else for (const { line, region, authority, validUntil, suspended, selfIssued } of seals) process.stdout.write(`${line} ${region} ${authority}  至 until ${plainDate(new Date(validUntil))}${suspended ? '  已停用 suspended' : ''}${selfIssued ? '  演示 demonstration' : ''}\n`)
    return 0
  })

export const requestSealOnTerminal = (line: string, region: string, { newKey }: { newKey: boolean }): Promise<number> =>
  withApp(async (app, ownerOf) => {
    process.stdout.write(await requestSeal(app, ownerOf(line, region), newKey))
    return 0
  })

export const importSealFrom = (line: string, region: string, file: string): Promise<number> =>
  withApp(async (app, ownerOf) => {
    const owner = ownerOf(line, region)
    const content = await readFile(file).catch(() => {
      throw new StartRefusal('configuration', `读不了文件 ${file} / Cannot read ${file}`)
    })
    const seal = await importSeal(app, owner, content)
    if (typeof seal === 'string') throw new StartRefusal('configuration', obstacles[seal])
    process.stdout.write(`${owner.name} 的电子印章可以使用了，有效期至 ${plainDate(new Date(seal.validUntil))}。 / The seal of ${owner.name} can be used until ${plainDate(new Date(seal.validUntil))}.\n`)
    return 0
  })
