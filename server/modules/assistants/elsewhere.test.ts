// Places outside: where something is to be done, or only where somebody or something comes from or goes to.
import { expect, test } from 'vitest'
import { normalise } from '../search/index.ts'
import { placesElsewhere, withDirections } from './elsewhere.ts'

const places = { own: ['深圳', '南山区'], outside: ['广州', '东莞'] }
/** With the places served here that a question names, as the catalogue reads them. */
const placesIn = (question: string) => ({ ...places, own: [...places.own, ...['南山', '罗湖', '坪山'].filter((name) => question.includes(name))] })
const isElsewhere = (question: string) => placesElsewhere(withDirections(normalise(question), placesIn(question)), placesIn(question)).length > 0

test.for([
  '台湾的身份证怎么补办', '香港公屋怎么申请', '湖南社保局电话', '湖南人社局电话', '北京结婚登记在哪里办', '去北京办身份证要多少钱', '到上海换身份证多少钱', '广州身份证换领要多少钱', '长沙的低保标准是多少', '湖南人才补贴怎么申请', '在湖南公积金转入要什么材料', '成都的人事档案转入收费吗', '广州户口迁出登记要什么材料',
  '外地人在上海办居住证要什么材料', '本人在广州办结婚登记要什么材料', '孩子在湖南补办身份证要什么材料', '从北京转到上海的养老保险要什么材料', '香港结婚登记要什么材料', '去香港结婚要什么材料', '在美国买房要什么材料', '从湖南来深圳以后去香港怎么办身份证',
])('%s is asked about what is done elsewhere', (question) => {
  expect(isElsewhere(question)).toBe(true)
})

test.for([
  '往来台湾通行证要什么材料', '去香港要办什么证', '香港旅游签注多少钱', '澳门通行证过期了怎么办', '日本签证要什么材料', '去台湾探亲要带什么', '国外驾照换国内驾照要什么材料', '台湾学历怎么认证', '在日本生的孩子怎么上户口', '北京结的婚能在深圳改户口簿吗', '湖南养老保险转到深圳要什么材料',
  '把社保从广州转过来', '养老保险从深圳转到湖南要几天', '户口迁到东莞要几天', '湖南户口能办居住证吗', '东莞户口能办居住证吗', '广州人能办居住证吗', '人在北京怎么补办社保卡', '继承人在国外怎么办', '货物出口到美国要什么证', '北京大学毕业落户要什么条件', '开兰州拉面馆要什么证', '老公是台湾人',
])('%s is asked about what is done here', (question) => {
  expect(isElsewhere(question)).toBe(false)
})

test.for(['结婚登记当日本人必须到场吗', '五个工作日本人去拿可以吗', '全国外地人都能办吗', '身份证办成都要多少钱', '入海口在哪里', '我国外商投资企业怎么登记', '延长春节假期', '南山西丽居住证在哪里办', '罗湖南湖街道居住证在哪里办', '坪山东纵路社区怎么走'])('%s names no place at all', (question) => {
  expect(isElsewhere(question)).toBe(false)
})

test.for([
  ['湖南的养老保险转到深圳要几天', '养老保险转入要几天'], ['从广州把医保转过来要几天', '把医保转入要几天'], ['在四川交的养老保险想转到南山区', '养老保险想转入'], ['公积金从东莞转入收费吗', '公积金转入收费吗'], ['户口从湖南迁到深圳', '户口迁入'],
  ['户口迁到湖南', '户口迁出'], ['公积金转去广州', '公积金转出'], ['东莞户口能办吗', '外地户口能办吗'], ['人在湖南能办吗', '人在外地能办吗'], ['兰州拉面馆', '拉面馆'],
] as [string, string][])('%s is called %s', ([question, called]) => {
  expect(withDirections(question, places)).toBe(called)
})

test.for(['湖南户口能办吗', '养老保险从香港转到深圳', '户口迁到台湾', '在湖南公积金转入', '社保卡换领', ''])('%s is called nothing else: nothing is moved from or to there within the country', (question) => {
  expect(withDirections(question, places)).toBe(question)
})

test('a place counts where it stands, once for each time', () => {
  expect(placesElsewhere('往来台湾通行证在北京怎么办', places)).toEqual([{ from: 8, to: 10 }])
})
