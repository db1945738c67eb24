// What the newborn matter saves, for the README: the figures the portal shows for the first example of the Shenzhen pack, as of one day.
// Computed by the planner from the packs; the same as `tongban plan newborn` with those answers.
import { textIn } from '../server/kernel/texts.ts'
import { matterFigures, type MatterFigures } from '../server/modules/planning/matter-figures.ts'
import { shippedPacks } from '../server/testing/packs.ts'

const region = '440305'
const on = '2026-11-22'

const words = {
  'zh-CN': {
    head: ['', '分开办', '一件事一次办'], applications: '申请次数', fields: '要填的项', evidence: '要交的材料', trips: '跑动次数', workingDays: '工作日（法定，一项接一项 → 承诺，同时办）',
    caption: (situation: string, services: number, lines: number) => `情形：${situation}。${services} 个事项，${lines} 个部门；按 ${on} 有效的业务包计算。`,
  },
  en: {
    head: ['', 'separately', 'as one matter'], applications: 'applications', fields: 'fields to fill in', evidence: 'documents to hand over', trips: 'visits', workingDays: 'working days (by law, one after another → promised, side by side)',
    caption: (situation: string, services: number, lines: number) => `Situation: ${situation}. ${services} services of ${lines} departments; computed from the packs in force on ${on}.`,
  },
} as const

const counted = ['applications', 'fields', 'evidence', 'trips', 'workingDays'] as const

const compute = (): MatterFigures => {
  const packs = shippedPacks(on)
  const catalogue = packs.catalogueFor(region)
  const matter = catalogue.matters['newborn']
  if (!matter) throw new Error('The packs have no matter newborn')
  return matterFigures(catalogue, matter, packs.examples, on)
}

let figures: MatterFigures | undefined

/** The table before → after in a language. */
export const newbornTable = (language: 'zh-CN' | 'en'): string => {
  figures ??= compute()
  const { before, after, situation, services, authorities } = figures
  const text = words[language]
  const rows = counted.map((each) => `| ${text[each]} | ${before[each]} | **${after[each]}** |`)
  return [`| ${text.head.join(' | ')} |`, '|---|--:|--:|', ...rows, '', text.caption(situation ? textIn(situation, language) : '', services, authorities)].join('\n')
}
