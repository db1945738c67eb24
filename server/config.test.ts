// Configuration: every mistake is one sentence before anything starts, and nothing of the demo works in production.
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const production = { TONGBAN_MODE: 'production', PUBLIC_URL: 'https://tongban.example', SESSION_SECRET: 'x'.repeat(40), KEYSTORE_SECRET: 'k'.repeat(40), OIDC_ISSUER: 'https://id.example.gov.cn', OIDC_CLIENT_ID: 'tongban', OIDC_CLIENT_SECRET: 'y'.repeat(20) }

describe('configuration', () => {
  it('needs nothing for a demo', () => {
    expect(readConfig({})).toMatchObject({ mode: 'demo', port: 8080, region: '440300', databaseUrl: undefined, sandbox: true, oidc: undefined, publicUrl: 'http://127.0.0.1:8080' })
  })

  it('names the variable and the value that is wrong', () => {
    for (const [name, value] of [['PORT', '80a'], ['PORT', '70000'], ['TONGBAN_MODE', 'test'], ['REGION', '4403'], ['LOG_LEVEL', 'loud'], ['WORKERS', '-1'], ['PUBLIC_URL', 'nowhere'], ['PUBLIC_URL', 'ftp://tongban.example'], ['PUBLIC_URL', 'https://city.example/tongban'], ['TRUSTED_PROXIES', 'all'], ['TRUSTED_PROXIES', '10.0.0.0/33'], ['REGISTRY_URLS', 'population'], ['SANDBOX', 'maybe']] as const) {
      expect(() => readConfig({ [name]: value })).toThrow(name)
    }
  })

  it('refuses to start in production without secrets of its own', () => {
    for (const name of ['SESSION_SECRET', 'KEYSTORE_SECRET', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
      expect(() => readConfig({ ...production, [name]: '' })).toThrow(name)
    }
    expect(() => readConfig({ ...production, SESSION_SECRET: 'demo-only-secret-never-use-outside-demonstrations' })).toThrow('SESSION_SECRET')
    expect(() => readConfig({ ...production, OIDC_CLIENT_SECRET: 'tongban-demo-client-secret' })).toThrow('OIDC_CLIENT_SECRET')
    expect(() => readConfig({ ...production, OIDC_ISSUER: 'http://id.example.gov.cn' })).toThrow('OIDC_ISSUER')
    expect(() => readConfig({ ...production, REGISTRY_URLS: 'population=https://a.example', REGISTRY_KEYS: 'population=tongban-demo-registry-key' })).toThrow('REGISTRY_KEYS')
    expect(() => readConfig({ ...production, SESSION_SECRET: 'short' })).toThrow('SESSION_SECRET')
  })

  it('wants an https address in production, because session cookies must not travel in the open', () => {
    for (const address of ['', 'http://tongban.example']) expect(() => readConfig({ ...production, PUBLIC_URL: address })).toThrow('PUBLIC_URL')
    expect(readConfig(production).publicUrl).toBe('https://tongban.example')
  })

  it('sends text messages only through a gateway it has everything of, and at night only when told to', () => {
    const sms = { SMS_URL: 'https://dysmsapi.aliyuncs.com/', SMS_KEY_ID: 'id', SMS_KEY_SECRET: 'secret', SMS_SIGN: '示例政务', SMS_REPORT_KEY: 'r'.repeat(16), SMS_TEMPLATES: 'caseEnded=SMS_1, rateCase=SMS_2' }
    expect(readConfig(production)).toMatchObject({ textMessages: undefined, textLimits: { perNumber: 5, quiet: { from: 22, until: 8 }, inviteAfterMinutes: 60 } })
    expect(readConfig({})).toMatchObject({ textMessages: undefined, textLimits: { quiet: undefined, inviteAfterMinutes: 0 } })
    expect(readConfig({ ...production, ...sms }).textMessages).toMatchObject({ url: 'https://dysmsapi.aliyuncs.com', templates: { caseEnded: 'SMS_1', rateCase: 'SMS_2' } })
    for (const name of ['SMS_KEY_ID', 'SMS_KEY_SECRET', 'SMS_SIGN', 'SMS_REPORT_KEY'] as const) expect(() => readConfig({ ...production, ...sms, [name]: '' })).toThrow(name)
    for (const [name, value] of [['SMS_URL', 'http://gateway.example'], ['SMS_TEMPLATES', 'greetings=SMS_1'], ['SMS_REPORT_KEY', 'a/b?c'.repeat(4)], ['SMS_KEY_SECRET', 'tongban-demo-text-message-key'], ['SMS_QUIET', '25-8'], ['SMS_QUIET', '8-8'], ['SMS_PER_NUMBER', '0']] as const) {
      expect(() => readConfig({ ...production, ...sms, [name]: value })).toThrow(name)
    }
  })

  it('takes proxies by address, network or name', () => {
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1,loopback' }).trustedProxies).toEqual(['10.0.0.0/8', '::1', 'loopback'])
    expect(readConfig({}).trustedProxies).toEqual([])
  })

  it('knows an address people can use for every address to listen on', () => {
    expect(readConfig({ HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:8080')
    expect(readConfig({ HOST: '::' }).publicUrl).toBe('http://localhost:8080')
    expect(readConfig({ HOST: '::1', PORT: '0' }).publicUrl).toBe('http://[::1]:0')
    expect(readConfig({ PUBLIC_URL: 'https://tongban.example/' }).publicUrl).toBe('https://tongban.example')
  })

  it('starts no sandbox in production, whatever is asked', () => {
    expect(readConfig({ ...production, SANDBOX: 'on' })).toMatchObject({ mode: 'production', sandbox: false, oidc: { issuer: 'https://id.example.gov.cn' } })
  })

  it('takes the owner of the tables only for the very database the product uses', () => {
    const [url, owner] = ['postgres://product:x@db:5432/tongban', 'postgres://owner:y@db:5432/tongban']
    expect(readConfig({ DATABASE_URL: url, DATABASE_OWNER_URL: owner })).toMatchObject({ databaseUrl: url, databaseOwnerUrl: owner })
    expect(readConfig({ DATABASE_URL: url }).databaseOwnerUrl).toBeUndefined()
    for (const wrong of [{ DATABASE_OWNER_URL: owner }, { DATABASE_URL: url, DATABASE_OWNER_URL: owner.replace('/tongban', '/other') }, { DATABASE_URL: url, DATABASE_OWNER_URL: 'owner' }]) {
      expect(() => readConfig(wrong)).toThrow('DATABASE_OWNER_URL')
    }
  })

  it('wants a token for metrics that nobody guesses, or none', () => {
    expect([readConfig({}).metricsToken, readConfig({ METRICS_TOKEN: 'm'.repeat(16) }).metricsToken]).toEqual([undefined, 'm'.repeat(16)])
    expect(() => readConfig({ METRICS_TOKEN: 'guess' })).toThrow('METRICS_TOKEN')
  })

  it('lets the assistant ask a model only by its name, and in production by https', () => {
    expect(readConfig({}).assistant).toBeUndefined()
    expect(readConfig({ ...production, ASSISTANT_URL: 'https://models.example/v1/', ASSISTANT_MODEL: 'm' }).assistant).toEqual({ url: 'https://models.example/v1', model: 'm', key: '' })
    expect(() => readConfig({ ASSISTANT_URL: 'https://models.example/v1' })).toThrow('ASSISTANT_MODEL')
    expect(() => readConfig({ ...production, ASSISTANT_URL: 'http://models.example/v1', ASSISTANT_MODEL: 'm' })).toThrow('ASSISTANT_URL')
  })

  it('takes map tiles from one host written out, with the name of whoever made the map', () => {
    const given = { MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png', MAP_TILES_ATTRIBUTION: '示例地图' }
    expect(readConfig({}).tiles).toBeUndefined()
    expect(readConfig({ ...production, ...given }).tiles).toEqual({ url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '示例地图' })
    for (const address of ['https://{s}.tiles.example/{z}/{x}/{y}.png', 'https://tiles.example/map.png', 'nowhere/{z}/{x}/{y}', 'http://tiles.example/{z}/{x}/{y}.png']) {
      expect(() => readConfig({ ...production, ...given, MAP_TILES_URL: address })).toThrow('MAP_TILES_URL')
    }
    expect(() => readConfig({ ...given, MAP_TILES_ATTRIBUTION: '' })).toThrow('MAP_TILES_ATTRIBUTION')
  })

  it('connects real registries by name', () => {
    expect(readConfig({ REGISTRY_URLS: 'population=https://a.example/x/, births=https://b.example', REGISTRY_KEYS: 'population=k1' }).registries).toEqual({
      population: { url: 'https://a.example/x', key: 'k1' }, births: { url: 'https://b.example', key: '' },
    })
  })
})
