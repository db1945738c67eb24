// English of zh-CN/queue.ts.
// Counts follow the plural of the parameter n.
import type source from '../zh-CN/queue.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Cases',
  list: 'List of cases',
  views: { label: 'Views', mine: 'Mine', unclaimed: 'Unclaimed', dueSoon: 'Due soon', supplement: 'Corrections', overdue: 'Overdue', all: 'All' },
  showView: 'Show “{view}”',
  find: 'Find in the list: number or name',
  findShort: 'Number or name',
  focusFind: 'Search the list',
  matter: 'Only this matter',
  anyMatter: 'All matters',
  group: 'List of cases',
  next: 'Next case',
  previous: 'Previous case',
  unclaimed: 'Unclaimed',
  mine: 'Mine',
  others: 'Somebody else’s',
  shown: { one: '{n} case shown', other: '{n} cases shown' },
  count: { one: '{n} case', other: '{n} cases' },
  failed: 'The list could not be refreshed; this is how it was before.',
  empty: {
    mine: { title: 'You have no cases', text: 'Claim one under “Unclaimed”, or simply open one and accept it.' },
    unclaimed: { title: 'Nothing is waiting to be claimed', text: 'New applications appear here by themselves.' },
    dueSoon: { title: 'Nothing is due soon', text: 'What has to be done by the next working day is listed here.' },
    supplement: { title: 'No corrections are awaited', text: 'Cases stand here while the applicant puts something right.' },
    overdue: { title: 'Nothing is overdue', text: 'Cases past their promised day are listed here.' },
    all: { title: 'There are no open cases', text: 'New applications appear here by themselves.' },
    filtered: { title: 'No case fits', text: 'Try another number or name, or fewer conditions.', clear: 'Clear conditions' },
  },
  start: {
    title: 'Today',
    lead: 'Choose a case at the left, or press J to open the first.',
    first: 'Open the first case',
    dueToday: 'Due today',
    overdue: 'Overdue',
    unclaimed: 'Unclaimed',
    supplement: 'Awaiting corrections',
    keys: 'Faster with the keyboard',
    keysText: 'J and K move, A accepts, G grants, S asks for corrections, Ctrl K finds, ? lists all shortcuts.',
  },
  palette: { views: 'Views', page: 'This page', cases: 'Cases' },
  gate: { title: 'This is the workbench for staff', text: 'You are signed in as the resident “{name}” and cannot enter the workbench. For your own matters go back to the portal.', switch: 'Sign in with a staff account', portal: 'Back to the portal', going: 'Taking you to the sign-in…' },
} satisfies Translation<typeof source>
