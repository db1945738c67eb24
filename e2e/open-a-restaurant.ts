// 许望舒 opens a small restaurant from a desk: no licence yet, one form for ten services, real PDFs, signed commitments. The market
// regulation of his district sees only what it needs and decides; another district sees nothing. 方若川, agent of a company that has a
// licence, is asked next to nothing about it.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { answerScenario, bringDocuments, fillTopicsFrom, readExample } from './harness/concept-form.ts'
import { goOn, pathOf } from './harness/form.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { begin, handIn, nextTask } from './harness/newborn.ts'

export const journey: Journey = {
  name: 'open-a-restaurant',
  about: '许望舒开一家小馆子，市场监管只看到自己要的并作决定 / a restaurant, from the form to the decision of market regulation',
  run: async ({ open, step, picture, note }) => {
    const example = readExample('open-a-small-restaurant-nanshan')
    const page = await open({ as: '许望舒', at: '/matters/open-a-restaurant', size: desk })

    await step('从事项页开始，回答几个问题 / a few questions', async () => {
      await page.getByRole('heading', { level: 1, name: /^开办餐饮店/ }).waitFor()
      await picture(page, '01-matter', { fullPage: true })
      await begin(page)
      const put = await answerScenario(page, example, (question) => picture(page, `02-question-${question}`))
      note(`${put.length} 个问题 / questions`)
      await picture(page, '03-tasks', { fullPage: true })
    })
    const id = pathOf(page).split('/')[2] ?? ''

    await step('经营者就是自己，姓名、住址不用填 / the owner is the applicant: nothing about him is asked', async () => {
      await nextTask(page)
      if (pathOf(page).includes('/registries')) {
        await picture(page, '04-registries', { fullPage: true })
        const all = page.getByRole('button', { name: /马上查/ })
        if ((await all.count()) > 0) await all.first().click()
        await goOn(page, page.getByRole('link', { name: '继续', exact: true }))
      }
      const { plan } = await ask(page, 'getDraft', { params: { id } })
      const name = plan.concepts.find(({ concept }) => concept === 'legalRepresentative.name')
      assert.deepEqual([name?.source.kind, name?.value], ['profile', '许望舒'])
    })

    await step('按主题填，传材料、签承诺，检查一遍 / topics, documents, commitments', async () => {
      const filled = await fillTopicsFrom(page, example, (topic) => picture(page, `05-topic-${topic}`, { fullPage: true }))
      note(`${filled.length} 项自己填 / fields typed`)
      const brought = await bringDocuments(page, () => picture(page, '06-documents', { fullPage: true }))
      note(`${brought.documents} 份材料、${brought.commitments} 份承诺 / documents, commitments`)
      assert.ok(brought.documents > 0 && brought.commitments > 0)
      await page.getByRole('heading', { level: 1, name: '检查一遍' }).waitFor()
      const { missing } = await ask(page, 'getDraft', { params: { id } })
      assert.deepEqual(Object.values(missing).flat(), [])
      await picture(page, '07-check', { fullPage: true })
      await handIn(page)
      await page.getByText('已经提交').first().waitFor()
      await picture(page, '08-tracking', { fullPage: true })
    })

    await step('南山的市场监管只看到自己要的，受理并准予 / market regulation sees only its concepts and decides', async () => {
      const { cases } = await ask(page, 'getApplication', { params: { id } })
      const licence = cases.find(({ service }) => service === 'individual-business-registration')
      assert.ok(licence)
      const official = await open({ as: '叶明夷', at: `/workbench/cases/${licence.id}`, size: desk })
      await official.getByRole('heading', { level: 1 }).waitFor()
      const { content } = await ask(official, 'getCase', { params: { id: licence.id } })
      const subjects = new Set(content.map(({ concept }) => concept.split('.')[0]))
      assert.deepEqual(['fire', 'sign', 'drainage', 'waste', 'invoice'].filter((subject) => subjects.has(subject)), [], 'nothing about fire safety, the sign, drains, waste or invoices')
      assert.ok(subjects.has('company') && subjects.has('legalRepresentative'))
      await picture(official, '09-case', { fullPage: true })
      await official.getByRole('button', { name: /^受理/ }).waitFor()
      await official.keyboard.press('a')
      await official.getByText('已受理。').waitFor()
      await official.getByRole('button', { name: /^准予办结/ }).waitFor()
      await official.keyboard.press('g')
      await official.getByRole('form', { name: '准予办结' }).waitFor()
      await official.getByRole('textbox', { name: /信用代码/ }).fill('92440300MA99990017')
      await picture(official, '10-grant')
      await official.keyboard.press('Control+Enter')
      await official.getByText('已准予办结，申请人会收到通知。').waitFor()
    })

    await step('宝安的市场监管看不到 / another district sees nothing', async () => {
      const other = await open({ as: '文望月', at: '/workbench/', size: desk })
      await other.getByRole('heading', { level: 1, name: '办件' }).waitFor()
      const { cases } = await ask(other, 'listCases', { query: { view: 'any', q: '许望舒', limit: 50 } })
      assert.deepEqual(cases, [])
    })

    await step('食品许可跟着开始，申请人看得到 / the food permit starts, and the applicant sees it', async () => {
      await page.reload()
      await page.getByText('办理中').first().waitFor()
      const { cases } = await ask(page, 'getApplication', { params: { id } })
      assert.equal(cases.find(({ service }) => service === 'individual-business-registration')?.state, 'granted')
      await picture(page, '11-tracking', { fullPage: true })
    })

    await step('食品许可证发下来，从“我的证照”办变更，原来的内容都带好 / the licence is granted and changed from My licences', async () => {
      const permit = (await ask(page, 'getApplication', { params: { id } })).cases.find(({ service }) => service === 'food-business-licence')?.id ?? ''
      const official = await open({ as: '叶明夷', at: `/workbench/cases/${permit}`, size: desk })
      await official.getByRole('heading', { level: 1 }).waitFor()
      const revisionOf = async () => (await ask(official, 'getCase', { params: { id: permit } })).revision
      await ask(official, 'acceptCase', { params: { id: permit }, body: { revision: await revisionOf() } })
      await ask(official, 'grantCase', { params: { id: permit }, body: { revision: await revisionOf(), opinion: '现场核查合格' } })
      await page.goto(new URL('/licences', page.url()).href)
      await page.getByRole('heading', { level: 1, name: '我的证照' }).waitFor()
      await picture(page, '12-licences', { fullPage: true })
      await page.getByRole('button', { name: '申请变更：食品经营许可证' }).click()
      await page.getByRole('heading', { level: 1, name: /厨房的布局/ }).waitFor()
      await picture(page, '13-change', { fullPage: true })
      const draft = await ask(page, 'getDraft', { params: { id: pathOf(page).split('/')[2] ?? '' } })
      const address = draft.plan.concepts.find(({ concept }) => concept === 'premises.address')
      assert.deepEqual([address?.source.kind, draft.answers['restaurant.hotFood'], draft.answers['restaurant.licenceMatter']], ['result', true, 'change'])
    })

    await step('拟撤销先听本人说明，一人提请、局长决定 / a revocation is proposed, its holder heard, the head decides', async () => {
      const permit = (await ask(page, 'getApplication', { params: { id } })).cases.find(({ service }) => service === 'food-business-licence')?.id ?? ''
      const official = await open({ as: '叶明夷', at: `/workbench/cases/${permit}`, size: desk })
      await official.getByRole('button', { name: /^提请决定/ }).click()
      const form = official.getByRole('form', { name: '提请决定' })
      await form.getByRole('combobox', { name: /提请什么/ }).selectOption({ label: '撤销结果' })
      await form.getByRole('textbox', { name: /法律依据/ }).fill('行政许可法第六十九条')
      await form.getByRole('textbox', { name: /理由/ }).fill('核查发现厨房布局与申报不一致')
      await picture(official, '14-propose')
      await official.keyboard.press('Control+Enter')
      await official.getByText('已提请，负责人会收到。').waitFor()
      await picture(official, '15-proposed', { fullPage: true })
      await page.goto(new URL(`/applications/${id}#case-${permit}`, page.url()).href)
      await page.getByRole('textbox', { name: /您的说明/ }).fill('布局没有动过，请再看一次现场。')
      await picture(page, '16-hearing', { fullPage: true })
      await page.getByRole('button', { name: '提交说明' }).click()
      await page.getByText('布局没有动过，请再看一次现场。').waitFor()
      const head = await open({ as: '沈既白', at: '/workbench/proposals', size: desk })
      await head.getByRole('heading', { level: 1, name: '待批和到期' }).waitFor()
      await picture(head, '17-proposals', { fullPage: true })
      await head.getByRole('link', { name: /看办件并决定/ }).first().click()
      await head.getByRole('button', { name: /^撤销结果/ }).click()
      await picture(head, '18-decide', { fullPage: true })
      const { revision } = await ask(head, 'getCase', { params: { id: permit } })
      await ask(head, 'revokeResult', { params: { id: permit }, body: { revision, opinion: '同意撤销' } })
      await page.reload()
      await page.getByText('这份结果已被撤销，不再有效').first().waitFor()
      await picture(page, '19-revoked', { fullPage: true })
      await head.reload()
      await head.getByText('这份结果已被撤销，不能再用。').waitFor()
      await picture(head, '20-revoked-staff', { fullPage: true })
    })

    await step('有执照的公司，企业信息不用再填 / a registered company is not asked what its register says', async () => {
      const shop = readExample('takeaway-in-a-mall')
      const agent = await open({ as: '方若川', at: '/matters/open-a-restaurant', size: phone })
      await begin(agent)
      await answerScenario(agent, shop, () => Promise.resolve())
      const draft = pathOf(agent).split('/')[2] ?? ''
      const saved = await ask(agent, 'saveAnswers', { params: { id: draft }, body: { answers: { 'company.creditCode': String(shop.answers['company.creditCode']) } } })
      const name = saved.plan.concepts.find(({ concept }) => concept === 'company.name')
      assert.deepEqual([name?.source.kind, name?.value], ['registry', '深圳示例山茶文化有限公司'])
      await agent.reload()
      await agent.getByRole('heading', { level: 1, name: /^开办餐饮店/ }).waitFor()
      await picture(agent, '21-agent-tasks', { fullPage: true })
    })
  },
}
