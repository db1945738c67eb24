// Whose family, business or project each example application describes, so that the demo walks it as them. Everybody is invented.
import type { Answers } from '../modules/planning/index.ts'

export type DemoResident = {
  login: string
  /** id of the example in the packs */
  example: string
  /** what this resident says otherwise */
  differs?: Answers
}

const zhou: Answers = {
  'child.name': '周以恒', 'child.birthOrder': 2, 'child.ethnicityFollows': 'father', 'child.nativePlace': '湖南长沙', 'mother.employer': '深圳示例书店有限公司', 'mother.leaveStart': 'today-20',
  'applicant.deliveryAddress': '广东省深圳市南山区桃源街道示例路77号5栋902',
}
const deng: Answers = {
  'parents.married': true, 'child.householdFollows': 'father', 'mother.hasMaternityInsurance': false, 'child.name': '邓星遥', 'child.relationToHead': 'child',
  'applicant.deliveryAddress': '广东省深圳市福田区香蜜湖街道示例路63号4栋706',
}
const gao: Answers = { 'child.name': '高念初', 'child.householdFollows': 'mother', 'mother.leaveStart': 'today-17', 'applicant.deliveryAddress': '广东省深圳市南山区南头街道示例路8号6栋1102' }
const song: Answers = { 'child.ethnicityFollows': 'father' }
/** A father names the mother: her number finds everything else. */
const fatherWith = (motherIdNumber: string): Answers => ({ 'applicant.role': 'father', 'mother.idNumber': motherIdNumber })

/** Of a matter's examples in the region the one named first is walked unless somebody is named. */
export const demoResidents: readonly DemoResident[] = [
  { login: 'luo-yu', example: 'newborn-married-nanshan' },
  { login: 'chen-xiaoman', example: 'newborn-married-nanshan', differs: fatherWith('440305199102199980') },
  { login: 'tan-xiaotang', example: 'newborn-married-nanshan', differs: zhou },
  { login: 'zhou-muyao', example: 'newborn-married-nanshan', differs: { ...zhou, ...fatherWith('43010419920405998X') } },
  { login: 'liang-ruolan', example: 'newborn-married-nanshan', differs: gao },
  { login: 'xu-wanqing', example: 'newborn-unmarried-futian' },
  { login: 'zheng-shuhe', example: 'newborn-unmarried-futian', differs: deng },
  { login: 'deng-yunzhou', example: 'newborn-unmarried-futian', differs: { ...deng, ...fatherWith('440304199402119982') } },
  { login: 'jiang-yuan', example: 'newborn-twins-nanshan', differs: song },
  { login: 'song-jingming', example: 'newborn-twins-nanshan', differs: { ...song, ...fatherWith('440305199009239984') } },
  { login: 'luo-yu', example: 'after-a-death-retired-with-home' },
  { login: 'zhou-jingzhi', example: 'aid-illness-marginal-nanshan' },
  { login: 'fei-shuming', example: 'check-a-former-exporter' },
  { login: 'jiang-xuming', example: 'couple-with-a-loan' },
  { login: 'gu-nanxing', example: 'change-name-and-address' },
  { login: 'zhuo-ran', example: 'close-a-small-company' },
  { login: 'gu-nanxing', example: 'factory-with-everything' },
  { login: 'zhu-anhe', example: 'disabled-severe-minimum-nanshan' },
  { login: 'gu-nanxing', example: 'factory-from-the-start' },
  { login: 'gu-nanxing', example: 'first-listing' },
  { login: 'lin-zhiyuan', example: 'marriage-with-follow-ups' },
  { login: 'gu-nanxing', example: 'open-a-limited-company' },
  { login: 'xu-wangshu', example: 'open-a-small-restaurant-nanshan' },
  { login: 'fang-ruochuan', example: 'takeaway-in-a-mall' },
  { login: 'ding-beichen', example: 'registered-company-buys-a-lorry-nanshan' },
  { login: 'gu-nanxing', example: 'penalty-anomaly-and-tax' },
  { login: 'mu-qinghe', example: 'retire-with-housing-fund-nanshan' },
  { login: 'qiao-yingqiu', example: 'school-entry-primary-migrant-nanshan' },
  { login: 'gu-yanchuan', example: 'school-entry-junior-local-nanshan' },
  { login: 'shen-xingmian', example: 'graduate-from-another-province' },
  { login: 'chen-xiaoman', example: 'card-lost-benefits' },
]
