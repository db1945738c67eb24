// Hot topics: what many report, the tasks made of it, early warning.
// Keys follow zh-CN.

import type { Translation } from '../keys.ts'
import type source from '../zh-CN/hot-topics.ts'

export default {
  title: 'Hot topics',
  lead: 'Many people say the same of the same place. Updated every minute; once a unit has acted, see how much less there is.',
  refresh: 'Update now',
  bursts: 'Suddenly more',
  burst: '{place}: {category}, {n} within an hour, usually about {expected}',
  columns: { name: 'About', place: 'Where', category: 'Class', week: 'Last 7 days', before: '7 days before', all: 'All', heat: 'Heat', state: 'Task' },
  inHand: 'In hand',
  free: 'Nobody yet',
  empty: 'Nothing hot in the last two weeks',
  emptyText: 'Two or more like requests gather here.',
  back: 'Back to hot topics',
  sum: '{all} in all, {week} in the last 7 days, {before} in the 7 before',
  trend: 'Requests a day',
  day: 'Day',
  requests: 'Requests',
  newest: 'What people say',
  callers: { title: 'People who come again', lead: 'Three times or more within four weeks. Mostly it was never solved: look at the earlier answers first. Numbers are not shown.', newest: 'Reported last', requests: 'Times', last: 'Last time' },
  task: {
    states: { open: 'Task: under way', done: 'Task: done', dropped: 'Task: dropped' },
    unit: 'Unit', measures: 'Measures', dueOn: 'By', overdue: 'Overdue', before: 'Four weeks before', after: 'Since', note: 'Outcome', count: '{n}',
    fewer: '{n} in four weeks, {share}% fewer', more: '{n} in four weeks, {share}% more', notYet: 'To be seen once it is done', tooEarly: 'To be seen after a week',
  },
  tasks: { title: 'Governance tasks', lead: 'What many report is given to one unit to see to the cause. Say what was done; four weeks later it shows how much less there is.', empty: 'No governance tasks', emptyText: 'Once a hot topic has been given to a unit, it stands here.', topic: 'See the topic' },
  form: {
    title: 'Make it a task', make: 'Give it to this unit', made: 'The task is made', failed: 'That did not work, please try again',
    needUnit: 'Choose a unit', needMeasures: 'Say what is to be done, five characters at least', needDay: 'The day has to be after today', needNote: 'Say what was done, five characters at least',
    end: 'End this task', note: 'What was done, or why it is dropped', finish: 'Done', drop: 'Drop', ended: 'Noted',
  },
} satisfies Translation<typeof source>
