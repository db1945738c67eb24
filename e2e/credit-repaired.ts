// A broken promise takes the grade down and with it paying for care afterwards; it is repaired, and both are back the same day. Then a hospital
// bills, the resident objects, the medical insurance answers, the hospital reports it settled. The hospital is played with a key of its own.
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { CompactSign } from 'jose'
import { loginOverHttp } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { promisePhoto } from './harness/first-card.ts'
import { desk, phone, type Journey } from './harness/journey.ts'

const resident = { name: '唐允', login: 'tang-yun', idNumber: '440304198812209986' }
const hospital = 'futian-sample-hospital'
/** 300 yuan, of which the insurance has paid 180. */
const bill = { number: 'MZ-2026-0031', hospital: '福田样例医院', department: '口腔科', totalFen: 30_000, insuredFen: 18_000 }

export const journey: Journey = {
  name: 'credit-repaired',
  about: '一次违诺：降档、看病先用后付暂停、修复、恢复；记账、异议、答复、结清 / a broken promise repaired, care on account contested and settled',
  run: async ({ product, step, open, picture }) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    let kid = ''
    const send = async (content: Record<string, unknown>) => {
      const message = { iss: hospital, aud: product.url, iat: Math.floor(Date.now() / 1000), jti: randomUUID(), ...content }
      const request = await new CompactSign(Buffer.from(JSON.stringify(message))).setProtectedHeader({ alg: 'ES256', kid, typ: 'exchange-request+jwt' }).sign(privateKey)
      const reply = await fetch(`${product.url}/api/v1/care-bills/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ request }) })
      return { status: reply.status, body: (await reply.json()) as { state?: string; error?: { details?: { because?: string } } } }
    }

    const approver = await step('答应后补的相片一直没有补，认定违诺，记一年 / a promise is found broken and goes on record', async () => {
      const promise = await promisePhoto(product.url, resident.login)
      const own = await loginOverHttp(product.url, resident.login)
      const official = await open({ as: '白予墨', at: '/workbench/undertakings', size: desk })
      const question = await ask(official, 'getUndertaking', { params: { id: promise } })
      const asked = await ask(official, 'questionUndertaking', { params: { id: promise }, body: { revision: question.revision, reasons: '一直没有补相片' } })
      await own.fetch(`/api/v1/undertakings/own/${promise}/answer`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': own.csrf }, body: JSON.stringify({ text: '忘了这件事。' }) })
      const { revision } = await ask(official, 'getUndertaking', { params: { id: promise } })
      assert.ok(revision > asked.revision, 'the explanation was heard')
      await ask(official, 'breachUndertaking', { params: { id: promise }, body: { revision, reasons: '多次提醒仍未补交', revoke: false, months: 12 } })
      await official.goto(`/workbench/undertakings/${promise}`)
      await official.getByText(/^有效，记到/).waitFor()
      return official
    })

    const page = await step('唐允看到降了档、为什么、怎么恢复；先用后付开不了 / she sees the grade, why, and what would raise it', async () => {
      const own = await open({ as: resident.name, at: '/my-data/credit', size: phone })
      await own.getByRole('heading', { name: '现在是“有失信记录”' }).waitFor()
      await own.getByText('现在还不能开通：先按上面说的恢复信用。').waitFor()
      await picture(own, '01-on-record', { fullPage: true })
      return own
    })

    await step('她申请修复，部门同意，当天恢复 / repaired, and restored the same day', async () => {
      await page.getByRole('button', { name: '申请修复' }).click()
      await page.getByRole('textbox', { name: '申请修复' }).fill('相片已经在窗口补交。')
      await page.getByRole('button', { name: '提交', exact: true }).click()
      await page.getByText('修复处理中').waitFor()
      await approver.reload()
      await approver.getByRole('textbox', { name: '答复申请人' }).fill('已补交，予以修复。')
      await approver.getByRole('button', { name: '同意修复' }).click()
      await approver.getByText('已结束').waitFor()
      await page.reload()
      await page.getByRole('heading', { name: '现在是“守信”' }).waitFor()
    })

    await step('她看明白条件，开通看病先用后付 / she opens an account for care', async () => {
      await page.getByRole('button', { name: '开通' }).click()
      await page.getByText('请先勾选“同意”。').waitFor()
      await page.getByRole('checkbox', { name: '我看明白了，同意' }).check()
      await picture(page, '02-terms', { fullPage: true })
      await page.getByRole('button', { name: '开通' }).click()
      await page.getByText(/^已记账/).waitFor()
    })

    await step('登记过的医院记一笔账；超过额度的不收 / a registered hospital bills; beyond the limit it is refused', async () => {
      const operator = await open({ as: '祝砚池', at: '/workbench/resources/systems', size: desk })
      const added = await ask(operator, 'addExchangeConsumer', { body: { id: hospital, name: '福田样例医院收费系统', line: 'health', region: '440304', jwk: { kty: 'EC', crv: 'P-256', x, y } } })
      kid = added.kid
      const visit = { action: 'enter', ...bill, subject: { idNumber: resident.idNumber }, visitedOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) }
      assert.deepEqual(await send(visit).then(({ status, body }) => [status, body.state]), [200, 'owed'])
      assert.equal((await send({ ...visit, number: 'MZ-2026-0032', totalFen: 9_000_000, insuredFen: 0 })).body.error?.details?.because, 'limit')
      await page.reload()
      await page.getByText('福田样例医院 · 口腔科').waitFor()
      await picture(page, '03-billed', { fullPage: true })
    })

    await step('她说账不对，医保部门答复账单没错；医院报告结清 / contested, answered, settled', async () => {
      await page.getByRole('button', { name: '这笔账不对' }).click()
      await page.getByRole('textbox', { name: '哪里不对' }).fill('我记得当时付过一部分。')
      await page.getByRole('button', { name: '提交异议' }).click()
      await page.getByText('异议处理中').waitFor()
      const official = await open({ as: '段行之', at: '/workbench/care-bills', size: desk })
      await official.getByText('我记得当时付过一部分。').waitFor()
      await picture(official, '04-objection')
      await official.getByRole('textbox', { name: '答复居民' }).fill('查过医院流水，当时没有付款。')
      await official.getByRole('button', { name: '账单没错' }).click()
      await official.getByText('没有等答复的异议').waitFor()
      await page.reload()
      await page.getByText('答复：查过医院流水，当时没有付款。').waitFor()
      assert.equal((await send({ action: 'settle', number: bill.number })).body.state, 'settled')
      await page.reload()
      await page.getByText('已结清', { exact: true }).waitFor()
      await picture(page, '05-settled', { fullPage: true })
    })
  },
}
