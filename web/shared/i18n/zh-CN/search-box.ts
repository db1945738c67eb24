// What the search box says while somebody types, on whatever page it stands: kinds of things, and what was searched before.

export default {
  again: '最近搜过',
  types: { matter: '一件事', service: '办事指南', benefit: '惠民惠企政策', answer: '难处与答案', outlet: '办事点', authority: '部门', credential: '电子证照', help: '使用帮助', importedService: '省政务服务网的指南' },
} as const
