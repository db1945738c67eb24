// Spreadsheets the product writes: the template of a matter, a table with what to mend beside each row, the numbers that came of it.
// All cells are text, so that no spreadsheet turns a number into something else.
import { utils, write, type WorkBook } from '@e965/xlsx'
import { textIn } from '../../kernel/texts.ts'
import type { Concept } from '../catalogue/definitions.ts'
import type { Batch, BatchRow, RowState } from './batch.ts'
import type { Column } from './columns.ts'
import { wordsOfProblem } from './problem-words.ts'
import { withChoices } from './drop-downs.ts'

const fillIn = '填写'
const notes = '填写说明'
/** Rows of the template that are formatted as text and offer choices. */
const preparedRows = 1000

const sheetOf = (rows: readonly (readonly string[])[], widths: readonly number[]) => {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((text) => ({ t: 's' as const, v: text, z: '@' }))))
  sheet['!cols'] = widths.map((wch) => ({ wch }))
  return sheet
}

/** A letter of Chinese is as wide as two others. */
const widthOf = (text: string): number => Math.min(60, Math.max(10, [...text].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 2)))

const kinds: Partial<Record<Concept['type'], string>> = {
  boolean: '填“是”或“否”', date: '日期，如 2026-03-01', integer: '整数', decimal: '数字', money: '金额（元）', idNumber: '身份证号，18 位，整列设为文本', uscc: '统一社会信用代码，18 位，整列设为文本',
  phone: '电话号码，整列设为文本', bankAccount: '银行账号，整列设为文本', region: '地区全名，如“深圳市南山区”', choice: '从下面选一个', address: '地址',
}

/** What can be chosen in a column, as it is written. */
export const choicesOf = ({ type, constraint }: Concept): string[] => (type === 'boolean' ? ['是', '否'] : (constraint.choices ?? []).map(({ name }) => textIn(name, 'zh-CN')))

const bytesOf = (book: WorkBook): Buffer => write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // type 'buffer' answers with one

export const templateOf = (matterName: string, columns: readonly Column[]): Buffer => {
  const book = utils.book_new()
  const blank = Array.from({ length: preparedRows }, () => columns.map(() => ''))
  utils.book_append_sheet(book, sheetOf([columns.map(({ header }) => header), ...blank], columns.map(({ header }) => widthOf(header))), fillIn)
  const lines = columns.map(({ header, always, definition }) => [
    header, always ? '必填' : '看情形', kinds[definition.type] ?? '文字', choicesOf(definition).join('、'), definition.hint ? textIn(definition.hint, 'zh-CN') : '', definition.example === undefined ? '' : String(definition.example),
  ])
  const help = [
    [`${matterName}：批量办的表`], ['在“填写”表里，从第 2 行起，一行一件。不要改列名，不要合并单元格，不要用公式。“看情形”的列，用不着就空着。'], [''],
    ['列', '要不要填', '怎么填', '可以选的', '说明', '例子'], ...lines,
  ]
  utils.book_append_sheet(book, sheetOf(help, [24, 10, 28, 40, 40, 24]), notes)
  return withChoices(bytesOf(book), columns.map(({ definition }) => choicesOf(definition)), preparedRows + 1)
}

const tableOf = (batch: Batch, rows: readonly BatchRow[], more: readonly string[], moreOf: (row: BatchRow) => string[]) => {
  const headers = batch.headers.filter((header) => header !== '')
  return sheetOf([[...headers, ...more], ...rows.map((row) => [...headers.map((header) => row.cells[header] ?? ''), ...moreOf(row)])], [...headers, ...more].map(widthOf))
}

const problemLine = (row: BatchRow): string => row.problems.map((problem) => `${problem.column === null ? '' : `【${problem.column}】`}${wordsOfProblem(problem, 'zh-CN')}`).join(' ')

/** The table as it was, with what is to be mended at the end of each row, and the same as a list. Can be mended and uploaded again. */
export const annotatedOf = (batch: Batch, rows: readonly BatchRow[]): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(book, tableOf(batch, rows, ['要改的地方'], (row) => [problemLine(row)]), fillIn)
  const list = [...batch.findings, ...rows.flatMap(({ problems }) => problems)].map((problem) => [batch.sheet, String(problem.row ?? ''), problem.column ?? '', problem.value ?? '', wordsOfProblem(problem, 'zh-CN')])
  utils.book_append_sheet(book, sheetOf([['表', '行', '列', '现在填的', '怎么改'], ...list], [12, 8, 24, 24, 60]), '要改的清单')
  return bytesOf(book)
}

const rowWords: Record<RowState, string> = { unchecked: '还没检查', faulty: '要改', asked: '等申请人同意', ready: '还没提交', handedIn: '已提交', failed: '没办成', declined: '申请人不同意', expired: '申请人没有答复' }

/** What became of each row, with the number of its application. */
export const resultsOf = (batch: Batch, rows: readonly BatchRow[]): Buffer => {
  const book = utils.book_new()
  utils.book_append_sheet(book, tableOf(batch, rows, ['原表行号', '结果', '受理编号', '说明'], (row) => [String(row.rowNumber), rowWords[row.state], row.number ?? '', problemLine(row)]), '办理结果')
  return bytesOf(book)
}
