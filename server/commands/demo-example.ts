// What the demo's applicant answers: the example application of the matter's pack, and whom to log in as.
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { regionCovers } from '../kernel/regions.ts'
import { resolveDate, type Answer } from '../modules/planning/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'

export type DemoExample = { region: string; login: string; answers: Readonly<Record<string, Answer>> }

/** The demo resident whose family, business or project an example describes; of a matter's examples in the region the one named first is walked. */
const applicants: Readonly<Record<string, string>> = {
  'newborn-married-nanshan': 'luo-yu',
  'after-a-death-retired-with-home': 'luo-yu',
  'aid-illness-marginal-nanshan': 'zhou-jingzhi',
  'check-a-former-exporter': 'fei-shuming',
  'couple-with-a-loan': 'jiang-xuming',
  'change-name-and-address': 'gu-nanxing',
  'close-a-small-company': 'zhuo-ran',
  'factory-with-everything': 'gu-nanxing',
  'disabled-severe-minimum-nanshan': 'zhu-anhe',
  'factory-from-the-start': 'gu-nanxing',
  'first-listing': 'gu-nanxing',
  'marriage-with-follow-ups': 'lin-zhiyuan',
  'open-a-limited-company': 'gu-nanxing',
  'open-a-small-restaurant-nanshan': 'xu-wangshu',
  'takeaway-in-a-mall': 'fang-ruochuan',
  'registered-company-buys-a-lorry-nanshan': 'ding-beichen',
  'penalty-anomaly-and-tax': 'gu-nanxing',
  'retire-with-housing-fund-nanshan': 'mu-qinghe',
  'school-entry-primary-migrant-nanshan': 'qiao-yingqiu',
  'school-entry-junior-local-nanshan': 'gu-yanchuan',
  'graduate-from-another-province': 'shen-xingmian',
  'card-lost-benefits': 'chen-xiaoman',
}
const order = Object.keys(applicants)
const anybody = 'chen-xiaoman'

/** Examples write days relative to today, e.g. today-6. */
const dated = (value: Answer, today: string): Answer => (typeof value === 'string' && /^today([+-]\d+)?$/.test(value) ? resolveDate(value, today) : value)

const rankOf = (example: string): number => (order.includes(example) ? order.indexOf(example) : order.length)

/** The example of the matter to walk through, of the region the product serves if there is one. @param served GB/T 2260 */
export const findExample = (matter: string, served: string): DemoExample => {
  const today = plainDate(systemClock.now())
  const packs = openPacks(readConfig(process.env).packs, systemClock)
  const own = packs.examples.filter((each) => each.matter === matter)
  const here = own.filter((each) => regionCovers(served, each.region)).toSorted((a, b) => rankOf(a.id) - rankOf(b.id))
  const example = here[0] ?? own[0]
  if (!example) throw new StartRefusal('configuration', `“${matter}”没有可演示的示例 / There is no example of "${matter}" to walk through`)
  return { region: example.region, login: applicants[example.id] ?? anybody, answers: Object.fromEntries(Object.entries(example.answers).map(([concept, value]) => [concept, dated(value, today)])) }
}
