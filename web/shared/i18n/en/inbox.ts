// English of zh-CN/inbox.ts.
// A text with a count may be { one, other }.
import type source from '../zh-CN/inbox.ts'
import type { Translation } from '../keys.ts'

export default {
  markAll: { one: 'Mark {n} as read', other: 'Mark all {n} as read' },
  mark: 'Mark as read',
  new: 'Unread',
  open: 'Open the application',
  older: 'Older messages',
  empty: 'No messages',
  emptyText: 'When something happens with your applications, you will read it here.',
  failed: 'It could not be marked. Please try again.',
} satisfies Translation<typeof source>
