// 宋景茗's twins: one application, each child with papers of their own, what they share asked once.
// The registry finds both births by the mother's number; each authority sees the child its case is about.
import assert from 'node:assert/strict'
import { paths } from '../web/shared/paths.ts'
import { ask } from './harness/api.ts'
import { goOn, pathOf } from './harness/form.ts'
import { phone, type Journey } from './harness/journey.ts'
import { fillTopics, handIn } from './harness/newborn.ts'
import { answersOf, families, prepareDraft, type Family } from './harness/prepare.ts'

const song: Family = { ...families.song, applicant: 'song-jingming', role: 'father' }
const each = ['birth-certificate', 'household-registration', 'vaccination-certificate', 'resident-medical-insurance', 'social-security-card']

export const journey: Journey = {
  name: 'twins',
  about: '宋景茗给双胞胎一次办齐，每个孩子各有各的证 / 宋景茗 applies once for twins, each with papers of their own',
  run: async ({ product, open, step, picture, note }) => {
    const { 'child.name': _name, 'child.birthOrder': _order, ...shared } = answersOf(song)
    const { draft } = await step('登记库一次带出两个孩子 / the registry brings both children', () => prepareDraft(product.url, song, { answers: shared }))
    const application = draft.id
    const valueOf = (concept: string) => draft.plan.concepts.find((one) => one.concept === concept)?.value
    assert.deepEqual([valueOf('child.sex'), valueOf('child.2.sex'), valueOf('child.deliveryCount')], ['female', 'male', 2])
    for (const service of each) assert.ok(draft.plan.services.some((one) => one.service === `${service}.2`), `${service} for the second child`)
    note(`${draft.plan.services.length} 个事项，填 ${draft.plan.after.fields} 项（分开办 ${draft.plan.before.fields} 项）`)

    const page = await open({ as: '宋景茗', at: paths.applyTopic({ application, topic: 'child' }), size: phone })
    await step('每个孩子一栏，只填自己的名字和排行 / a row for each child, with what is its own', async () => {
      const row = (number: number) => page.getByRole('group', { name: `孩子 ${number}`, exact: true })
      for (const [number, name, order] of [[1, '宋承岚', '2'], [2, '宋承屿', '3']] as const) {
        await row(number).getByRole('textbox', { name: /^孩子姓名/ }).fill(name)
        await row(number).getByRole('textbox', { name: /^这是母亲的第几个孩子/ }).fill(order)
        await row(number).getByRole('textbox', { name: /^这是母亲的第几个孩子/ }).blur()
      }
      await picture(page, '01-children', { fullPage: true })
      await goOn(page)
      await fillTopics(page, {})
    })

    await step('提交后，每个孩子的每一项都看得见 / every paper of every child is on the map', async () => {
      await page.goto(`${product.url}${paths.applyCheck({ application })}`)
      await page.getByRole('heading', { level: 1, name: '检查一遍' }).waitFor()
      await picture(page, '02-check', { fullPage: true })
      await handIn(page)
      await page.getByText('出生登记（宋承屿）').first().waitFor()
      await page.getByText('出生登记（宋承岚）').first().waitFor()
      await picture(page, '03-map', { fullPage: true })
      const { cases } = await ask(page, 'getApplication', { params: { id: application } })
      assert.equal(cases.length, 12)
      const waitsFor = Object.fromEntries(cases.map(({ service, dependsOn }) => [service, dependsOn]))
      assert.deepEqual([waitsFor['household-registration'], waitsFor['household-registration.2']], [['birth-certificate'], ['birth-certificate.2']])
      assert.deepEqual(waitsFor['birth-allowance']?.toSorted(), ['birth-certificate', 'birth-certificate.2'])
      assert.match(pathOf(page), /\/applications\//)
    })
  },
}
