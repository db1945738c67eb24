// What a reader in Hong Kong gets: traditional characters for everything the platform says, names as they are registered.
// The neutral pack has no Hong Kong texts of its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadHongKong, withHongKong } from './hong-kong.ts'
import { startTestApp, type TestApp } from './testing/app.ts'

describe('texts for Hong Kong', () => {
  it('are converted wherever a text by language stands, and one written by hand wins', async () => {
    const convert = await loadHongKong()
    const reply = { name: { 'zh-CN': '养老保险' }, applicant: '陈小满', list: [{ 'zh-CN': '登录后上传文件', 'zh-HK': '請登入' }], on: null }
    expect(withHongKong(reply, convert)).toEqual({ name: { 'zh-CN': '养老保险', 'zh-HK': '養老保險' }, applicant: '陈小满', list: [{ 'zh-CN': '登录后上传文件', 'zh-HK': '請登入' }], on: null })
    expect(reply.name).toEqual({ 'zh-CN': '养老保险' })
  })

  it('use the words Hong Kong says differently', async () => {
    expect((await loadHongKong())('登录后上传文件，用短信通知“家长”。')).toBe('登入後上載檔案，用短訊通知「家長」。')
  })

  it('are converted throughout in published guides', async () => {
    expect(withHongKong({ guide: ['办理时间'], code: 'A1' }, await loadHongKong(), true)).toEqual({ guide: ['辦理時間'], code: 'A1' })
  })
})

describe('the server', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ environment: { REGION: '990100' } })
  })
  afterAll(() => test.close())
  const ask = (url: string, language: string) => test.server.inject({ method: 'GET', url: `/api/v1${url}`, headers: { 'accept-language': language } })

  it('says what packs say in traditional characters, only to those who read them', async () => {
    const [hongKong, mainland] = [await ask('/matters/keep-telescope', 'zh-HK'), await ask('/matters/keep-telescope', 'zh-CN')]
    expect(hongKong.json<{ matter: { name: object } }>().matter.name).toMatchObject({ 'zh-CN': '拥有一台望远镜', 'zh-HK': '擁有一台望遠鏡' })
    expect(hongKong.body).toContain('"catalogue":{')
    expect(mainland.body).not.toContain('zh-HK')
  })

  it('refuses in traditional characters too', async () => {
    expect((await ask('/nowhere', 'zh-HK')).json<{ error: { message: string } }>().error.message).toMatch(/[\u4e00-\u9fff]/)
    expect((await ask('/matters/none', 'zh-HK')).body).not.toMatch(/[这没经记]/)
  })
})
