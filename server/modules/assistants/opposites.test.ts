// A thing whose name turns round what was asked, or is of another kind, is not meant.
import { expect, test } from 'vitest'
import { normalise } from '../search/index.ts'
import { opposedBy } from './opposites.ts'
import type { Subject } from './passage.ts'

const service = (name: string): Subject => ({ type: 'service', id: 'x', name: { 'zh-CN': name }, url: '/', head: normalise(name), documents: '', passages: [] })
const opposed = (name: string, question: string) => opposedBy(service(name), normalise(question), normalise(question))

test.for([
  ['高龄津贴和救助补贴停发', '高龄津贴怎么领'], ['社会保障卡注销', '社保卡怎么办'], ['企业变更登记', '公司登记要什么材料'], ['购房提取住房公积金', '公积金租房提取要什么材料'], ['退休提取住房公积金', '买房提取公积金要多久'],
  ['户口迁入登记', '户口迁出要多久'], ['个体工商户设立登记', '公司设立要多久'], ['基本殡葬服务费用减免', '殡葬服务费怎么交'],
  ['往来台湾通行证办证进度查询', '台湾通行证要什么材料'], ['往来港澳通行证其他签注', '香港旅游签注要什么材料'], ['往来港澳通行证探亲签注', '香港旅游签注要什么材料'],
  ['退休人员医保待遇登记', '医保报销要什么材料'], ['重度残疾人护理补贴', '护理补贴要什么材料'], ['移出拖欠农民工工资失信名单', '拖欠工资找谁'], ['不动产转移登记（买卖）', '房子赠与要什么材料'],
] as [string, string][])('%s is not meant by: %s', ([name, question]) => {
  expect(opposed(name, question)).not.toEqual([])
})

test.for([
  ['高龄津贴和救助补贴停发', '老人去世后高龄津贴怎么停'], ['社会保障卡注销', '人过世了社保卡怎么处理'], ['企业变更登记', '公司换地址要什么材料'], ['购房提取住房公积金', '买房提取公积金要什么材料'], ['户口迁入登记', '户口迁入要多久'], ['企业注销登记', '公司不开了怎么办'],
  ['退休人员医保待遇登记', '退休以后医保怎么办'], ['残疾人机动轮椅车燃油补贴', '轮椅车的油补要什么材料'], ['移出经营异常名录', '列入异常名录怎么办'], ['不动产转移登记（买卖）', '二手房过户要几天'],
  ['往来台湾通行证办证进度查询', '台湾通行证办到哪了'], ['往来港澳通行证个人游签注', '香港旅游签注要什么材料'], ['往来港澳通行证其他签注', '港澳通行证其他签注要什么材料'],
  ['结婚登记', '结婚登记要多少钱'], ['企业注销登记', 'how do I close a company'], ['公积金单位信息变更', '单位公积金改名字'],
] as [string, string][])('%s may be meant by: %s', ([name, question]) => {
  expect(opposed(name, question)).toEqual([])
})

test('halls, authorities and benefits are never turned round', () => {
  expect(opposedBy({ ...service('注销窗口'), type: 'outlet' }, '几点开门', '几点开门')).toEqual([])
})
