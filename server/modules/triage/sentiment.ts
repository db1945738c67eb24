// How the writer feels: thankful, matter of fact, dissatisfied, or angry. Words are weighed, and turned by a no before them. Pure.
export const sentiments = ['positive', 'neutral', 'negative', 'angry'] as const
export type Sentiment = (typeof sentiments)[number]

const good = /感谢|谢谢(?!您的?配合)|点赞|表扬|致谢|锦旗|辛苦了|太好了|好评|赞扬|满意|放心|暖心|热心|热情|耐心|负责任|高效|效率高|很快就|及时|贴心|周到|棒|给力|佩服|敬业|好人|幸福|开心|进步|干净多了|方便多了|越来越好|为民办实事/gu
const bad = /投诉|举报|不满|失望|恶劣|严重|影响|扰民|拖欠|欠薪|推诿|敷衍|没人管|无人管|没人理|没人修|不作为|乱收费|乱象|坑人|太吵|太差|太慢|太脏|受不了|难受|痛苦|无奈|心寒|寒心|着急|担心|害怕|气愤|臭|脏|乱|坏了|堵|骗|违法|违规|违建|危险|苦不堪言|不合理|不公平|不公|无法|不能|困扰|深受其害|睡不着|睡不好|没法|迟迟|至今|一直没|总是|老是|又|刁难|霸道|霸王|强制|强行|克扣|态度差|不理|不给|不退|不发|不修|不管|不听|漏水|积水|破损|损坏|难闻|噪音|维权|讨要|求助|救救|没办法/gu
const furious = /愤怒|气死|忍无可忍|无法无天|岂有此理|丧尽天良|黑心|无耻|可恶|可恨|混账|王八|狗屁|他妈|妈的|去死|垃圾(?:单位|公司|部门|物业|态度|服务|领导|政府|平台|学校|医院|开发商)|吃屎|滚|良心(?:被狗吃|何在|不会痛)|天理何在|王法|还有没有人管|到底(?:管不管|有没有人|谁管|要怎样)|凭什么|太过分|欺人太甚|草菅人命|官官相护|蛇鼠一窝|吃干饭|饭桶|骗子|流氓|土匪|强盗|不要脸|恶心|曝光你|[!！]{2,}|[?？]{3,}|是不是要(?:出人命|死人|等)|还要不要(?:老百姓|人)活|让不让人活|什么玩意|脸都不要|丢人现眼|你们(?:是|都是)(?:死人|瞎子|聋子|摆设)|太欺负人|没有王法|一群(?:废物|蛀虫|混蛋)/gu
const turned = /(?:不|没|没有|未|并不|不太|毫不|非常不|很不|极不|难以|谈不上|无法|不够|不是很|一点都不|一点也不|哪里|不敢)$/u
/** Praise for what is hoped for, no thanks for what was done. */
const polite = /(?:感谢|谢谢)(?:您|你|你们|领导|各位|政府|贵单位|支持|理解|配合|关注|回复|帮忙|解答|了|啦|百忙|!|！|。|$)/u
const deed = /(?:师傅|医生|护士|民警|交警|老师|工作人员|同志|大姐|小伙|社区|街道|窗口|司机|志愿者|网格员|客服|物业|部门|单位|局|环卫|书记|主任|姑娘|阿姨)/u

const count = (text: string, words: RegExp): number => [...text.matchAll(words)].filter(({ index }) => !turned.test(text.slice(Math.max(0, index - 4), index))).length
const turnedCount = (text: string, words: RegExp): number => [...text.matchAll(words)].length - count(text, words)

export const readSentiment = (text: string): Sentiment => {
  const [angry, against] = [count(text, furious), count(text, bad) + turnedCount(text, good)]
  const praise = count(text, good)
  const isPolite = polite.test(text) && !(deed.test(text) && praise >= 2)
  const forIt = isPolite ? Math.max(0, praise - 1) : praise
  if (angry > 0 && angry * 2 + against > forIt) return 'angry'
  if (forIt > against || (forIt > 0 && forIt === against && /感谢|表扬|点赞|锦旗|致谢/.test(text) && !isPolite)) return 'positive'
  return against > 0 ? 'negative' : 'neutral'
}
