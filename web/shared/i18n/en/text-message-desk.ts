// English of zh-CN/text-message-desk.ts.
import type source from '../zh-CN/text-message-desk.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Text messages',
  lead: 'What was sent to people by text message and what became of it. Numbers are masked and addresses left out: nobody rates in the name of somebody else.',
  offTitle: 'There is no gateway',
  off: 'Nothing is sent. The guide says how to connect one; or ask whoever runs the platform.',
  views: 'Which ones',
  failed: 'Failed',
  all: 'All',
  words: 'Words to register',
  wordsLead: 'The words of each kind are registered with the gateway first; they are sent once the code of the template is in the configuration. Not a letter may differ.',
  limits: 'At most {number} a day to one number and {day} a day in all; the rest waits for the next day.',
  noneFailed: 'No text message has failed',
  none: 'No text message has been sent yet',
  list: 'Text messages',
  phone: 'Number',
  text: 'Words',
  state: 'Outcome',
  at: 'Time',
  kind: 'When it is sent',
  template: 'Template',
  notRegistered: 'Not registered, not sent',
  again: 'Send again',
  againOk: 'Queued again; it is sent in a moment.',
  older: 'Older ones',
  failedToDo: 'That did not work. Please try again.',
  tries: 'Tried {tries} times',
  states: { queued: 'Waiting', calling: 'Being sent', sent: 'Sent, no report yet', delivered: 'Delivered', failed: 'Failed', dropped: 'Not sent' },
  kinds: { requestReceived: 'A request was received (with a day)', requestTaken: 'A request was received (no day yet)', requestAnswered: 'A request was answered', caseSupplement: 'Something is to be added', caseEnded: 'A case has a result', rateCase: 'Invitation to rate a case' },
  because: {
    stopped: 'The holder answered T', unwanted: 'The person wants none', expired: 'Too late to be sent', numberLimit: 'Enough for this number today; sent tomorrow', dayLimit: 'Enough for today; sent tomorrow', superseded: 'A newer one says more',
    noTemplate: 'The words are not registered', unreachable: 'The gateway did not answer', other: 'The gateway says: {code}',
  },
} satisfies Translation<typeof source>
