// 梁若兰 reports a broken street lamp on her phone: words, a photo, a pin on the map. 冯听澜 is about to report the same and seconds hers.
// The unit signs and answers with the check beside it; the head releases; she is satisfied.
import assert from 'node:assert/strict'
import { desk, phone, type Journey } from './harness/journey.ts'
import { axeProblems, overflowProblems, targetProblems } from './harness/page-checks.ts'
import { jpeg } from './harness/photo.ts'

const words = '南山区桃园路12号门口的路灯坏了三天，晚上一片漆黑，老人走路容易摔。请问什么时候能修好？'
const answer = '您反映的桃园路12号门口路灯不亮，已于今天上午换好灯管和线路，晚上正常亮灯。以后再坏，可以打南山区照明维修电话。'

export const journey: Journey = {
  name: 'report-a-broken-lamp',
  about: '手机上反映路灯坏了：照片、图钉、附议、单位答复、评价 / a broken street lamp, from a photo on the phone to five grades',
  run: async ({ open, step, picture }) => {
    const page = await open({ as: '梁若兰', at: '/requests/new', size: phone })
    const sound = async () => assert.deepEqual([...(await axeProblems(page)), ...(await overflowProblems(page)), ...(await targetProblems(page, 44))], [])
    const next = () => page.getByRole('button', { name: '下一步' }).click()

    await step('说清是什么，系统认出类别，附一张照片 / in own words, with a photo', async () => {
      await page.getByLabel('发生了什么').fill(words)
      await page.getByText('看起来是“路灯不亮”').waitFor()
      await page.locator('input[type=file]').first().setInputFiles({ name: '路灯.jpg', mimeType: 'image/jpeg', buffer: jpeg })
      await page.getByText('路灯.jpg').first().waitFor()
      await sound()
      await picture(page, '01-what', { fullPage: true })
      await next()
    })

    await step('地图上放图钉，不用鼠标也行 / a pin on the map, with the keyboard alone', async () => {
      await page.getByRole('textbox', { name: '在哪里' }).fill('南山区桃园路12号')
      await page.getByRole('button', { name: '在地图上点' }).click()
      const map = page.getByRole('application')
      await map.press('Enter')
      await page.getByText(/^已放图钉/).waitFor()
      await sound()
      await picture(page, '02-where', { fullPage: true })
      await next()
    })

    await step('刷新页面，写的都还在；看一遍，发出 / nothing is lost by a reload; checked and sent', async () => {
      await page.getByRole('checkbox', { name: '办好以后可以公开' }).check()
      await page.reload()
      await page.getByRole('checkbox', { name: '办好以后可以公开' }).waitFor()
      await picture(page, '03-who', { fullPage: true })
      await next()
      await page.getByText('1 个文件').waitFor()
      await page.getByText(/预计由深圳市南山区城市管理和综合执法局办/).waitFor()
      await picture(page, '04-check', { fullPage: true })
      await page.getByRole('button', { name: '发出', exact: true }).click()
      await page.getByText('收到了').waitFor()
      await page.getByRole('img', { name: '照片 1' }).waitFor()
      await sound()
      await picture(page, '05-sent', { fullPage: true })
    })
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    await step('另一位正要反映同一件事，附议就行 / somebody else seconds it instead', async () => {
      const neighbour = await open({ as: '冯听澜', at: '/requests/new', size: phone })
      await neighbour.getByLabel('发生了什么').fill('桃园路12号门口路灯坏了，晚上漆黑一片，老人走路容易摔，请快点修好。')
      await neighbour.getByRole('heading', { name: '附近已有人反映类似的事' }).waitFor()
      await picture(neighbour, '06-similar', { fullPage: true })
      await neighbour.getByRole('button', { name: /^附议/ }).first().click()
      await neighbour.getByText('已附议，有进展会告诉您').waitFor()
    })

    await step('没有网络也能写完，连上网自己发出 / without a network it waits on the device and goes by itself', async () => {
      const walker = await open({ at: '/requests/new', size: phone, expected: [/ERR_INTERNET_DISCONNECTED/] })
      await walker.getByLabel('发生了什么').fill('深圳湾公园步道上有一块木板松了，跑步的人容易绊倒。')
      await walker.getByText(/^看起来是/).waitFor()
      for (const name of ['下一步', '下一步']) await walker.getByRole('button', { name }).click()
      await walker.getByRole('checkbox', { name: '匿名反映' }).check()
      await walker.getByRole('button', { name: '下一步' }).click()
      await walker.context().setOffline(true)
      await walker.getByRole('button', { name: '发出', exact: true }).click()
      await walker.getByText('已存好，等网络').waitFor()
      assert.deepEqual(await axeProblems(walker), [])
      await picture(walker, '12-offline', { fullPage: true })
      await walker.context().setOffline(false)
      await walker.getByRole('link', { name: /^刚才存下的反映已发出/ }).click()
      // Whoever finds the link reads what it is about, not what was told.
      await walker.getByRole('heading', { level: 1, name: '公园设施损坏' }).waitFor()
      assert.equal(await walker.getByText('深圳湾公园').count(), 0)
    })

    await step('单位签收，写答复时就看到要改的 / the unit signs and sees what its answer lacks while writing', async () => {
      const clerk = await open({ as: '成以宁', at: `/workbench/requests/${id}?view=unit`, size: desk })
      assert.equal(await clerk.getByText('梁若兰').count(), 0)
      await clerk.getByText('有 2 人反映同一件事').or(clerk.getByText('2 人反映同一件事')).first().waitFor()
      await picture(clerk, '07-desk')
      await clerk.getByRole('button', { name: '签收' }).click()
      await clerk.getByText('已签收').waitFor()
      await clerk.getByRole('button', { name: '写答复' }).click()
      await clerk.getByLabel('给反映人的答复').fill('高度重视，将尽快处理。')
      await clerk.getByText('太短了，说不清做了什么。').or(clerk.getByText('只有套话，没有说做了什么。')).first().waitFor()
      await picture(clerk, '08-findings')
      await clerk.getByLabel('给反映人的答复').fill(answer)
      await clerk.getByText('太短了，说不清做了什么。').or(clerk.getByText('只有套话，没有说做了什么。')).first().waitFor({ state: 'detached' })
      await clerk.getByRole('form', { name: '写答复' }).getByRole('button', { name: '写答复' }).click()
      await clerk.getByText('已交审核').waitFor()
      const head = await open({ as: '费行简', at: `/workbench/requests/${id}?view=unit`, size: desk })
      await head.getByRole('button', { name: '审核发出' }).click()
      await head.getByText('已发出').waitFor()
      await picture(head, '09-released')
    })

    await step('看到答复，说满意，办结 / reads the answer, is satisfied, closed', async () => {
      await page.reload()
      await page.getByText(answer).waitFor()
      await page.getByRole('radio', { name: '非常满意', exact: true }).check()
      await sound()
      await picture(page, '10-answer', { fullPage: true })
      await page.getByRole('button', { name: '提交评价' }).click()
      await page.getByText('您的评价：非常满意').waitFor()
      await page.goto('/requests/public')
      await page.getByRole('heading', { level: 1, name: '大家反映的' }).waitFor()
      await picture(page, '11-public', { fullPage: true })
    })
  },
}
