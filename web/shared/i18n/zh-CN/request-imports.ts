// Workbench: requests taken in from a file.
// The source of the keys; en is written beside it, zh-HK is converted from it.

export default {
  title: '导入诉求',
  lead: '别的系统收的诉求，用表格一次交进来。有错的行说清错在哪里，没错的陆续登记、派单。',
  choose: '选一个文件',
  columns: 'xlsx、csv 或 jsonl。必须有“内容”一列；还可以有：类型、标题、分类、地址、区划、纬度、经度、姓名、电话、邮箱、匿名、反映时间、来源编号。',
  reading: '正在读这个文件。',
  unread: '这个文件读不了',
  again: '这个文件导入过，没有再登记一遍。',
  none: '还没有导入过',
  noneText: '选一个文件就开始，不会漏，也不会重。',
  file: '文件',
  state: '进度',
  states: { running: '登记中', done: '办完了' },
  rows: { taken: '已登记', ready: '排队', faulty: '有错', failed: '没收下' },
  at: '时间',
  allGood: '“{file}”没有错行。',
  wrong: '“{file}”里要改的行',
  row: '行',
  rowNumber: '第 {row} 行',
  text: '内容',
  why: '哪里不对',
  codes: { missing: '没有填', unknown: '不认识', tooLong: '太长', number: '应该是数字（度）', instant: '不是时间，或者还没到', outside: '不在服务的区划里', phone: '不是电话号码', yesNo: '应该填是或否', other: '没有收下' },
} as const
