// English of zh-CN/dispute-desk.ts.
// Names of registries and laws stay as the content has them.
import type source from '../zh-CN/dispute-desk.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Corrections asked for',
  lead: 'Residents say that a record of this authority is wrong. Please look into it and answer in time (Personal Information Protection Law, Art. 46).',
  views: { open: 'To answer', late: 'Late', objected: 'Objections', ended: 'Answered' },
  columns: { concept: 'Record', registry: 'Kept in', authority: 'Answered by', state: 'State', due: 'Due', created: 'Asked for' },
  states: { open: 'to answer', corrected: 'corrected', declined: 'not corrected', objected: 'objected', upheld: 'answer stands', withdrawn: 'withdrawn' },
  empty: { open: 'Nothing to answer', late: 'Nothing is late', objected: 'No objections', ended: 'Nothing answered yet' },
  noDay: 'open',
  urgency: { soon: 'due soon', late: 'late' },
  one: {
    title: 'Correction of “{name}”',
    back: 'Corrections asked for',
    person: 'Resident',
    idNumber: 'ID number',
    recorded: 'On record then',
    unknown: 'the resident does not know; please look in your registry',
    claimed: 'Right, as the resident says',
    corrected: 'Corrected to',
    explanation: 'Explanation',
    files: 'Proof',
    noFiles: 'nothing attached',
    history: 'What happened',
    entry: { waiting: 'on its way to the registry', entered: 'taken by the registry', byHand: 'the registry takes nothing from outside; please correct it in your own system' },
    shown: 'Asked again on {time}, the registry gives the new value',
    notShown: 'Asked again, the registry does not show it yet',
    answer: 'Answer',
    passedOn: 'Passed on; it is outside your jurisdiction now',
  },
  act: {
    correct: 'Corrected', decline: 'Not corrected', pass: 'Pass on', order: 'Order another look', uphold: 'Let the answer stand',
    value: 'Correct to',
    valueHint: 'A registry that takes corrections is given it by the system; otherwise correct it in your own system first. The registry is asked again, and the resident is told once it shows the new value.',
    reasons: 'Reasons (the resident reads them)',
    to: 'To which authority',
    choose: 'Please choose',
    passHint: 'Once only; the time limit begins anew.',
    send: 'Send the answer',
    short: 'Please write at least two letters',
    missing: 'Please choose an authority',
    sent: 'Answered; the resident is told',
    failed: 'That did not work. Please try again.',
    conflict: 'This has just changed; you see the latest now. Please look again before answering.',
    because: { state: 'not possible in this state', role: 'somebody else has to do this', once: 'it can be passed on once only' },
  },
  actions: {
    request: 'asked for', attach: 'document added', pass: 'passed on', correct: 'answered: corrected', decline: 'answered: not corrected', object: 'objected', order: 'another look ordered', uphold: 'answer stands', withdraw: 'withdrawn', enter: 'sent to the registry', show: 'the registry shows the new value', late: 'late, superiors told',
  },
} satisfies Translation<typeof source>
