// 顾南星 opens a restaurant with a company that has its licence. Two departments miss something and he is told once, on one list; then
// food, drains and fire come together, fill in one sheet on the phone, he signs it, and their cases go on.
import assert from 'node:assert/strict'
import { call } from '../server/commands/demo-calls.ts'
import { loginOverHttp, type LoggedIn } from '../server/modules/people/demo-login.ts'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { samplePdf } from './harness/newborn.ts'
import { prepareRestaurant } from './harness/restaurant.ts'

const applicant = '顾南星'
/** One white dot, as small as a picture can be. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==', 'base64')

type SeenPart = { caseId: string; revision: number; items: { id: string; needs: string[] }[] }

const revisionOf = async (official: LoggedIn, id: string): Promise<number> => (await call<{ revision: number }>(official, 'GET', `/cases/${id}`)).revision

const accept = async (official: LoggedIn, id: string): Promise<void> => void (await call(official, 'POST', `/cases/${id}/accept`, { revision: await revisionOf(official, id) }))

const miss = async (official: LoggedIn, id: string, items: { what: string; evidence: string }[]): Promise<void> => void (await call(official, 'POST', `/cases/${id}/supplement-request`, { revision: await revisionOf(official, id), items }))

/** Fills in and signs a part over the API, without a fault. */
const signPart = async (official: LoggedIn, visit: string, caseId: string): Promise<void> => {
  const partOf = async (): Promise<SeenPart> => {
    const part = (await call<{ parts: SeenPart[] }>(official, 'GET', `/site-visits/${visit}`)).parts.find((each) => each.caseId === caseId)
    assert.ok(part)
    return part
  }
  const { items, revision } = await partOf()
  for (const { id } of items.filter(({ needs }) => needs.includes('photo'))) {
    const form = new FormData()
    form.set('file', new Blob([dot], { type: 'image/png' }), '现场.png')
    assert.equal((await official.fetch(`/api/v1/site-visits/${visit}/parts/${caseId}/photos/${id}`, { method: 'POST', body: form })).status, 201)
  }
  const findings = Object.fromEntries(items.map(({ id, needs }) => [id, { verdict: 'pass', words: '', measure: needs.includes('measure') ? '1.4' : '' }]))
  await call(official, 'PUT', `/site-visits/${visit}/parts/${caseId}`, { revision, findings, note: '' })
  await call(official, 'POST', `/site-visits/${visit}/parts/${caseId}/sign`, { revision: (await partOf()).revision })
}

export const journey: Journey = {
  name: 'joint-visit',
  about: '顾南星开餐饮店：一张清单补齐，三个部门一起踏勘、一张意见表 / one list of corrections, one visit, one sheet',
  run: async ({ product, step, open, picture }) => {
    const { id } = await prepareRestaurant(product.url, 'gu-nanxing', '广东省深圳市南山区粤海街道示例路301号101铺')
    const page = await open({ as: applicant, at: `/applications/${id}`, size: phone })
    const { cases } = await ask(page, 'getApplication', { params: { id } })
    const caseOf = (service: string) => cases.find((each) => each.service === service)?.id ?? ''
    const [food, drains, fire, waste] = [caseOf('food-business-licence'), caseOf('drainage-permit'), caseOf('fire-safety-check'), caseOf('kitchen-waste-registration')]

    const official = (line: string) => loginOverHttp(product.url, `nanshan-${line}-approver`, { staff: true })
    const [seller, water, fires, city] = await Promise.all(['market-regulation', 'water-affairs', 'fire-rescue', 'urban-management'].map(official))

    const market = await step('市场监管和水务各缺材料，先记下；消防和城管看完，一次告知 / two departments miss something and it is told once', async () => {
      assert.ok(seller && water && fires && city)
      await miss(seller, food, [{ what: '布局图上没有标出洗手池', evidence: 'kitchen-layout' }])
      const desktop = await open({ as: '叶明夷', at: `/workbench/cases/${food}`, size: desk })
      await desktop.getByRole('heading', { name: '合并补正清单' }).waitFor()
      await picture(desktop, '01-recorded')
      await miss(water, drains, [{ what: '排水图没有标隔油池', evidence: 'drainage-plan' }])
      assert.deepEqual((await ask(page, 'getApplication', { params: { id } })).cases.flatMap(({ supplement }) => supplement), [])
      await accept(fires, fire)
      if (waste) await accept(city, waste)
      await page.getByRole('link', { name: /2 个部门要补材料/ }).waitFor({ timeout: 15_000 })
      await picture(page, '02-told-once', { fullPage: true })
      return desktop
    })
    assert.ok(seller && water && fires)

    await step('一张清单，一次补齐，一起交 / one list, one answer', async () => {
      await page.getByRole('link', { name: /2 个部门要补材料/ }).click()
      await page.getByRole('heading', { level: 1, name: '一次补齐' }).waitFor()
      await page.getByRole('button', { name: '再加一份' }).first().waitFor()
      assert.equal(await page.getByRole('button', { name: '再加一份' }).count(), 2)
      await picture(page, '03-corrections', { fullPage: true })
      for (const index of [0, 1]) {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '再加一份' }).nth(index).click()])
        await chooser.setFiles({ name: `补-${index + 1}.pdf`, mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from(samplePdf), Buffer.from(`\n% ${index}\n`)]) })
        await page.getByRole('link', { name: new RegExp(`补-${index + 1}`) }).waitFor()
      }
      await page.getByRole('button', { name: '交给各部门' }).click()
      await page.waitForURL(/\/applications\/[^/]+$/)
      await accept(seller, food)
      await accept(water, drains)
    })

    const { opened: visit, brigade } = await step('市场监管发起，三个部门一个时间，顾南星确认 / one time for three departments, confirmed by the applicant', async () => {
      await market.reload()
      await market.getByRole('button', { name: '发起联合踏勘' }).click()
      await market.getByRole('link', { name: '看这次踏勘' }).click()
      await market.getByRole('heading', { level: 1, name: `踏勘 · ${applicant}` }).waitFor()
      const opened = new URL(market.url()).pathname.split('/').at(-1) ?? ''
      await picture(market, '04-proposed')
      await call(water, 'POST', `/site-visits/${opened}/confirm`, (await call<{ slot: unknown }>(water, 'GET', `/site-visits/${opened}`)).slot)
      const firemen = await open({ as: '江承泽', at: `/workbench/site-visits/${opened}`, size: desk })
      await firemen.getByRole('button', { name: '能去', exact: true }).click()
      await firemen.getByText('等申请人确认').waitFor()
      await page.reload()
      await page.getByRole('button', { name: '可以，就这个时间' }).waitFor()
      await picture(page, '05-offered', { fullPage: true })
      await page.getByRole('button', { name: '可以，就这个时间' }).click()
      await page.getByText('时间定了').first().waitFor()
      return { opened, brigade: firemen }
    })

    await step('人都到了，现场用手机填、拍照、签字，办件停表到签字 / filled in and signed on the phone; the clocks stand until then', async () => {
      await market.setViewportSize(phone)
      await market.reload()
      await market.getByRole('button', { name: '人都到了，现在开始' }).click()
      await market.locator('.visits-item').first().waitFor()
      assert.equal((await ask(market, 'getCase', { params: { id: food } })).state, 'suspended')
      for (const item of await market.locator('.visits-item').all()) {
        await item.getByRole('radio', { name: '符合', exact: true }).check()
        const measure = item.getByRole('textbox', { name: /^实测/ })
        if ((await measure.count()) > 0) await measure.fill('28')
        const camera = item.getByRole('button', { name: /选择文件或拍照/ })
        if ((await camera.count()) === 0) continue
        const [chooser] = await Promise.all([market.waitForEvent('filechooser'), camera.click()])
        await chooser.setFiles({ name: '现场.png', mimeType: 'image/png', buffer: dot })
        await item.getByRole('link', { name: /现场/ }).waitFor()
      }
      await market.getByText('已保存', { exact: true }).waitFor()
      await picture(market, '06-sheet-phone', { fullPage: true })
      await market.getByRole('button', { name: '签字', exact: true }).click()
      await market.getByText(/^叶明夷签字 · /).waitFor()
      assert.equal((await ask(market, 'getCase', { params: { id: food } })).state, 'accepted')
      await signPart(water, visit, drains)
      await signPart(fires, visit, fire)
      await brigade.reload()
      await brigade.getByText(/^叶明夷签字 · /).waitFor()
      await picture(brigade, '07-all-parts', { fullPage: true })
    })

    await step('顾南星看意见、签字，编号的意见表大家都能打开 / he reads and signs it; everybody opens the numbered sheet', async () => {
      await page.reload()
      await page.getByRole('textbox', { name: /有话要说/ }).fill('检查得很仔细，没有意见。')
      await page.getByRole('textbox', { name: /输入姓名/ }).fill(applicant)
      await picture(page, '08-to-sign', { fullPage: true })
      await page.getByRole('button', { name: '签字确认' }).click()
      await page.getByText('您的意见：检查得很仔细，没有意见。').waitFor()
      await picture(page, '09-signed', { fullPage: true })
      const reply = await water.fetch(`/api/v1/site-visits/${visit}/document`)
      assert.deepEqual([reply.status, reply.headers.get('content-type')], [200, 'application/pdf'])
      const { messages } = await ask(page, 'listMessages', { query: { limit: 50 } })
      assert.ok(messages.some(({ title }) => title.startsWith('踏勘意见表出来了')))
    })
  },
}
