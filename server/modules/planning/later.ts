// What an applicant promises who hands a document in later (容缺受理): the words they are shown and sign. Pure, also for the browser.
import type { Texts } from '../../kernel/texts.ts'

/** @param dueDays working days after handing in */
export const laterStatement = (document: Texts, dueDays: number): Texts => ({
  'zh-CN': `我承诺：提交申请后${dueDays}个工作日内补交“${document['zh-CN']}”，内容真实。到期不交的，愿意承担相应的后果。`,
  ...(document.en === undefined ? {} : { en: `I promise to hand in “${document.en}” within ${dueDays} working days of applying, and that it is genuine. I accept the consequences if I do not.` }),
})
