// English of zh-CN/progress.ts.
// Counts follow the plural of the parameter n.
import type source from '../zh-CN/progress.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Ask how far it is',
  lead: 'No login needed. Enter the number of the application and the last four digits of the applicant’s phone. You see where it stands and nothing of what was filled in, so you can give the number to your family.',
  number: 'Application number',
  numberHint: 'On the page after submitting and in the messages, such as 440305-20261119-00102-3',
  phone: 'Last four digits of the phone',
  phoneHint: 'The phone the applicant logs in with',
  ask: 'Show the progress',
  again: 'Ask about another',
  missing: { title: 'Please look again', number: 'Enter the application number.', phone: 'Enter four digits.' },
  none: 'Nothing was found. Please check the number and the last four digits of the phone; both have to match.',
  tooMany: 'This number was asked about too often. Please try again in an hour. The applicant can log in and look under My applications.',
  failed: 'It did not work. Please try again.',
  heading: '{matter}',
  meta: 'Number {number} · submitted {date}',
  promise: 'All of it promised by {date}',
  before: 'by {date}',
  after: 'starts when {services} is done',
  services: 'Where each department stands',
  own: 'Is it your own?',
  ownText: 'Log in to see results and to add documents.',
  login: 'Log in',
} satisfies Translation<typeof source>
