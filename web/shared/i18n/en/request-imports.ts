// English of zh-CN/request-imports.ts.
// Files may have headings in either language.
import type source from '../zh-CN/request-imports.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Import requests',
  lead: 'Requests another system collected, in one file. Rows that are wrong say why; the others are taken in and dispatched one after another.',
  choose: 'Choose a file',
  columns: 'xlsx, csv or jsonl. The column text is needed; there may be kind, title, category, address, region, lat, lng, name, phone, email, anonymous, receivedAt, source. The Chinese headings are understood as well.',
  reading: 'Reading the file.',
  unread: 'This file cannot be read',
  again: 'This file was imported before; nothing was taken in twice.',
  none: 'Nothing was imported yet',
  noneText: 'Choose a file to begin: nothing is lost and nothing comes twice.',
  file: 'File',
  state: 'State',
  states: { running: 'Under way', done: 'Done' },
  rows: { taken: 'Taken in', ready: 'Waiting', faulty: 'Wrong', failed: 'Refused' },
  at: 'At',
  allGood: 'Nothing is wrong in “{file}”.',
  wrong: 'Rows to correct in “{file}”',
  row: 'Row',
  rowNumber: 'Row {row}',
  text: 'Text',
  why: 'What is wrong',
  codes: { missing: ' is missing', unknown: ' is not known', tooLong: ' is too long', number: ' must be a number in degrees', instant: ' is no time, or in the future', outside: ' is outside the region served', phone: ' is no telephone number', yesNo: ' must be yes or no', other: ' was refused' },
} satisfies Translation<typeof source>
