// The duty list in the workbench: the list, the simulator, what is wrong with it, rulings learnt, releases.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '职责清单',
  lead: '什么事、在哪里、什么时候，由哪个单位负责。改动要另一个人审核发布以后才生效。',
  parts: { label: '职责清单的各部分', list: '清单', try: '试派', findings: '检查', rulings: '裁定', releases: '版本', trees: '对照' },
  region: '地区',
  list: {
    search: '搜索分类、单位、地点', clear: '清除', top: '大类', all: '全部', count: '{n} 条', none: { title: '没有符合的条目', text: '换个词，或者清除条件。' },
    write: '新写一条', change: '修改', finer: '写更具体的',
    col: { what: '什么事', where: '在哪里', unit: '谁负责', since: '依据' },
    comma: '、', more: '，另有 {n} 个', whole: '{name}（整类）', hours: '{from}–{to}', months: '{from}–{to} 月', co: '协办：{names}', from: '{date} 起', until: '到 {date}', showAll: '再显示一些',
  },
  deadline: { life: '2 小时内', utility: '24 小时内', ordinary: '一般时限', complex: '复杂时限' },
  try: {
    lead: '写一段诉求，或者选分类和地点，看会派给谁。什么都不会保存。', text: '诉求内容', textHint: '像来电人那样说，例如：桃园地铁站出口旁边的路灯坏了。', top: '大类', category: '细类', fromText: '由内容判断', region: '地区', area: '道路、场所或网格', anyArea: '不指定', date: '日期', time: '时间', ask: '看看派给谁', failed: '没有算出来，请再试一次。',
    map: '地图：点一下选地点', pinned: '地图上选的点：{lat}, {lng}', unpin: '不用地图上的点', mapShow: '在地图上选', mapHide: '收起地图', mapFailed: '地图没有打开，可以从列表里选地点。', zoomIn: '放大', zoomOut: '缩小',
    unit: '派给', nobody: '要人工确认', noClass: '还看不出是哪类事情，请选一个分类。', read: '读到的地点：{place}', guessed: '判断的分类', deadline: '时限', co: '协办', ladder: '超时或没解决时往上找', why: '为什么', others: '其次', knowledge: '办理提示', fallback: '清单里没有写，区政府兜底',
  },
  findings: {
    lead: '发布以前也会这样检查，有问题的发布不了。', sound: { title: '没有问题', text: '{classes} 个细类、{duties} 条职责：每个区都有人负责，没有重复，单位都存在，升级路线不绕圈。' }, on: '检查哪一天', ending: '到期的条目', endingNone: '没有写了到期日的条目。',
    kind: { gap: '没有人负责', overlap: '重复', 'unit-missing': '没有这个单位', 'ladder-cycle': '升级路线绕圈', 'category-unknown': '没有这个分类', 'area-unknown': '没有这个区域', 'region-unknown': '没有这个地区', 'area-missing': '没有写在哪里' },
    col: { kind: '问题', what: '条目', where: '在哪里' },
  },
  rulings: {
    lead: '职责有争议时仲裁人的裁定。记入清单会写进一份设计稿，由另一个人审核发布。', none: { title: '还没有裁定', text: '仲裁人裁定以后会出现在这里。' }, take: '记入清单', drop: '不记入', dropTitle: '不记入清单', dropNote: '原因', dropHint: '别人看得到，至少两个字。', done: '已处理。', failed: '没有做成，请再试一次。',
    stage: { proposed: '待定', taken: '已写进设计稿', dropped: '不记入' }, inForce: '第 {n} 版起生效', design: '打开设计稿', by: '{name} 裁定，{date}', request: '诉求 {number}', unit: '归 {name}',
  },
  releases: {
    lead: '每次改动职责清单的发布，最新的在上面。', none: { title: '还没有在工作台发布过', text: '现在用的是业务包里的清单。' }, made: '{by} 写，{reviewer} 审核发布，{date}', show: '看改了什么', since: '和哪一版比', before: '业务包里的清单', number: '第 {n} 版 {title}', noChange: '这两版之间职责清单没有变。',
    change: { added: '新增', removed: '去掉', changed: '改动' }, was: '原来', is: '现在', nothing: '（没有）',
  },
  trees: {
    lead: '别的系统的诉求分类和我们的对照，由 tongban duties import 导入。对应关系按字面推算，供人核对。', title: '{name}：{n} 类，{matched} 类有对应', theirs: '他们的分类', ours: '我们的分类', alike: '相近', nothing: '没有对应',
    none: { title: '还没有导入别的分类', text: '由运维用命令行导入，一行一类。' },
  },
  form: {
    write: '写一条职责', change: '修改职责', top: '大类', category: '适用的分类', whole: '（整类）', where: '在哪里', region: '地区', area: '道路、场所或网格', whereRegion: '一个地区', whereArea: '更小的范围', unit: '负责的单位', level: '哪一级',
    levels: { nearest: '就近的一级', street: '街道', district: '区', city: '市' }, hours: '只在一天的这段时间', hoursHint: '例如 22:00 到 06:00；不写就是全天。', to: '到', knowledge: '办理提示', from: '从哪天起', source: '依据的文件', article: '条款', reason: '这次改动叫什么', save: '写进设计稿', saved: '已写进设计稿，交给另一个人审核发布。', open: '打开设计稿', failed: '没有写成：{why}', required: '请填写。', badTime: '写成 22:00 这样。', mine: '职责清单改动',
  },
} as const
