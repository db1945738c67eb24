// English of zh-CN/ui.ts.
// A text with a count may be { one, other }.
import type source from '../zh-CN/ui.ts'
import type { Translation } from '../keys.ts'

export default {
  close: 'Close',
  retry: 'Try again',
  search: 'Search',
  help: 'Get help',
  loading: 'Opening…',
  crumbs: 'You are here',
  field: { required: 'required', optional: 'optional' },
  text: { left: { one: '{n} character left', other: '{n} characters left' }, over: { one: '{n} character too many', other: '{n} characters too many' } },
  date: { hint: 'Eight digits are enough, for example 20261116', readBack: '{weekday}, {date}', open: 'Pick from the calendar' },
  select: { choose: 'Please choose' },
  errors: { title: { one: 'One thing needs your attention', other: '{n} things need your attention' } },
  error: { title: 'Something went wrong here', text: 'It was not your doing, and what you filled in is still there. Please try again in a moment.', log: 'Log number {id}: tell it to the staff when you ask for help' },
  forbidden: { title: 'You cannot see this page', text: 'It belongs to someone else or lies outside your duties.' },
  file: {
    choose: 'Choose a file or take a photo',
    more: 'Add another',
    camera: 'Take a photo',
    drop: 'or drop the file here',
    hint: '{kinds}, at most {max} each',
    image: 'photo',
    separator: ', ',
    uploading: 'Uploading',
    done: 'Uploaded',
    failed: 'Not uploaded',
    remove: 'Remove',
    empty: '“{name}” is empty. Please choose another file.',
    'too-large': '“{name}” is larger than {max}. Please compress it or take a smaller photo.',
    'wrong-type': '“{name}” has a format we cannot use. Please use {kinds}.',
  },
  pages: { label: 'Pages', previous: 'Previous', next: 'Next', page: 'Page {n}', shown: 'Showing {shown} of {total}', more: 'Show more' },
  savings: { before: 'before: ', after: 'now: ' },
  steps: { label: 'Steps', position: 'Step {n} of {total}' },
  task: { done: 'Done', current: 'In progress', todo: 'Not started', optional: 'Optional', blocked: 'Not yet', attention: 'Needs you' },
  lane: { planned: 'Planned', waiting: 'Waiting for earlier steps', active: 'In progress', attention: 'Needs you', late: 'Overdue', done: 'Done', refused: 'Refused', stopped: 'Stopped' },
  read: { start: 'Read aloud', stop: 'Stop reading' },
  shortcuts: { title: 'Keyboard shortcuts', page: 'This page', singleKeys: 'Use single-letter shortcuts', singleKeysHint: 'Switch off when you dictate or press keys by accident' },
  palette: { title: 'Search and commands', none: 'Nothing found', count: { one: '{n} entry', other: '{n} entries' } },
} satisfies Translation<typeof source>
