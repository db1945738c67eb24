// For tests of this module: words for two kinds of documents, so that tests do not depend on any pack, and a notice of plain defaults.
import type { LoadedPacks, NoticeText } from '../catalogue/index.ts'
import { noProceedings } from '../catalogue/proceedings.ts'
import type { Notice } from './notice.ts'

const basis = [{ title: '观星管理办法', article: '第三条' }]

export const testingTexts: Record<string, NoticeText> = {
  acceptance: { id: 'acceptance', name: { 'zh-CN': '受理通知书', en: 'Notice of acceptance' }, mark: '受', paragraphs: ['“{service}”（{case}）予以受理，最迟在{promisedOn}前办结。'], legalBasis: basis },
  supplement: { id: 'supplement', name: { 'zh-CN': '补正告知书' }, mark: '补', paragraphs: ['需要补正：{items}。'], legalBasis: basis },
  refusal: {
    id: 'refusal', name: { 'zh-CN': '不予许可决定书', en: 'Decision to refuse' }, mark: '不许', paragraphs: ['{applicant}申请的“{service}”不予批准。', '理由：{reasons}。', '另见{nothing}。'],
    remedies: ['可以在六十日内向{government}申请行政复议。'], legalBasis: basis,
  },
  decision: { id: 'decision', name: { 'zh-CN': '准予决定书', en: 'Decision to grant' }, mark: '准', paragraphs: ['准予“{service}”，结果编号{result}。'], legalBasis: basis },
}

/** Packs with these words in every region. */
export const withNotices = (packs: LoadedPacks): LoadedPacks => ({ ...packs, proceedingsFor: () => ({ ...noProceedings, notices: testingTexts }) })

export const inventNotice = (stated: Partial<Notice> & { number: string }): Notice & { number: string } => ({
  id: '01980000-0000-7000-8000-000000000009', caseId: '01980000-0000-7000-8000-000000000001', applicationId: '01980000-0000-7000-8000-00000000000a', personId: '01980000-0000-7000-8000-00000000000b',
  region: '990101', line: 'sky', kind: 'refusal', code: '4F7K-92MQ-XA0B-77CD', issuedAt: '2026-03-02T02:00:00.000Z', digest: null, deliveredAt: null, openedAt: null,
  words: { name: { 'zh-CN': '不予许可决定书' }, mark: '不许', to: '示例', paragraphs: ['您申请的“观星许可”不予批准。'], remedies: [], legalBasis: ['《观星管理办法》第三条'], authority: '东山区观星局', date: '2026-03-02' },
  ...stated,
})
