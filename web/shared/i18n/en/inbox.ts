// English of zh-CN/inbox.ts.
// A text with a count may be { one, other }.
import type source from '../zh-CN/inbox.ts'
import type { Translation } from '../keys.ts'

export default {
  markAll: { one: 'Mark {n} as read', other: 'Mark all {n} as read' },
  mark: 'Mark as read',
  new: 'Unread',
  batchAnswers: 'Check and answer',
  openConsents: 'Read it and answer',
  openHardCase: 'See how it stands',
  openRequest: 'Open the request',
  openRating: 'See my ratings',
  openBenefits: 'See what is mine',
  openDispute: 'See the correction',
  notice: 'Open: {name}',
  open: 'Open the application',
  older: 'Older messages',
  empty: 'No messages',
  emptyText: 'When something happens with your applications, you will read it here.',
  failed: 'It could not be marked. Please try again.',
  choices: {
    title: 'What I want to be told',
    label: 'These messages',
    always: 'What you have to act on, and every decision against you, is always told.',
    saved: 'Saved.',
    texts: 'Also send what matters by text message to {phone}',
    textsHint: 'When something is to be added, there is a result or a request was answered. Answering T to one stops them as well.',
    kinds: { applicationSubmitted: 'An application was submitted', caseGranted: 'A service is done', caseWithdrawn: 'A service was withdrawn', applicationWithdrawn: 'A whole application was withdrawn' },
  },
} satisfies Translation<typeof source>
