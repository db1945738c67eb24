// Configuration: read once from the environment, checked, with a sentence for everything that is wrong.
// docs/guide/configuration.md lists the same names; a test holds the two together.
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { cipherNames, type CipherName } from './kernel/field-cipher.ts'
import { assuranceLevels, idKinds, type Assurance, type IdKind } from './kernel/identity-documents.ts'
import { isRegionCode } from './kernel/regions.ts'
import { parseNoticeKey, type NoticeKey } from './modules/payments/notice-signature.ts'
import { isTextKind, type TextKind } from './modules/text-messages/text-kinds.ts'
import { StartRefusal } from './start-refusal.ts'

/** A second identity provider; `idClaim` holds the number of a document of this kind. */
export type ForeignIssuer = { issuer: string; clientId: string; clientSecret: string; idKind: IdKind; idClaim: string }

export type Config = {
  mode: 'demo' | 'production'
  host: string
  port: number
  /** where people reach the server, without a trailing slash */
  publicUrl: string
  /** addresses and networks of the proxies in front; none: whoever connects is the caller */
  trustedProxies: string[]
  dataDir: string
  /** undefined: the embedded database */
  databaseUrl: string | undefined
  /** who owns the tables and migrates; undefined: the role of databaseUrl does that as well */
  databaseOwnerUrl: string | undefined
  databaseConnections: number
  packs: string
  region: string
  sessionSecret: string
  /** where the keys the installation signs with are kept, and what they are sealed with */
  keystore: { folder: string; secret: string }
  /** how rows are encrypted under keys made from now on */
  fieldCipher: CipherName
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
  /** where people with a document of another jurisdiction log in; in demo mode an embedded provider of its own */
  foreignOidc: ForeignIssuer | undefined
  /** `acr` of a login → how surely it knows whom */
  levels: Readonly<Record<string, Assurance>>
  /** `signer`: thumbprint of the key a registry signs its replies with */
  registries: Record<string, { url: string; key: string; signer?: string }>
  /** `folder` of connector files, undefined: none, or those of the sandbox in demo mode; `networks` inside which they may ask */
  connectors: { folder: string | undefined; networks: string[] }
  /** name of this server in the log of exchange calls */
  node: string
  /** the payment platform; undefined: fees are paid at windows only */
  payment: { url: string; key: string; notices: NoticeKey } | undefined
  /** the authority of time that stamps signatures, and the file (PEM) of the certificates it is believed by; undefined: no timestamps, or that of the sandbox in demo mode */
  tsa: { url: string; certificates: string } | undefined
  /** the language model the assistant words answers with, OpenAI-compatible; undefined: it answers without one */
  assistant: { url: string; model: string; key: string } | undefined
  /** what the telephone exchange of the hotline shows when it reports calls; undefined: nobody reports any */
  hotlineKey: string | undefined
  /** the mailbox requests come to, with addresses that hold user and password; undefined: none */
  mail: { imap: string; smtp: string; address: string } | undefined
  /** the gateway for text messages and the codes of the words registered there; undefined: none, or that of the sandbox in demo mode */
  textMessages: { url: string; keyId: string; keySecret: string; sign: string; templates: Partial<Record<TextKind, string>>; reportKey: string } | undefined
  /** text messages a day to a number and in all, hours without any, and minutes after an end before somebody is invited to rate */
  textLimits: { perNumber: number; perDay: number; quiet: { from: number; until: number } | undefined; inviteAfterMinutes: number }
  /** the courier; undefined: none, or that of the sandbox in demo mode */
  carrier: { url: string; key: string } | undefined
  /** map tiles in WGS 84, as Leaflet writes their address; undefined: maps show the outlines of the packs alone */
  tiles: { url: string; attribution: string } | undefined
  /** the population forecasts count: a folder or file of Parquet or CSV, or the address of a database; undefined: none */
  population: string | undefined
  sandbox: boolean
  workers: number
  maxUploadBytes: number
  /** files and bytes one application may hold */
  maxFiles: number
  maxFilesBytes: number
  /** after so many days what was thrown away is gone for good */
  retentionDays: number
  /** days of retention rules, where they differ from those of the program */
  retention: Readonly<Record<string, number>>
  /** undefined: only callers from this machine read /metrics */
  metricsToken: string | undefined
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Everything the program reads from the environment, with its default and meaning. */
export const variables = {
  TONGBAN_MODE: { fallback: 'demo', meaning: 'demo (embedded identity provider, invented people, sandbox) or production' },
  HOST: { fallback: '127.0.0.1', meaning: 'address to listen on' },
  PORT: { fallback: '8080', meaning: 'port to listen on; 0 chooses a free one' },
  PUBLIC_URL: { fallback: '', meaning: 'address people use, without a path; default http://HOST:PORT, or the address of this machine where HOST is every address; https and required in production' },
  TRUSTED_PROXIES: { fallback: '', meaning: 'addresses or networks of the proxies in front (10.0.0.0/8, loopback), separated by commas; what they say in x-forwarded-for is believed' },
  DATA_DIR: { fallback: './data', meaning: 'folder for files and the embedded database' },
  DATABASE_URL: { fallback: '', meaning: 'PostgreSQL 15 or newer; empty starts the embedded one' },
  DATABASE_OWNER_URL: { fallback: '', meaning: 'the same database as the role that owns the tables and migrates; then the role of DATABASE_URL can only add to what is append-only' },
  DATABASE_CONNECTIONS: { fallback: '10', meaning: 'size of each connection pool' },
  PACKS_DIR: { fallback: './packs', meaning: 'folder of the packs' },
  REGION: { fallback: '440300', meaning: 'GB/T 2260 code of the city or province served' },
  SESSION_SECRET: { fallback: '', meaning: 'at least 32 characters; required in production' },
  KEYSTORE_DIR: { fallback: '', meaning: 'folder of the keys the installation signs with, shared by all its servers; default DATA_DIR/keys' },
  KEYSTORE_SECRET: { fallback: '', meaning: 'at least 32 characters, which those keys and the keys of encrypted rows are sealed with; required in production, and nothing can be read without it: keep a copy elsewhere' },
  FIELD_CIPHER: { fallback: 'AES-256-GCM', meaning: 'how rows are encrypted under keys made from now on: AES-256-GCM or SM4-CTR-HMAC-SM3' },
  OIDC_ISSUER: { fallback: '', meaning: 'OpenID Connect issuer; required in production' },
  OIDC_CLIENT_ID: { fallback: '', meaning: 'client id at the issuer; required in production' },
  OIDC_CLIENT_SECRET: { fallback: '', meaning: 'client secret at the issuer; required in production' },
  FOREIGN_OIDC_ISSUER: { fallback: '', meaning: 'issuer where people with a document of another jurisdiction log in, such as Hong Kong; empty: nowhere' },
  FOREIGN_OIDC_CLIENT_ID: { fallback: '', meaning: 'client id at that issuer' },
  FOREIGN_OIDC_CLIENT_SECRET: { fallback: '', meaning: 'client secret at that issuer' },
  FOREIGN_OIDC_ID_KIND: { fallback: 'hk-id', meaning: 'document that issuer knows people by: hk-id, macao-id, home-return-permit, taiwan-permit or passport' },
  FOREIGN_OIDC_ID_CLAIM: { fallback: 'hkid', meaning: 'claim that holds its number' },
  OIDC_LEVELS: { fallback: '', meaning: 'acr=level pairs, separated by commas: how surely a login knows whom (low, substantial, high); an acr not named is low at the foreign issuer, high at the main one' },
  SANDBOX: { fallback: 'on', meaning: 'on or off: start the simulated departments (demo only)' },
  REGISTRY_URLS: { fallback: '', meaning: 'id=url pairs of real registries, separated by commas' },
  REGISTRY_KEYS: { fallback: '', meaning: 'id=key pairs of those registries, separated by commas' },
  REGISTRY_SIGNERS: { fallback: '', meaning: 'id=thumbprint (RFC 7638) of the key a registry signs its replies with, by commas; what is not signed so is refused. Absent: it does not sign, and the log says so' },
  CONNECTORS_DIR: { fallback: '', meaning: 'folder of connector files (docs/guide/connectors.md), which come before REGISTRY_URLS; empty: none, in demo mode those of the sandbox' },
  OUTBOUND_NETWORKS: { fallback: '', meaning: 'networks inside which connectors may ask (10.20.0.0/16), separated by commas; without it only public addresses, in demo mode also this machine' },
  EXCHANGE_NODE: { fallback: 'main', meaning: 'name of this server in the log of exchange calls; give each server its own, so that none waits for another' },
  CARRIER_URL: { fallback: '', meaning: 'address of the courier that brings results (docs/guide/deliveries.md); empty: that of the sandbox in demo mode, none in production' },
  CARRIER_KEY: { fallback: '', meaning: 'key of the courier, which also signs its reports; required with CARRIER_URL' },
  TSA_URL: { fallback: '', meaning: 'address of the authority of time (RFC 3161) that stamps signatures; empty: that of the sandbox in demo mode, no timestamps in production' },
  TSA_CERTIFICATES: { fallback: '', meaning: 'file (PEM) of the certificates its timestamps are believed by, former ones too; required with TSA_URL' },
  PAYMENT_URL: { fallback: '', meaning: 'address of the payment platform; empty: fees are paid at windows only' },
  PAYMENT_KEY: { fallback: '', meaning: 'key the payment platform knows this installation by' },
  PAYMENT_NOTICES: { fallback: '', meaning: 'what its notices are checked with: hmac-sha256:<shared key>, or ed25519:, ecdsa-p256: or sm2: and its public key (SPKI, base64)' },
  ASSISTANT_URL: { fallback: '', meaning: 'address of an OpenAI-compatible endpoint (https://host/v1) the assistant words its answers with (docs/guide/assistant.md); empty: it answers without a model' },
  ASSISTANT_MODEL: { fallback: '', meaning: 'name of the model there; required with ASSISTANT_URL' },
  ASSISTANT_KEY: { fallback: '', meaning: 'key sent to that endpoint as a bearer token; empty: none' },
  MAP_TILES_URL: { fallback: '', meaning: 'address of map tiles in WGS 84 or CGCS2000 (https://host/{z}/{x}/{y}.png), shown under places; empty: the outlines of the packs alone' },
  MAP_TILES_ATTRIBUTION: { fallback: '', meaning: 'whose map it is and its approval number (审图号), shown in its corner; required with MAP_TILES_URL' },
  HOTLINE_KEY: { fallback: '', meaning: 'at least 16 characters, shown by the telephone exchange of the hotline when it reports calls (docs/guide/hotline.md); empty: nobody may' },
  MAIL_IMAP: { fallback: '', meaning: 'mailbox requests come to (docs/guide/hotline.md): imaps://user:password@host; empty: none' },
  MAIL_SMTP: { fallback: '', meaning: 'where receipts and answers are sent from: smtps://user:password@host; required with MAIL_IMAP' },
  MAIL_ADDRESS: { fallback: '', meaning: 'address of that mailbox, which letters are sent from; required with MAIL_IMAP' },
  SMS_URL: { fallback: '', meaning: 'gateway for text messages (docs/guide/text-messages.md), such as https://dysmsapi.aliyuncs.com; empty: that of the sandbox in demo mode, no text messages in production' },
  SMS_KEY_ID: { fallback: '', meaning: 'AccessKey id there; required with SMS_URL' },
  SMS_KEY_SECRET: { fallback: '', meaning: 'AccessKey secret there; required with SMS_URL' },
  SMS_SIGN: { fallback: '', meaning: 'name of the sender registered there (短信签名), shown in front of each message; required with SMS_URL' },
  SMS_TEMPLATES: { fallback: '', meaning: 'kind=code pairs of the words registered there, separated by commas (caseEnded=SMS_123456); kinds without a code are not sent' },
  SMS_REPORT_KEY: { fallback: '', meaning: 'at least 16 letters and digits at the end of the addresses it pushes reports and answers to; required with SMS_URL' },
  SMS_PER_NUMBER: { fallback: '5', meaning: 'text messages one number is sent a day; the rest waits for the next' },
  SMS_PER_DAY: { fallback: '100000', meaning: 'text messages sent a day in all' },
  SMS_QUIET: { fallback: '', meaning: 'hours in China without text messages, as 22-8; none: there are no such hours; empty: 22-8, in demo mode none' },
  SMS_INVITE_AFTER: { fallback: '', meaning: 'minutes after the end of a case before its applicant is invited to rate it by text message, unless they have; empty: 60, in demo mode 0' },
  POPULATION: { fallback: '', meaning: 'the population forecasts of policies count (docs/guide/benefit-governance.md): a folder or file of Parquet or CSV as tongban population writes, or a postgres:// address; empty: an invented one in demo mode with the sandbox, else none' },
  WORKERS: { fallback: '4', meaning: 'background jobs running at the same time in this process; 0 runs none' },
  MAX_UPLOAD_MB: { fallback: '20', meaning: 'largest file accepted, in megabytes' },
  MAX_FILES: { fallback: '60', meaning: 'files one application may hold' },
  MAX_FILES_MB: { fallback: '200', meaning: 'megabytes all files of one application may have together' },
  RETENTION: { fallback: '', meaning: 'other days of retention rules, as drafts=180,messages=730; docs/security.md names the rules' },
  RETENTION_DAYS: { fallback: '30', meaning: 'days after which removed documents and discarded drafts are gone for good, also from the disk' },
  METRICS_TOKEN: { fallback: '', meaning: 'at least 16 characters, asked of whoever reads /metrics (Authorization: Bearer …); empty: only this machine may read it' },
  LOG_LEVEL: { fallback: 'info', meaning: 'debug, info, warn, error or silent' },
} as const satisfies Record<string, { fallback: string; meaning: string }>

export const demoSecret = 'demo-only-secret-never-use-outside-demonstrations'

const refuse = (name: string, zh: string, en: string): never => {
  throw new StartRefusal('configuration', `配置 ${name}：${zh} / ${name}: ${en}`)
}

type Environment = Readonly<Record<string, string | undefined>>

const readers = (environment: Environment) => {
  const text = (name: keyof typeof variables): string => environment[name]?.trim() || variables[name].fallback
  const integer = (name: keyof typeof variables, low: number, high: number): number => {
    const value = Number(text(name))
    return Number.isInteger(value) && value >= low && value <= high
      ? value
      : refuse(name, `应为 ${low} 到 ${high} 之间的整数，现为“${text(name)}”`, `must be a whole number from ${low} to ${high}, is "${text(name)}"`)
  }
  const oneOf = <T extends string>(name: keyof typeof variables, allowed: readonly T[]): T =>
    allowed.find((each) => each === text(name)) ?? refuse(name, `只能是 ${allowed.join('、')}`, `must be one of ${allowed.join(', ')}`)
  const pairs = (name: keyof typeof variables): Record<string, string> =>
    Object.fromEntries(
      text(name).split(',').filter((pair) => pair.trim() !== '').map((pair) => {
        const cut = pair.indexOf('=')
        if (cut < 1) refuse(name, `“${pair}”不是“名称=值”`, `"${pair}" is not id=value`)
        return [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()]
      }),
    )
  const url = (name: keyof typeof variables, value: string): string => {
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) refuse(name, `“${value}”不是有效网址`, `"${value}" is not a URL`)
    return value.replace(/\/$/, '')
  }
  return { text, integer, oneOf, pairs, url }
}

/** @param reachable an address other machines reach this one by, when it listens on every address; default: this machine only */
export const readConfig = (environment: Environment, reachable = 'localhost'): Config => {
  const { text, integer, oneOf, pairs, url } = readers(environment)
  const mode = oneOf('TONGBAN_MODE', ['demo', 'production'])
  const host = text('HOST')
  const port = integer('PORT', 0, 65_535)
  const region = isRegionCode(text('REGION')) ? text('REGION') : refuse('REGION', '应为六位行政区划代码', 'must be a GB/T 2260 code')
  const keys = pairs('REGISTRY_KEYS')
  const demoKey = Object.keys(keys).find((id) => mode === 'production' && /demo/i.test(keys[id] ?? ''))
  if (demoKey) refuse('REGISTRY_KEYS', `${demoKey} 使用了演示密钥`, `${demoKey} has a demonstration key`)
  const signers = pairs('REGISTRY_SIGNERS')
  const registries = Object.fromEntries(Object.entries(pairs('REGISTRY_URLS')).map(([id, value]) => {
    const signer = signers[id]
    return [id, { url: url('REGISTRY_URLS', value), key: keys[id] ?? '', ...(signer === undefined ? {} : { signer: thumbprint(signer) }) }]
  }))
  return {
    mode, host, port, region, registries, node: nodeName(text('EXCHANGE_NODE')),
    connectors: { folder: text('CONNECTORS_DIR') === '' ? undefined : resolve(text('CONNECTORS_DIR')), networks: networks(mode, text('OUTBOUND_NETWORKS')) },
    tsa: tsa(mode, text('TSA_URL'), text('TSA_CERTIFICATES'), url),
    carrier: carrier(mode, text('CARRIER_URL'), text('CARRIER_KEY'), url),
    tiles: tiles(mode, text('MAP_TILES_URL'), text('MAP_TILES_ATTRIBUTION')),
    publicUrl: publicUrl(mode, text('PUBLIC_URL'), ['0.0.0.0', '::', ''].includes(host) ? reachable : host, port, url),
    payment: payment(text('PAYMENT_URL'), text('PAYMENT_KEY'), text('PAYMENT_NOTICES'), mode, url),
    assistant: assistant(mode, text('ASSISTANT_URL'), text('ASSISTANT_MODEL'), text('ASSISTANT_KEY'), url),
    hotlineKey: secretOrNone('HOTLINE_KEY', text('HOTLINE_KEY')),
    textMessages: textMessages(mode, text, pairs, url),
    textLimits: {
      perNumber: integer('SMS_PER_NUMBER', 1, 1000), perDay: integer('SMS_PER_DAY', 1, 100_000_000), quiet: quietHours(text('SMS_QUIET') || (mode === 'demo' ? 'none' : '22-8')),
      inviteAfterMinutes: text('SMS_INVITE_AFTER') === '' ? (mode === 'demo' ? 0 : 60) : integer('SMS_INVITE_AFTER', 0, 1440),
    },
    mail: mail(mode, text('MAIL_IMAP'), text('MAIL_SMTP'), text('MAIL_ADDRESS')),
    trustedProxies: text('TRUSTED_PROXIES').split(',').map((each) => each.trim()).filter((each) => each !== '').map(proxy),
    dataDir: resolve(text('DATA_DIR')),
    databaseUrl: text('DATABASE_URL') || undefined,
    databaseOwnerUrl: ownerUrl(text('DATABASE_URL'), text('DATABASE_OWNER_URL')),
    databaseConnections: integer('DATABASE_CONNECTIONS', 2, 200),
    packs: resolve(text('PACKS_DIR')),
    sessionSecret: ownSecret(mode, 'SESSION_SECRET', text('SESSION_SECRET')),
    fieldCipher: cipherNames.find((name) => name === text('FIELD_CIPHER')) ?? refuse('FIELD_CIPHER', `应为 ${cipherNames.join(' 或 ')}`, `must be ${cipherNames.join(' or ')}`),
    keystore: { folder: resolve(text('KEYSTORE_DIR') || join(text('DATA_DIR'), 'keys')), secret: ownSecret(mode, 'KEYSTORE_SECRET', text('KEYSTORE_SECRET')) },
    oidc: mode === 'demo' ? undefined : issuer(text('OIDC_ISSUER'), text('OIDC_CLIENT_ID'), text('OIDC_CLIENT_SECRET'), url),
    foreignOidc: mode === 'demo' || text('FOREIGN_OIDC_ISSUER') === '' ? undefined : {
      ...issuer(text('FOREIGN_OIDC_ISSUER'), text('FOREIGN_OIDC_CLIENT_ID'), text('FOREIGN_OIDC_CLIENT_SECRET'), url, 'FOREIGN_OIDC'),
      idKind: oneOf('FOREIGN_OIDC_ID_KIND', idKinds), idClaim: text('FOREIGN_OIDC_ID_CLAIM'),
    },
    levels: levelsFrom(pairs('OIDC_LEVELS')),
    population: populationAt(text('POPULATION')),
    sandbox: mode === 'demo' && oneOf('SANDBOX', ['on', 'off']) === 'on',
    workers: integer('WORKERS', 0, 64),
    maxUploadBytes: integer('MAX_UPLOAD_MB', 1, 200) * 1024 * 1024,
    maxFiles: integer('MAX_FILES', 1, 10_000),
    maxFilesBytes: integer('MAX_FILES_MB', 1, 100_000) * 1024 * 1024,
    retention: retentionFrom(pairs('RETENTION')),
    retentionDays: integer('RETENTION_DAYS', 0, 3650),
    metricsToken: secretOrNone('METRICS_TOKEN', text('METRICS_TOKEN')),
    logLevel: oneOf('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent']),
  }
}

const ownerUrl = (url: string, owner: string): string | undefined => {
  if (owner === '') return undefined
  if (url === '') refuse('DATABASE_OWNER_URL', '只与 DATABASE_URL 一起使用', 'goes together with DATABASE_URL')
  const place = (address: string) => (URL.canParse(address) ? `${new URL(address).host}${new URL(address).pathname}` : undefined)
  if (place(owner) === undefined || place(owner) !== place(url)) refuse('DATABASE_OWNER_URL', '应与 DATABASE_URL 是同一个数据库，只是角色不同', 'must be the database of DATABASE_URL, as another role')
  return owner
}

const populationAt = (place: string): Config['population'] => (place === '' ? undefined : /^postgres(ql)?:/.test(place) ? place : resolve(place))

const payment = (address: string, key: string, notices: string, mode: Config['mode'], url: ReadUrl): Config['payment'] => {
  if (address === '') return undefined
  const read = parseNoticeKey(notices)
  if (!read) return refuse('PAYMENT_NOTICES', '应为“算法:密钥”，算法是 hmac-sha256、ed25519、ecdsa-p256、sm2 之一', 'must be algorithm:key, the algorithm one of hmac-sha256, ed25519, ecdsa-p256, sm2')
  if (key === '' || (mode === 'production' && /demo/i.test(key))) return refuse('PAYMENT_KEY', '必须设置，正式环境不能用演示密钥', 'must be set, and no demonstration key in production')
  if (mode === 'production' && !address.startsWith('https://')) refuse('PAYMENT_URL', '正式环境必须使用 https', 'must use https in production')
  return { url: url('PAYMENT_URL', address), key, notices: read }
}

/** RFC 7638, SHA-256. */
const thumbprint = (value: string): string =>
  /^[\w-]{43}$/.test(value) ? value : refuse('REGISTRY_SIGNERS', `“${value}”不是公钥指纹（RFC 7638，43 个字符）`, `"${value}" is not a thumbprint of a key (RFC 7638, 43 characters)`)

/** What was logged before there was a chain has the name `before`. */
const nodeName = (name: string): string =>
  /^[a-z0-9][a-z0-9.-]{0,39}$/.test(name) && name !== 'before' ? name : refuse('EXCHANGE_NODE', '应为小写字母、数字、点和连字符，最多 40 个，不能是 before', 'must be lower-case letters, digits, dots and hyphens, at most 40, and not "before"')

const secretOrNone = (name: 'METRICS_TOKEN' | 'HOTLINE_KEY', token: string): string | undefined =>
  token === '' || token.length >= 16 ? token || undefined : refuse(name, '至少 16 个字符', 'must have at least 16 characters')

const isNetwork = (text: string): boolean => {
  const [ip = '', bits = '0', ...rest] = text.split('/')
  return isIP(ip) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(ip) === 6 ? 128 : 32) && rest.length === 0
}

const networks = (mode: Config['mode'], value: string): string[] => {
  const given = value.split(',').map((each) => each.trim()).filter((each) => each !== '')
  const wrong = given.find((each) => !isNetwork(each))
  if (wrong !== undefined) refuse('OUTBOUND_NETWORKS', `“${wrong}”不是 IP 地址或网段`, `"${wrong}" is not an IP address or network`)
  return given.length === 0 && mode === 'demo' ? ['127.0.0.0/8', '::1'] : given
}

const proxy = (address: string): string => {
  const sound = ['loopback', 'linklocal', 'uniquelocal'].includes(address) || isNetwork(address)
  return sound ? address : refuse('TRUSTED_PROXIES', `“${address}”不是 IP 地址或网段`, `"${address}" is not an IP address or network`)
}

type ReadUrl = (name: 'OIDC_ISSUER' | 'FOREIGN_OIDC_ISSUER' | 'PUBLIC_URL' | 'CARRIER_URL' | 'PAYMENT_URL' | 'TSA_URL' | 'ASSISTANT_URL' | 'SMS_URL', value: string) => string

/** In production letters and passwords travel encrypted. */
const mail = (mode: Config['mode'], imap: string, smtp: string, address: string): Config['mail'] => {
  if (imap === '') return undefined
  const fits = (value: string, schemes: readonly string[]) => URL.canParse(value) && schemes.includes(new URL(value).protocol)
  const open = mode === 'production' ? [] : ['imap:', 'smtp:']
  if (!fits(imap, ['imaps:', ...open])) refuse('MAIL_IMAP', '应为 imaps://用户:密码@主机', 'must be imaps://user:password@host')
  if (!fits(smtp, ['smtps:', ...open])) refuse('MAIL_SMTP', '应为 smtps://用户:密码@主机', 'must be smtps://user:password@host')
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) refuse('MAIL_ADDRESS', '应为邮箱地址', 'must be a mail address')
  return { imap, smtp, address }
}

const quietHours = (value: string): Config['textLimits']['quiet'] => {
  if (value === 'none') return undefined
  const [, from = '', until = ''] = /^(\d{1,2})-(\d{1,2})$/.exec(value) ?? []
  const given = { from: Number(from), until: Number(until) }
  return from !== '' && given.from <= 23 && given.until <= 23 && given.from !== given.until ? given : refuse('SMS_QUIET', '应为“22-8”这样的两个整点，或者 none', 'must be two hours such as 22-8, or none')
}

/** Its reports are trusted by the secret at the end of their address, so a gateway without one is none. */
const textMessages = (mode: Config['mode'], text: (name: SmsName) => string, pairs: (name: 'SMS_TEMPLATES') => Record<string, string>, url: ReadUrl): Config['textMessages'] => {
  const address = text('SMS_URL')
  if (address === '') return undefined
  for (const name of ['SMS_KEY_ID', 'SMS_KEY_SECRET', 'SMS_SIGN'] as const) if (text(name) === '') refuse(name, '设置了 SMS_URL 就必须设置', 'must be set together with SMS_URL')
  if (mode === 'production' && !address.startsWith('https://')) refuse('SMS_URL', '正式环境必须使用 https', 'must use https in production')
  if (mode === 'production' && /demo/i.test(text('SMS_KEY_SECRET') + text('SMS_REPORT_KEY'))) refuse('SMS_KEY_SECRET', '正式环境不能使用演示密钥', 'no demonstration key in production')
  if (!/^[A-Za-z0-9-]{16,}$/.test(text('SMS_REPORT_KEY'))) refuse('SMS_REPORT_KEY', '至少 16 个字母和数字', 'must have at least 16 letters and digits')
  const templates = pairs('SMS_TEMPLATES')
  const unknown = Object.keys(templates).find((kind) => !isTextKind(kind))
  if (unknown !== undefined) refuse('SMS_TEMPLATES', `没有“${unknown}”这种短信`, `"${unknown}" is no kind of text message`)
  return { url: url('SMS_URL', address), keyId: text('SMS_KEY_ID'), keySecret: text('SMS_KEY_SECRET'), sign: text('SMS_SIGN'), templates, reportKey: text('SMS_REPORT_KEY') }
}

type SmsName = 'SMS_URL' | 'SMS_KEY_ID' | 'SMS_KEY_SECRET' | 'SMS_SIGN' | 'SMS_REPORT_KEY'

/** Its reports are trusted by their signature, so a courier without a key of its own is none. */
const carrier = (mode: Config['mode'], address: string, key: string, url: ReadUrl): Config['carrier'] => {
  if (address === '') return undefined
  if (key === '') refuse('CARRIER_KEY', '设置了 CARRIER_URL 就必须设置', 'must be set together with CARRIER_URL')
  if (mode === 'production' && /demo/i.test(key)) refuse('CARRIER_KEY', '正式环境不能使用演示密钥', 'is a demonstration key and cannot be used in production')
  return { url: url('CARRIER_URL', address), key }
}

/** Browsers fetch from that one host only (content security policy), so the host is written out. */
const tiles = (mode: Config['mode'], address: string, attribution: string): Config['tiles'] => {
  if (address === '') return undefined
  const plain = address.replaceAll(/\{[xyz]\}/g, '0')
  if (!URL.canParse(plain) || /[{}]/.test(plain) || !['{z}', '{x}', '{y}'].every((part) => address.includes(part))) refuse('MAP_TILES_URL', '应为含 {z}、{x}、{y} 的网址，主机名写全', 'must be a URL with {z}, {x} and {y}, its host written out')
  if (mode === 'production' && !address.startsWith('https://')) refuse('MAP_TILES_URL', '正式环境必须使用 https', 'must use https in production')
  if (attribution === '') refuse('MAP_TILES_ATTRIBUTION', '设置了 MAP_TILES_URL 就必须设置', 'must be set together with MAP_TILES_URL')
  return { url: address, attribution }
}

/** Questions, masked, travel there, so not in the open; which networks it may lie in says OUTBOUND_NETWORKS. */
const assistant = (mode: Config['mode'], address: string, model: string, key: string, url: ReadUrl): Config['assistant'] => {
  if (address === '') return undefined
  if (model === '') refuse('ASSISTANT_MODEL', '设置了 ASSISTANT_URL 就必须设置', 'must be set together with ASSISTANT_URL')
  if (mode === 'production' && !address.startsWith('https://')) refuse('ASSISTANT_URL', '正式环境必须使用 https', 'must use https in production')
  return { url: url('ASSISTANT_URL', address), model, key }
}

/** Its word is believed by its certificate alone, so one without is none. */
const tsa = (mode: Config['mode'], address: string, certificates: string, url: ReadUrl): Config['tsa'] => {
  if (address === '') return undefined
  if (certificates === '') refuse('TSA_CERTIFICATES', '设置了 TSA_URL 就必须设置', 'must be set together with TSA_URL')
  if (mode === 'production' && !address.startsWith('https://')) refuse('TSA_URL', '正式环境必须使用 https', 'must use https in production')
  return { url: url('TSA_URL', address), certificates: resolve(certificates) }
}

/** Pages and cookies lie at the root of the address, so it has no path; without TLS session cookies would travel in the open. */
const publicUrl = (mode: Config['mode'], value: string, host: string, port: number, url: ReadUrl): string => {
  if (mode === 'production' && !value.startsWith('https://')) refuse('PUBLIC_URL', '正式环境必须设置，并使用 https', 'must be set in production, with https')
  if (value === '') return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const address = url('PUBLIC_URL', value)
  if (address !== new URL(address).origin) refuse('PUBLIC_URL', `应只有协议、域名和端口，如 ${new URL(address).origin}`, `must be scheme, host and port only, such as ${new URL(address).origin}`)
  return address
}

const ownSecret = (mode: Config['mode'], name: 'SESSION_SECRET' | 'KEYSTORE_SECRET', value: string): string => {
  if (mode === 'demo') return value || demoSecret
  if (value.length < 32) return refuse(name, '正式环境必须设置，至少 32 个字符', 'must be set in production, at least 32 characters')
  if (/demo/i.test(value)) return refuse(name, '正式环境不能使用演示密钥', 'is a demonstration secret and cannot be used in production')
  return value
}

const retentionFrom = (given: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(Object.entries(given).map(([rule, days]) => [rule, /^\d{1,5}$/.test(days) && Number(days) >= 30 ? Number(days) : refuse('RETENTION', `“${rule}=${days}”的天数应不少于 30`, `"${rule}=${days}" must be 30 days or more`)]))

const levelsFrom = (given: Readonly<Record<string, string>>): Record<string, Assurance> =>
  Object.fromEntries(Object.entries(given).map(([acr, word]) => [acr, assuranceLevels.find((level) => level === word) ?? refuse('OIDC_LEVELS', `“${word}”不是认证级别`, `"${word}" is no level of assurance`)]))

const issuer = (address: string, clientId: string, clientSecret: string, url: ReadUrl, of: 'OIDC' | 'FOREIGN_OIDC' = 'OIDC') => {
  if (!address) refuse(`${of}_ISSUER`, '正式环境必须设置统一身份认证地址', 'must be set in production')
  if (!clientId) refuse(`${of}_CLIENT_ID`, '正式环境必须设置', 'must be set in production')
  if (!clientSecret) refuse(`${of}_CLIENT_SECRET`, '正式环境必须设置', 'must be set in production')
  if (/demo/i.test(clientSecret)) refuse(`${of}_CLIENT_SECRET`, '正式环境不能使用演示密钥', 'is a demonstration secret and cannot be used in production')
  if (!address.startsWith('https://')) refuse(`${of}_ISSUER`, '正式环境必须使用 https', 'must use https in production')
  return { issuer: url(`${of}_ISSUER`, address), clientId, clientSecret }
}
