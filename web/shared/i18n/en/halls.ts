// Halls one can go to, in English.
// Same keys as zh-CN/halls.ts, in the same order.
import type source from '../zh-CN/halls.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'If you would rather go in person',
  hint: 'Staff at the window fill it in with you.',
  book: 'Book a visit',
  bookByPhone: 'Book by phone: {phone}',
  ask: 'Call {phone} before you go',
  call: 'Call {phone}',
} satisfies Translation<typeof source>
