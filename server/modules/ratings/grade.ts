// The five grades of a rating (好差评) and the standard tags of each: GB/T 39735-2020; 国办发〔2019〕51号 names the last two as bad ratings.
// Pure, and read by the pages as well.
import type { Texts } from '../../kernel/texts.ts'
import { isBad, type Grade } from '../requests/request.ts'

export { grades, isBad, type Grade } from '../requests/request.ts'

export const gradeNames: Record<Grade, Texts> = {
  'very-satisfied': { 'zh-CN': '非常满意', en: 'Very satisfied' },
  satisfied: { 'zh-CN': '满意', en: 'Satisfied' },
  neutral: { 'zh-CN': '基本满意', en: 'Mostly satisfied' },
  unsatisfied: { 'zh-CN': '不满意', en: 'Unsatisfied' },
  'very-unsatisfied': { 'zh-CN': '非常不满意', en: 'Very unsatisfied' },
}

const good = {
  'clear-guide': { 'zh-CN': '指南一看就懂', en: 'Clear guide' },
  'quick': { 'zh-CN': '办得快', en: 'Quick' },
  'few-documents': { 'zh-CN': '要交的材料少', en: 'Few documents' },
  'friendly': { 'zh-CN': '工作人员耐心', en: 'Friendly staff' },
  'one-visit': { 'zh-CN': '没有多跑', en: 'No extra visits' },
} as const satisfies Record<string, Texts>

const bad = {
  'unclear-guide': { 'zh-CN': '指南看不明白', en: 'Unclear guide' },
  'asked-too-much': { 'zh-CN': '要的材料多、重复填', en: 'Too much asked, or twice' },
  'form-hard': { 'zh-CN': '网页不好用', en: 'Pages hard to use' },
  'slow': { 'zh-CN': '等得太久', en: 'Too slow' },
  'extra-visits': { 'zh-CN': '来回跑了好几趟', en: 'Several trips' },
  'unfriendly': { 'zh-CN': '态度不好', en: 'Unfriendly' },
  'extra-demands': { 'zh-CN': '提了指南以外的要求', en: 'Demands beyond the guide' },
  'not-solved': { 'zh-CN': '问题没有解决', en: 'Not solved' },
} as const satisfies Record<string, Texts>

export type Tag = keyof typeof good | keyof typeof bad
export const tagNames: Readonly<Record<Tag, Texts>> = { ...good, ...bad }

// Object.keys forgets which keys there are.
const goodTags = Object.keys(good) as Tag[]
const badTags = Object.keys(bad) as Tag[]

/** Tags to choose from with a grade; a middling one may have both. */
export const tagsFor = (grade: Grade): readonly Tag[] => (isBad(grade) ? badTags : grade === 'neutral' ? [...goodTags, ...badTags] : goodTags)

/** Tags that concern how a guide or a form is written, for designers. */
export const designTags: readonly Tag[] = ['unclear-guide', 'asked-too-much', 'form-hard']

/** Tags that say something of a guide rather than of those who served. */
export const guideTags: readonly Tag[] = ['clear-guide', 'few-documents', ...designTags]
