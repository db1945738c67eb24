// What is wrong with a table, a row or a cell, and how to mend it, in words. Pure.
// `{column}`, `{value}` and `{other}` are filled in.
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import type { Problem } from './batch.ts'

const words: Readonly<Record<string, Texts>> = {
  columnMissing: { 'zh-CN': '缺“{column}”这一列。请用下载的模板填，不要删列、改列名。', en: 'The column "{column}" is missing. Use the template; do not delete or rename columns.' },
  columnTwice: { 'zh-CN': '“{column}”有两列，不知道用哪一列，请删掉一列。', en: 'There are two columns "{column}". Delete one.' },
  columnUnknown: { 'zh-CN': '“{column}”这一列用不着，已忽略。', en: 'The column "{column}" is not needed and is ignored.' },
  merged: { 'zh-CN': '这里有合并的单元格，分不清属于哪一行。请取消合并，每一行都填上。', en: 'Cells are merged here. Unmerge them and fill in every row.' },
  tooManyRows: { 'zh-CN': '超过 {other} 行了，请分成几个表，一次交一个。', en: 'More than {other} rows. Split the table and upload one part at a time.' },
  noRows: { 'zh-CN': '表里还没有填内容，请从表头下面一行填起。', en: 'There is nothing below the headings yet.' },
  sameAs: { 'zh-CN': '和第 {other} 行一样，请删掉一行。', en: 'The same as row {other}. Delete one of them.' },
  formula: { 'zh-CN': '这里是公式。请复制后用“粘贴为数值”。', en: 'This is a formula. Copy it and paste it as a value.' },
  errorCell: { 'zh-CN': '这里是出错的值（{value}），请重新填。', en: 'This cell holds an error ({value}). Fill it in again.' },
  yesNo: { 'zh-CN': '请填“是”或“否”，现在是“{value}”。', en: 'Fill in 是 (yes) or 否 (no); it says "{value}".' },
  choice: { 'zh-CN': '“{value}”不在可选的里面，请照“填写说明”里列的填。', en: '"{value}" is not one of the choices; they are listed on the sheet 填写说明.' },
  date: { 'zh-CN': '“{value}”不是有效的日期，请写成 2026-03-01 这样。', en: '"{value}" is no date. Write it like 2026-03-01.' },
  number: { 'zh-CN': '请填数字，现在是“{value}”。', en: 'Fill in a number; it says "{value}".' },
  longNumber: { 'zh-CN': '号码存成了数字，后几位已经丢了。请把这一列设为“文本”，再重新填。', en: 'The number was stored as a figure and lost its last digits. Format the column as text and fill it in again.' },
  numberForText: { 'zh-CN': '号码存成了数字，前面的 0 可能丢了。请把这一列设为“文本”，再填完整。', en: 'The number was stored as a figure and may have lost leading zeros. Format the column as text and fill it in again.' },
  region: { 'zh-CN': '没有找到“{value}”这个地方，请写全名，如“深圳市南山区”。', en: 'There is no place "{value}". Write its full name, such as 深圳市南山区.' },
  required: { 'zh-CN': '这一格要填。', en: 'This cell must be filled in.' },
  type: { 'zh-CN': '“{value}”填得不对，请看“填写说明”。', en: '"{value}" is not right; see the sheet 填写说明.' },
  tooLong: { 'zh-CN': '太长了，请写短一些。', en: 'Too long.' },
  tooShort: { 'zh-CN': '太短了，请写完整。', en: 'Too short.' },
  pattern: { 'zh-CN': '“{value}”的写法不对，请看“填写说明”里的例子。', en: '"{value}" is not written as it should be; see the example on the sheet 填写说明.' },
  range: { 'zh-CN': '“{value}”超出了允许的范围。', en: '"{value}" is out of range.' },
  checkDigit: { 'zh-CN': '号码“{value}”不对，有一位写错了，请对照证件再看一遍。', en: 'The number "{value}" has a wrong digit. Compare it with the document.' },
  unknown: { 'zh-CN': '这件事用不着这一项，请留空。', en: 'This is not needed; leave it empty.' },
  upload: { 'zh-CN': '按这一行的情形，要另外交“{value}”，批量办交不了。请在网上单独办这一件。', en: 'Here the document "{value}" is needed, which a table cannot carry. Apply for this one by itself.' },
  commitment: { 'zh-CN': '按这一行的情形，要签“{value}”的承诺书，请在网上单独办这一件。', en: 'Here a commitment for "{value}" is to be signed. Apply for this one by itself.' },
  nothingToDo: { 'zh-CN': '按这一行的情形，没有要办的事项。', en: 'In this situation there is nothing to apply for.' },
  registries: { 'zh-CN': '有部门的数据这时没能查到，请稍后再办这一行。', en: 'A registry did not answer. Try this row again later.' },
  already_applied: { 'zh-CN': '这件事已经申请过了，不用再交。', en: 'This has already been applied for.' },
  not_offered: { 'zh-CN': '这件事目前不办理。', en: 'This is not offered at present.' },
  facts_changed: { 'zh-CN': '政府记录刚刚有了变化，请在网上单独办这一件。', en: 'Records have just changed. Apply for this one by itself.' },
  failed: { 'zh-CN': '这一行没有办成，请在网上单独办这一件，或者稍后再交一次。', en: 'This row could not be handed in. Apply for it by itself, or upload it again later.' },
}

/** The sentence for a problem. */
export const wordsOfProblem = ({ code, column, value, other }: Problem, language: Language): string => {
  const sentence = textIn(words[code] ?? words['failed'] ?? { 'zh-CN': code }, language)
  const filled: Record<string, string> = { column: column ?? '', value: value ?? '', other: String(other ?? '') }
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '')
}
