// 黎问柏 finds nothing that fits and says what is difficult, on a phone. A coordinator asks the justice bureau, records a meeting and answers;
// he is not helped, the city answers again; what was learnt becomes an answer the next person finds.
import assert from 'node:assert/strict'
import { ask } from './harness/api.ts'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems, overflowProblems, targetProblems } from './harness/page-checks.ts'
import { choosePerson } from './harness/people.ts'

const account = '父亲留下的公积金要继承人本人来领，哥哥在国外回不来。公证处、公积金、街道都让我先去别处开证明，跑了五趟。'
const words = '不用回国。哥哥在使领馆办委托书公证寄给您，您到公证处办继承公证，再到公积金中心领取。'

export const journey: Journey = {
  name: 'hard-case',
  about: '哪件事都对不上：说出难处，部门会商，答复，再变成大家搜得到的答案 / a hard case, from one’s own words to an answer others find',
  run: async ({ open, step, picture }) => {
    const page = await open({ size: phone })

    await step('搜不到，就说说难处；登录回来，写的还在 / nothing fits: told in own words, kept over the login', async () => {
      await page.goto('/search?q=量子纠缠')
      await page.getByRole('link', { name: '说说您的难处' }).click()
      await page.getByLabel('遇到了什么难处').fill(account)
      await page.getByRole('link', { name: '家人去世，唯一的继承人在国外' }).waitFor()
      assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44))], [])
      await picture(page, '01-intake', { fullPage: true })
      await page.getByRole('button', { name: '登录后交给协调员' }).click()
      await choosePerson(page, '黎问柏')
      await page.getByLabel('遇到了什么难处').waitFor()
      assert.equal(await page.getByLabel('遇到了什么难处').inputValue(), account)
      await page.getByLabel('事情在哪里').selectOption({ label: '南山区' })
      await page.locator('input[type=file]').first().setInputFiles({ name: '回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n') })
      await page.getByRole('button', { name: '交给协调员' }).click()
      await page.getByText('已收下').waitFor()
      await page.getByRole('link', { name: '回执.pdf' }).waitFor()
      await picture(page, '02-taken-in', { fullPage: true })
    })
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    const coordinator = await open({ as: '田若溪', at: `/workbench/hard-cases/${id}?view=toSort`, size: desk })
    const form = (name: string) => coordinator.getByRole('form', { name })
    await step('协调员列为疑难，请司法局出意见 / the coordinator takes it on and asks the justice bureau', async () => {
      await coordinator.getByRole('button', { name: '列为疑难' }).click()
      await form('列为疑难').getByLabel('名称').fill('继承人在国外，公积金领不出来')
      await form('列为疑难').getByLabel('类别').selectOption({ label: '牵涉几个地方' })
      await form('列为疑难').getByRole('button', { name: '列为疑难' }).click()
      await coordinator.getByRole('heading', { level: 1, name: '继承人在国外，公积金领不出来' }).waitFor()
      await coordinator.getByRole('button', { name: '请部门出意见' }).click()
      await form('请部门出意见').getByLabel('请哪个部门').selectOption({ label: '深圳市南山区司法局（公证、法律援助）' })
      await form('请部门出意见').getByLabel('要回答的问题').fill('凭使领馆公证的委托书，能不能由受托人办继承公证？')
      await picture(coordinator, '03-ask')
      await form('请部门出意见').getByRole('button', { name: '发出 1 份' }).click()
      await coordinator.getByText('已发出').waitFor()
    })

    await step('司法局只看到要它答的，书面答复 / the justice bureau sees what it is asked and answers', async () => {
      const justice = await open({ as: '常凌霄', at: '/workbench/hard-cases', size: desk })
      await justice.getByRole('link', { name: /继承人在国外，公积金领不出来/ }).click()
      await justice.getByRole('radio', { name: '可以办' }).check()
      await justice.getByLabel('理由和办法').fill('可以。委托书经使领馆公证即可，不用本人到场。')
      assert.equal(await justice.getByText('黎问柏').count(), 0)
      await picture(justice, '04-opinion')
      await justice.getByRole('button', { name: '出具意见' }).click()
      await justice.getByText(/常凌霄 已于/).waitFor()
    })

    await step('记下协调会，答复申请人 / a meeting, then the answer', async () => {
      await coordinator.reload()
      await coordinator.getByText('委托书经使领馆公证即可').waitFor()
      await coordinator.getByRole('button', { name: '答复申请人' }).click()
      await form('答复申请人').getByLabel('给申请人的答复').fill(words)
      await form('答复申请人').getByLabel('怎么解决的').fill('凭使领馆公证的委托书，由受托人代办。')
      await form('答复申请人').getByLabel('关键词').fill('继承 公积金 境外')
      assert.deepEqual(await axeProblems(coordinator), [])
      await form('答复申请人').getByRole('button', { name: '答复申请人' }).click()
      await coordinator.getByText('已答复申请人').first().waitFor()
      await picture(coordinator, '05-answered')
    })

    await step('没解决：转到市里，再答复，这回解决了 / not solved: the city answers, and that helps', async () => {
      await page.reload()
      await page.getByText(words).waitFor()
      await picture(page, '06-answer', { fullPage: true })
      await page.getByRole('button', { name: '还没解决' }).click()
      await page.getByLabel('哪里没解决').fill('公积金中心还是要本人到场。')
      await page.getByRole('button', { name: '告诉他们' }).click()
      await page.getByText('已转到深圳市重新办').waitFor()
      const city = await open({ as: '殷守拙', at: `/workbench/hard-cases/${id}`, size: desk })
      const { revision } = await ask(city, 'acceptHardCase', { params: { id }, body: { revision: (await ask(city, 'getHardCase', { params: { id } })).revision, title: '继承人在国外，公积金领不出来', category: 'across-regions' } })
      await ask(city, 'concludeHardCase', { params: { id }, body: { revision, words: '市公积金中心已经改了办法，带公证书就能领。', solution: '市中心修改办理指引。', by: ['深圳市住房公积金管理中心'], laws: [], category: 'across-regions', keywords: ['继承', '公积金'] } })
      await page.reload()
      await page.getByRole('button', { name: '解决了', exact: true }).click()
      await page.getByText('这件事已经办完').waitFor()
      await ask(city, 'proposeLesson', { params: { id }, body: { kind: 'question', ask: '哥哥在国外，领遗留公积金要不要本人回来？', answer: '不用。带使领馆公证的委托书和继承公证书，由受托人领取。', services: ['housing-fund-heirs-withdrawal'] } })
    })

    await step('设计人员审核公开，下一位一搜就有 / a designer approves it and the next person finds it', async () => {
      const designer = await open({ as: '顾屿宁', at: '/workbench/lessons', size: desk })
      const lesson = designer.locator('.tb-card').filter({ hasText: '哥哥在国外，领遗留公积金要不要本人回来？' }).last()
      await lesson.getByRole('button', { name: '审核并公开' }).first().click()
      await picture(designer, '07-lessons')
      await lesson.getByRole('button', { name: '审核并公开' }).last().click()
      await designer.getByText('已公开').waitFor()
      await page.goto(`/search?q=${encodeURIComponent('哥哥在国外，公积金要不要本人回来')}`)
      await page.getByRole('link', { name: /领遗留公积金要不要本人回来/ }).first().click()
      await page.getByRole('heading', { level: 1, name: '哥哥在国外，领遗留公积金要不要本人回来？' }).waitFor()
      assert.deepEqual(await axeProblems(page), [])
      await picture(page, '08-answer')
    })
  },
}
