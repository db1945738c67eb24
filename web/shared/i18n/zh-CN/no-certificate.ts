// The table of documents nobody has to bring, for designers and supervisors.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '免证办事',
  lead: '事项要的材料里，哪些可以由电子证照、数据共享或告知承诺代替，不用群众带来。按现行事项目录算出；一份材料有几种办法时，合计只算一次，各列都算。',
  saved: '不用带的材料',
  savedValue: '{n} 份，占 {asked} 份的 {share}',
  services: '涉及事项',
  byCredential: '用电子证照',
  bySharing: '靠数据共享',
  byCommitment: '凭告知承诺',
  asked: '要求的材料',
  byAuthority: '各部门',
  authority: '部门',
  allAuthorities: '所有部门',
  list: '材料清单',
  listOf: '{authority}的材料清单',
  document: '材料',
  service: '事项',
  ways: '怎么代替',
  way: { credential: '电子证照', registry: '数据共享', commitment: '告知承诺' },
  export: '导出清单',
  exportFailed: '没有导出成功，请再试一次。',
  none: { title: '还没有可以免交的材料', text: '给材料写上能代替它的登记库、电子证照或承诺，这里就有了。' },
} as const
