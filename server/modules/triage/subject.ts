// Whom or what a request is about: the firm, housing estate, school or office it names. Pure.
const kinds = '(?:有限责任公司|股份有限公司|有限公司|分公司|公司|集团|物业(?!公司)|开发商|房地产|置业|中介|幼儿园|小学|中学|一中|二中|实验学校|学校|职业学院|学院|大学|培训机构|培训班|驾校|医院|卫生院|诊所|门诊部|口腔|药店|药房|大药房|超市|商场|商店|便利店|菜市场|农贸市场|批发市场|市场|饭店|餐厅|餐馆|酒楼|酒店|宾馆|民宿|烧烤店|烧烤摊|大排档|火锅店|奶茶店|面馆|早餐店|酒吧|KTV|歌厅|网吧|健身房|游泳馆|美容院|理发店|洗车店|修理厂|加油站|停车场|工地|项目部|项目|施工队|工厂|养殖场|养猪场|养鸡场|屠宰场|采石场|砖厂|水泥厂|化工厂|电镀厂|加工厂|搅拌站|垃圾站|垃圾中转站|变电站|基站|小区|花园|公寓|家园|新村|广场|公园|景区|村委会|居委会|社区|街道办|派出所|交警大队|城管|供电局|自来水公司|燃气公司|公交公司|客运站|快递|快递点|银行|支行|营业厅)'
const named = new RegExp(`([\\p{Script=Han}A-Za-z0-9·]{2,14}?${kinds})`, 'gu')
/** Words that stand before a name and are no part of it. */
const before = /^.*(?:投诉|举报|反映|关于|针对|位于|座落在|坐落于|请问|咨询|要求|希望|建议|请求|因为|由于|就是|这家|那家|一家|有家|某家|我们|我在|我家|他们|她在|住在|在|到|去|从|向|被|与|跟|把|对|由|让|的|是|有|了|附近|旁边|对面|楼下|门口|里面|隔壁|原来|经过|路过|购买|预订|入住|就读于|就职于|任职于|路|街|道|镇|县|区|市|省|请|于|找)/u
/** Too general to be a name. */
const general = new RegExp(`^(?:本|该|此|这个|那个|每个|各|某|一个|几个|我|我们|你们|他们|其他|很多|所有|附近|楼下|当地|有关|相关|全市|老旧|整个|这些|私人|民办|公立|住宅|商品房|建筑|老|新|大|小)*${kinds}$`, 'u')
const longestName = 18

/** The name as the text gives it; undefined when it names nobody. */
export const findSubject = (text: string): string | undefined => {
  const found = [...text.slice(0, 400).matchAll(named)].map(([whole]) => whole)
    .map((whole) => { const rest = whole.replace(before, ''); return rest.length >= 3 ? rest : whole.length <= longestName ? whole.replace(/^(?:投诉|举报|反映|关于|在|的)+/u, '') : '' })
    .filter((name) => name.length >= 3 && name.length <= longestName && !general.test(name))
  return found[0]
}
