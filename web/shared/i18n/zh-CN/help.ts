// The help page: how the platform works, ways to reach a person, what the elder mode does.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '找人帮忙',
  lead: '不会用、看不懂、填不下去都没关系。下面几种办法，哪种方便用哪种。',
  ways: {
    call: { title: '打电话', text: '拨打 12345，工作人员一步步教您，也可以转到具体部门。', action: '拨打 12345' },
    hard: { title: '没有找到要办的事？', text: '跑了几趟没办成、哪件事都对不上，说说您的难处，有专人接手，替您找部门商量。', action: '说说您的难处' },
    hall: { title: '到办事大厅', text: '带上身份证到就近的办事大厅，窗口的工作人员帮您办。在网上填过的内容，登录后都能接着用，不用重填。' },
    proxy: { title: '请家人帮忙', text: '家人用他自己的账号替您填、替您交，每一步都写明是谁办的，您随时可以收回。不用把密码和验证码告诉任何人，工作人员也不会向您要。', action: '请家人替我办' },
    elsewhere: { title: '人在外地', text: '办的是另一个城市的事，先看看要不要跑一趟：能全程网办的在家就能办，能代收的把材料交到身边的窗口，两地要求有什么不同也写得清清楚楚。', action: '查异地怎么办' },
    elder: { title: '换成长辈版', text: '字更大、按钮更大，每一页都能朗读，随时能找人帮忙。', on: '打开长辈版', off: '回到标准版', size: '字号有三档，最大一档约 30 磅。' },
  },
  how: {
    title: '通办怎样办事',
    ask: { title: '先问情形', text: '几个问题，弄清您要办哪几项。用不着的不让您办，用不着的材料不让您交。' },
    lookup: { title: '能查的不问', text: '政府已经有的信息，依法查询或者经您同意后查询，自动带入。查错了，您可以指出来改用自己填的。' },
    once: { title: '只填一次', text: '剩下的内容只问一次，哪个部门要用，就只给那个部门看它需要的那几项。' },
    parallel: { title: '几个部门同时办', text: '提交以后自动分给各部门，前一项办好，后一项马上接上。每一步谁在办、几号前办完，都看得见。' },
    result: { title: '结果直接到手', text: '办成的证件和证明在网上就能看，需要纸质的寄到家。' },
  },
  topics: {
    title: '常见的问题',
    find: '在这里找不到，也可以直接搜',
    search: '去搜一搜',
    none: '还没有写好的解答，可以拨打 12345。',
    failed: '没能打开解答，请再试一次',
    related: '相关的问题',
    all: '全部问题',
    steps: '这样做',
    still: '还是没有解决？',
    hard: '说说您的难处',
    call: '拨打 12345',
  },
  groups: { start: '刚开始用', apply: '填和交', follow: '交了以后', others: '替人办、请人办', licences: '电子证照和文书', money: '收费', data: '我的信息', people: '找到人' },
} as const
