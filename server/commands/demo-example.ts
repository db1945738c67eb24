// What the demo's applicant answers: the example application of the matter's pack, and whom to log in as.
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { resolveDate, type Answer } from '../modules/planning/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { StartRefusal } from '../start-refusal.ts'

export type DemoExample = { region: string; login: string; answers: Readonly<Record<string, Answer>> }

/** The demo resident whose family, business or project the first example of a matter describes. */
const applicants: Readonly<Record<string, string>> = {
  newborn: 'luo-yu',
  'after-a-death': 'luo-yu',
  'aid-for-disabled-people': 'zhou-jingzhi',
  'bankruptcy-check': 'fei-shuming',
  'buy-a-home': 'jiang-xuming',
  'change-company-details': 'gu-nanxing',
  'close-a-company': 'zhuo-ran',
  'connect-utilities': 'gu-nanxing',
  'disabled-persons-services': 'zhu-anhe',
  'investment-project': 'gu-nanxing',
  'listing-compliance-review': 'gu-nanxing',
  marriage: 'lin-zhiyuan',
  'open-a-company': 'gu-nanxing',
  'open-a-restaurant': 'xu-wangshu',
  'open-a-transport-business': 'ding-beichen',
  'repair-credit': 'gu-nanxing',
  retire: 'mu-qinghe',
  'school-entry': 'qiao-yingqiu',
  'settle-as-talent': 'shen-xingmian',
  'social-security-card-services': 'chen-xiaoman',
}

/** Examples write days relative to today, e.g. today-6. */
const dated = (value: Answer, today: string): Answer => (typeof value === 'string' && /^today([+-]\d+)?$/.test(value) ? resolveDate(value, today) : value)

export const findExample = (matter: string): DemoExample => {
  const today = plainDate(systemClock.now())
  const packs = openPacks(readConfig(process.env).packs, systemClock)
  const example = packs.examples.find((each) => each.matter === matter)
  if (!example) throw new StartRefusal('configuration', `“${matter}”没有可演示的示例 / There is no example of "${matter}" to walk through`)
  return { region: example.region, login: applicants[matter] ?? 'chen-xiaoman', answers: Object.fromEntries(Object.entries(example.answers).map(([concept, value]) => [concept, dated(value, today)])) }
}
