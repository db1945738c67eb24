// Elements of services and matters the designer has forms for: fees, delivery, handling, decision tables, several of a subject.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  between: '填 {min} 到 {max} 之间的整数',
  ruleHint: '规则（FEEL），例如 applicant.role = "mother"。',
  needLaw: '写明依据的法律法规',
  inheritedStays: '上级已经规定，本级可以改，不能去掉',
  listing: {
    title: '结果怎么给，在哪里能办', delivery: '结果怎么给', deliveryHint: '申请人能选的方式。都不选，就是在线查看。', deliveryWay: { online: '在线查看', counter: '窗口领取', post: '邮寄' },
    scope: '在多大范围内都能办', scopeHint: '不选，就只在管辖的部门办。', scopeNone: '只在管辖的部门办', scopes: { district: '全区通办', city: '全市通办', province: '全省通办', nation: '跨省通办' },
    ways: '异地怎么办', waysHint: '可以选几种。', way: { online: '全程网办', agency: '代收代办', joint: '多地联办' }, wayHint: { online: '在网上申请，由原部门办。', agency: '当地窗口收下材料，转给原部门办。', joint: '当地受理，两地一起办。' }, basis: '哪份清单规定的',
  },
  fee: {
    title: '收费', kind: '收不收费', kinds: { free: '不收费', amount: '一个金额', items: '分项收费' }, tooMuch: '已经分项、有公式或减免，不能只写一个金额', line: '第 {n} 行金额', amount: '金额', yuan: '元', notMoney: '填不小于零的金额，最多两位小数', addLine: '金额变了，加一行',
    due: '什么时候交', dues: { handling: '受理前交', result: '领结果前交' }, refund: '没办成退不退', refundUsual: '没作决定就退', refunds: { notGranted: '没批准也退', never: '不退' }, bearer: '由谁承担', bearerHint: '不是申请人承担时才写，例如抵押权人（银行）。写了就不向申请人收。',
    addItem: '加一项收费', removeItem: '删掉这项收费', itemName: '收费项目', quantity: '数量怎么算', quantityHint: '公式（FEEL），例如 company.seats。不写就是一份。', when: '什么情形才收', addReduction: '加一条减免', reduction: '减免 {id}', reductionName: '减免名称', reductionWhen: '符合什么条件', needWhen: '写明符合什么条件才减免', pays: '还要交', paysHint: '原价的百分之几；0 是全免。',
  },
  tolerable: { label: '能不能后补', hint: '容缺受理：先受理，材料后补。', kinds: { usual: '按这份材料的告知承诺', ten: '可以，十个工作日内补', own: '可以，另定期限', never: '不可以' }, dueDays: '几个工作日内补齐', decideFirst: '可以先作决定', decideFirstHint: '不勾，就等材料补齐再决定。' },
  handling: {
    title: '部门怎么办', lead: '没写的，按法律规定的一般程序办。', precheck: '受理前先预审', precheckHint: '正式受理前先看一遍材料。', joint: '几个部门一起办', jointHint: '期限可以延长十五个工作日，一般只能延长十个。', paper: '结果还有纸质件或实物', paperHint: '决定以后十个工作日内送达。',
    levels: '审批层级', oneLevel: '没写：由审批人员一级决定。', level: '第 {n} 级', role: '由谁办', roles: { clerk: '经办', approver: '审批', head: '负责人' }, levelName: '这一级做什么', clerkLast: '最后一级要作决定，请选审批或负责人', addLevel: '加一级', mostLevels: '最多九级',
    coSigners: '征求其他部门意见', noCoSigners: '不征求其他部门意见。', coSigner: '第 {n} 个部门', line: '哪个部门', needLine: '选一个部门', lineLevel: '哪一级', sameLevel: '和办理部门同级', lineLevels: { street: '街道', district: '区县', city: '市', province: '省' }, answerDays: '几个工作日内答复', asks: '征求什么意见', addCoSigner: '加一个部门',
    procedures: '不计时限的程序', proceduresHint: '这些程序用的时间，不算在办理期限里。', procedure: '第 {n} 项程序', procedureKind: '程序', kinds: { hearing: '听证', inspection: '检验', testing: '检测', quarantine: '检疫', appraisal: '鉴定', review: '专家评审' }, visitNeeds: '要踏勘，就要有检验这项程序', addProcedure: '加一项程序',
  },
  visit: { title: '现场踏勘', on: '作决定前要到现场看', onHint: '同一份申请里几个部门都要看的，一起去。', place: '到哪里看', placeHint: '表单里写地址的那一项。', needPlace: '选表单里写地址的一项', when: '什么情形才去', items: '要看的，按顺序', add: '加一条', text: '看什么', textHint: '写成合格时的样子，例如：隔油池已经装好，能正常用。', needs: '要留下什么', need: { photo: '照片', measure: '实测值' }, unit: '实测值的单位' },
  result: {
    title: '结果管多久，变更和延续', ends: '结果有有效期', endsHint: '不勾，就长期有效。', term: '有效期', unit: '单位', years: '年', months: '个月', amends: '这个事项变更或延续别的证照', amendsHint: '持有人从“我的证照”里来办。', amended: '哪个事项发的证照', needAmended: '选一个事项', way: '做什么', ways: { change: '变更内容', extend: '延续有效期' }, matter: '在哪一件事里办', matterHint: '写那件事的代号，例如 open-a-restaurant。',
    opens: '到期前几天起可以申请', opensHint: '不填，随时可以。', closes: '到期前几天截止', closesHint: '不填，就是到期前 30 天。', late: '截止后、到期前还能申请', lateHint: '这时没有按时作出决定的，不视为准予延续。',
  },
  table: {
    title: '秒批决策表', none: '没有决策表：受理条件都符合，就自动办结。', begin: '写一张决策表', lead: '每行一种情况，右边选这时怎么决定。没有一行管到的，交给人办。', hit: '几行都成立时', hits: { UNIQUE: '不会有几行同时成立', ANY: '几行说的要一样', FIRST: '按最上面的一行', PRIORITY: '按最慎重的一行', COLLECT: '都算，按最慎重的决定', 'RULE ORDER': '都算，按行的顺序列出', 'OUTPUT ORDER': '都算，按结果的顺序列出' },
    inputs: '看什么', inputName: '这一列叫什么', inputRule: '怎么得出', inputRuleHint: '规则（FEEL），例如 applicant.birthDate，或 applicant.income。', needRule: '写明从哪一项得出', addInput: '加一列', rows: '各种情况', cellHint: '一格里写条件，例如 >= 60、"a", "b"、[1..5]；不写就是不限。', number: '行', decision: '决定', decides: '第 {n} 行怎么决定', outcomes: { approve: '当场办结', refuse: '不予办理', tentative: '先办后查', person: '交给人办' },
    reasons: '理由和依据', order: '各行，按顺序', row: '第 {n} 行', reason: '告诉申请人的理由', reasonHint: '一句话。', needReason: '还没写理由', noDiscretion: '法律没有留裁量余地', noDiscretionHint: '勾上，才会当场不予办理；不勾，由人决定。', checkDays: '几个工作日内复核', value: '{name}怎么算', valueHint: '公式（FEEL）。',
  },
  repeats: { on: '{name}可能不止一个', onHint: '例如双胞胎：各有各的才分开填，其余只填一次。', count: '由哪一项说有几个', countHint: '没有回答时按一个算。', needCount: '选说明有几个的那一项', max: '最多几个', own: '各有各的', ownHint: '勾上的，每一个分开填。', needOwn: '至少选一项' },
  each: { label: '每人各办一份', hint: '选了谁，就给其中每一个单独办一份。', once: '合起来办一份' },
  told: { title: '补正', label: '缺什么，各部门合在一起一次告知', hint: '等各部门都看过，或者到了最后期限，合成一张清单告诉申请人。' },
} as const
