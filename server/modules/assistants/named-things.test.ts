// Things whose names hold the words by which questions beyond guides are known: asked for by name they are answered, asked otherwise they are declined.
// The packs that come with the product, with invented rows of another platform beside them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { shippedPacks } from '../../testing/packs.ts'
import { answerFrom, retrieve } from './answering.ts'
import { importInvented } from './testing-services.ts'

const names = [
  '办理往来台湾通行证', '首次办理往来台湾通行证办证进度查询', '办理往来港澳通行证个人游签注', '办理往来港澳通行证其他签注', '统计专业技术资格考试报名', '食品药品违法行为举报奖励', '无犯罪记录公证指引',
  '香港、澳门律师事务所与广东境内律师事务所联营设立许可', '海关统计数据查询',
]

let testing: TestApp
beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-11-22T10:00:00+08:00'), packs: shippedPacks('2026-11-22'), environment: { REGION: '440300' } })
  await importInvented(testing.app, names.map((name) => [name, { material_intro: [`${name}申请表`] }]))
})
afterAll(async () => {
  await testing.close()
})

const ask = async (question: string) => answerFrom(await retrieve(testing.app, { question, language: 'zh-CN' }), 'zh-CN')

test.for([
  ['往来台湾通行证要什么材料', '办理往来台湾通行证'], ['去台湾要什么材料', '办理往来台湾通行证'], ['香港旅游签注要什么材料', '办理往来港澳通行证个人游签注'], ['统计专业技术资格考试报名要什么材料', '统计专业技术资格考试报名'], ['食品药品违法行为举报奖励要什么材料', '食品药品违法行为举报奖励'],
  ['无犯罪记录公证要什么材料', '无犯罪记录公证指引'], ['香港澳门律师事务所联营设立许可要什么材料', '香港、澳门律师事务所与广东境内律师事务所联营设立许可'], ['海关统计数据查询要什么材料', '海关统计数据查询'],
] as [string, string][])('%s is answered from %s', async ([question, name]) => {
  const answer = await ask(question)
  expect(answer).toMatchObject({ kind: 'answer', about: { name: { 'zh-CN': name } } })
  expect(answer.kind === 'answer' ? answer.told.map(({ text }) => text).join('') : '').toContain(`${name}申请表`)
})

test.for([
  ['我的往来台湾通行证办到哪一步了', 'personal'], ['明年往来台湾通行证会涨价吗', 'future'], ['台湾的身份证怎么补办', 'elsewhere'], ['香港公屋怎么申请', 'elsewhere'], ['今年往来台湾通行证的统计数据有多少', 'figures'], ['统计数据有多少', 'figures'], ['食品药品违法吗', 'advice'],
] as [string, string][])('%s is declined: %s', async ([question, reason]) => {
  expect(await ask(question)).toMatchObject({ kind: 'unknown', reason })
})

test.for(['湖南海关统计数据查询要什么材料', '在上海办往来台湾通行证要什么材料', '北京的往来港澳通行证个人游签注要什么材料'])('%s is not answered: nothing here accounts for the place', async (question) => {
  expect((await ask(question)).kind).toBe('unknown')
})
