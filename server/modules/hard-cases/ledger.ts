// What the ledger says of each hard case, as the rows of a table for officials and those above them.
// The applicant is not in it. Pure.
import type { HardCase } from './hard-case.ts'

const heading = ['编号', '事情', '反映的情况', '希望', '类别', '区域', '渠道', '状态', '协调员', '收到日期', '答复日期', '怎么解决', '谁办的', '依据', '给申请人的答复', '关键词']

export const stateNames: Record<HardCase['state'], string> = {
  received: '待研判', consulting: '会商中', guided: '已引导办理', redirected: '已转介', answered: '已答复', settled: '已解决', unsettled: '未解决', retracted: '已撤回',
}
const channelNames: Record<HardCase['channel'], string> = { portal: '网上', window: '窗口', hotline: '热线', official: '部门转来' }

/** Names of a category and a region as the ledger writes them; the applicant is not in it. */
export type Names = { category: (id: string, region: string) => string; region: (code: string) => string }

export const ledgerRows = (cases: readonly HardCase[], { category, region }: Names, day: (instant: string) => string): string[][] => [
  heading,
  ...cases.map((one) => [
    one.number, one.title, one.account, one.wish, one.category === null ? '' : category(one.category, one.region), region(one.region), channelNames[one.channel], stateNames[one.state], one.coordinator ?? '',
    day(one.createdAt), one.endedAt === null ? '' : day(one.endedAt), one.answer?.solution ?? '', (one.answer?.by ?? (one.answer?.to ? [one.answer.to] : [])).join('、'),
    (one.answer?.laws ?? []).map(({ title, article = '' }) => `《${title}》${article}`).join('、'), one.answer?.words ?? '', one.keywords.join('、'),
  ]),
]
