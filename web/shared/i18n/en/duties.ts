// English of zh-CN/duties.ts.
// Counts follow the plural of the parameter n.
import type source from '../zh-CN/duties.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Duty list',
  lead: 'For what, where and when, which unit answers. Changes hold once a second person has released them.',
  parts: { label: 'Parts of the duty list', list: 'List', try: 'Try', findings: 'Checks', rulings: 'Rulings', releases: 'Releases', trees: 'Other trees' },
  region: 'Region',
  list: {
    search: 'Search classes, units, places', clear: 'Clear', top: 'Top class', all: 'All', count: { one: '{n} line', other: '{n} lines' }, none: { title: 'No line fits', text: 'Try another word, or clear the filters.' },
    write: 'Write a line', change: 'Change', finer: 'Write a finer one',
    col: { what: 'For what', where: 'Where', unit: 'Who answers', since: 'By' },
    comma: ', ', more: { one: 'and {n} more', other: 'and {n} more' }, whole: '{name} (all of it)', hours: '{from}–{to}', months: 'months {from}–{to}', co: 'Helping: {names}', from: 'since {date}', until: 'until {date}', showAll: 'Show more',
  },
  deadline: { life: 'Within 2 hours', utility: 'Within 24 hours', ordinary: 'Ordinary time limit', complex: 'Time limit for complex ones' },
  try: {
    lead: 'Write a request, or choose a class and a place, and see who would get it. Nothing is kept.', text: 'The request', textHint: 'As a caller would put it, for example: the street lamp by the exit of Taoyuan station is broken.', top: 'Top class', category: 'Finest class', fromText: 'Read from the text', region: 'Region', area: 'Road, place or grid', anyArea: 'None', date: 'Day', time: 'Time', ask: 'Who would get this?', failed: 'That did not work, please try again.',
    map: 'Map: press to choose a place', pinned: 'Chosen on the map: {lat}, {lng}', unpin: 'Without the point on the map', mapShow: 'Choose on a map', mapHide: 'Hide the map', mapFailed: 'The map did not open; choose a place from the lists.', zoomIn: 'Zoom in', zoomOut: 'Zoom out',
    unit: 'Goes to', nobody: 'Somebody has to look', noClass: 'The class cannot be told yet; please choose one.', read: 'Place read from the text: {place}', guessed: 'Class read from the text', deadline: 'Time limit', co: 'Helping', ladder: 'Next, when it is late or not solved', why: 'Why', others: 'Next best', knowledge: 'Good to know', fallback: 'Not in the list: the district takes it first',
  },
  findings: {
    lead: 'The same is checked before a release; nothing wrong can be released.', sound: { title: 'Nothing wrong', text: '{classes} classes, {duties} duties: somebody answers in every district, nothing twice, all units exist, no ladder turns in a circle.' }, on: 'Checked for', ending: 'Lines that end', endingNone: 'No line has a last day.',
    kind: { gap: 'Nobody answers', overlap: 'Twice', 'unit-missing': 'No such unit', 'ladder-cycle': 'Ladder in a circle', 'category-unknown': 'No such class', 'area-unknown': 'No such area', 'region-unknown': 'No such region', 'area-missing': 'No place' },
    col: { kind: 'What', what: 'Line', where: 'Where' },
  },
  rulings: {
    lead: 'What arbiters ruled when units disagreed. Taking one over writes it into a design, which a second person releases.', none: { title: 'No rulings yet', text: 'They appear here once an arbiter has ruled.' }, take: 'Take over', drop: 'Leave out', dropTitle: 'Leave it out of the list', dropNote: 'Why', dropHint: 'Others read it; at least two letters.', done: 'Done.', failed: 'That did not work, please try again.',
    stage: { proposed: 'Open', taken: 'In a design', dropped: 'Left out' }, inForce: 'In force since edition {n}', design: 'Open the design', by: 'Ruled by {name}, {date}', request: 'Request {number}', unit: 'Goes to {name}',
  },
  releases: {
    lead: 'Every release that changed the list, newest first.', none: { title: 'Nothing released in the workbench yet', text: 'The list of the packs is in force.' }, made: 'Written by {by}, released by {reviewer}, {date}', show: 'What changed', since: 'Compared with', before: 'The list of the packs', number: 'Edition {n} {title}', noChange: 'The list is the same in both.',
    change: { added: 'Added', removed: 'Taken away', changed: 'Changed' }, was: 'Before', is: 'Now', nothing: '(nothing)',
  },
  trees: {
    lead: 'Classes of requests of other systems beside ours, imported by tongban duties import. What corresponds is worked out from the words, for people to check.', title: '{name}: {n} classes, {matched} with ours', theirs: 'Theirs', ours: 'Ours', alike: 'Alike', nothing: 'Nothing corresponds',
    none: { title: 'No other tree has been imported', text: 'Operators import them from the command line, one class a line.' },
  },
  form: {
    write: 'Write a duty', change: 'Change a duty', top: 'Top class', category: 'Class', whole: '(all of it)', where: 'Where', region: 'Region', area: 'Road, place or grid', whereRegion: 'A region', whereArea: 'Something smaller', unit: 'Who answers', level: 'At which level',
    levels: { nearest: 'The nearest', street: 'Subdistrict', district: 'District', city: 'City' }, hours: 'Only at this time of day', hoursHint: 'For example 22:00 to 06:00; all day when empty.', to: 'To', knowledge: 'Good to know', from: 'From', source: 'Rests on', article: 'Article', reason: 'What this change is called', save: 'Write into a design', saved: 'Written into a design for a second person to release.', open: 'Open the design', failed: 'Not written: {why}', required: 'Please fill in.', badTime: 'Write it like 22:00.', mine: 'Change of the duty list',
  },
} satisfies Translation<typeof source>
