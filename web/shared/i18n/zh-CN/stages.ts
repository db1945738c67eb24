// A stage of life or of a company: its matters and the services that belong to it.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  person: '人生每一步',
  personHint: '按您正在经历的事来找',
  organisation: '企业每一步',
  organisationHint: '从开办到注销',
  state: { count: '{n} 件事', guides: '办事指南', none: '筹备中', here: '您正在办' },
  others: '其他阶段',
  matters: '一次办好的事',
  none: { title: '这个阶段的事还在筹备', text: '能一次办好的事，准备好一件上线一件。现在可以先看下面的办事指南，或者拨打 12345。', textOnly: '能一次办好的事，准备好一件上线一件。现在可以搜一搜，或者拨打 12345。' },
  services: '这些事里的事项',
  servicesHint: '每一项的条件、材料和时间。',
  imported: '省政务服务网的办事指南',
  importedHint: '从省政务服务网导入，办理前请到原网页核对。',
  theme: '{theme}（{n} 项）',
  all: '{theme}的全部 {n} 项',
  failed: '没能打开这些办事指南',
} as const
