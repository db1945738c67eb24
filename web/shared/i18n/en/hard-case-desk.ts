// English of zh-CN/hard-case-desk.ts.
// Short, as staff read it all day.
import type source from '../zh-CN/hard-case-desk.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Hard cases',
  lead: 'What fits no service is taken on here, talked over with the authorities and answered; the way it was solved stays for the next one.',
  list: 'List of hard cases',
  views: { label: 'Show', toSort: 'To sort', mine: 'Mine', open: 'Open', answered: 'Awaiting a word', all: 'All', opinions: 'Asked of us', given: 'Given by us' },
  empty: { title: 'No hard cases here', text: 'Those handed in or taken in at a window appear here.', opinions: 'Nothing is asked of you', opinionsText: 'Questions of coordinators appear here.', pick: 'Choose one', pickText: 'The most urgent come first.' },
  links: { intake: 'Take one in', ledger: 'Ledger', lessons: 'Lessons', back: 'Back to the list' },
  late: 'Late',
  days: { sort: 'sort by {date}', answer: 'answer by {date}', opinion: 'opinion by {date}' },
  unclaimed: 'Nobody has it',
  mine: 'I coordinate it',
  state: { received: 'To sort', consulting: 'Being conferred on', guided: 'Shown the way', redirected: 'Others responsible', answered: 'Answered', settled: 'Solved', unsettled: 'Not solved', retracted: 'Taken back' },
  channel: { portal: 'online', window: 'at a window', hotline: 'hotline', official: 'from a case' },
  head: { number: '{number} · {place} · {channel} · received {time}', by: 'Coordinator: {name}', risen: 'Came up from {place}: the applicant says it is not solved', fromCase: 'From case {number}' },
  story: { title: 'What the applicant says', wish: 'Wish', files: 'Documents', contact: 'Contact', noAccount: 'No account: tell them by telephone' },
  actions: { title: 'What can be done', claim: 'Take it on', accept: 'It is a hard case', guide: 'There is a service', redirect: 'Others are responsible', ask: 'Ask authorities', meet: 'Record a meeting', conclude: 'Answer', state: 'Not possible now', none: 'Nothing to do at present.', role: 'For coordinators', taken: 'You have it already' },
  form: { cancel: 'Not now', required: '{name}: please fill this in', tooLong: '{name}: at most {n} characters', problems: 'Please look at these', failed: 'It did not work', conflict: 'Somebody changed this a moment ago', conflictText: 'You see the newest version now; what you wrote is kept. Have a look and press again.' },
  accept: { lead: 'Give it a name others understand and a category. The applicant learns who leads and by when.', title: 'Name', category: 'Category', send: 'It is a hard case' },
  guide: { lead: 'It fits something there is: tell the applicant how.', find: 'Find a service', pick: 'This one', picked: 'Chosen', words: 'To the applicant', hint: 'Why this one, and what to mind.', none: 'Find and choose a service first', send: 'Tell the applicant' },
  redirect: { lead: 'None of these authorities is responsible: say who is, and why.', to: 'Who is responsible', words: 'To the applicant', hint: 'With an address or number, so that they find it.', send: 'Tell the applicant' },
  ask: { lead: 'Write what they are to answer. They do not see who the applicant is.', line: 'Authority', question: 'Question', hint: 'Can it be done, by what rule, what is missing?', dueOn: 'Answer by', shared: 'Share the account and documents', sharedHint: 'Without name and number. Check the account for personal data first.', more: 'Another authority', remove: 'Remove', send: 'Send {n}' },
  meet: { lead: 'Meetings are recorded once and not changed.', heldOn: 'Held on', place: 'Where', attendees: 'Attendees', attendeesHint: 'One a line: name, unit', minutes: 'Minutes', decisions: 'Decisions', what: 'What', who: 'Who', byOn: 'By', more: 'Another', remove: 'Remove', send: 'Record' },
  conclude: { lead: 'Two texts: one for the applicant in plain words, one for colleagues with the way it was solved.', words: 'Answer to the applicant', wordsHint: 'Whether it can be done first, then how, whom to see, what to bring.', solution: 'How it was solved', solutionHint: 'Stays in the ledger for next time.', by: 'Done by', byHint: 'Authorities, separated by commas', laws: 'Based on', lawsHint: 'One a line: title, article', category: 'Category', keywords: 'Keywords', keywordsHint: 'Two or three words, separated by spaces', send: 'Answer' },
  done: { claim: 'It is yours', accept: 'Taken on; the applicant has been told', guide: 'The applicant has been told', redirect: 'The applicant has been told', ask: 'Sent; reminders go out by themselves', meet: 'Recorded', conclude: 'Answered', propose: 'Proposed to the designers' },
  opinions: { title: 'Opinions', none: 'No authority has been asked yet.', due: 'by {date}', given: '{name} · {time}', waiting: 'Waiting', reminded: 'Reminded', late: 'Late', stance: { agree: 'Agrees', able: 'Can be done', unable: 'Cannot be done' } },
  meetings: { title: 'Meetings', on: '{date} {place}', people: 'Present: {names}', decided: '{what} ({who})', by: 'by {date}' },
  answer: { title: 'Answer', words: 'To the applicant', solution: 'How it was solved', by: 'Done by', laws: 'Based on', keywords: 'Keywords', to: 'Responsible', target: 'Service' },
  suggestions: { title: 'May help', earlier: 'Earlier ones', found: 'Services and answers', none: 'Nothing similar.' },
  history: {
    title: 'History', submit: 'handed it in', add: 'added something', claim: 'took it on', accept: 'made it a hard case', guide: 'showed a service', redirect: 'said who is responsible', ask: 'asked {authority}', giveOpinion: '{authority} gave its opinion', remind: 'reminded {authority}', meet: 'recorded a meeting', conclude: 'answered',
    passDay: 'A day passed', settle: 'said it is solved', raise: 'said it is not solved; it went one level up', leave: 'said it is not solved', retract: 'took it back', system: 'The system',
  },
  lessons: {
    title: 'Lessons', lead: 'What others can use becomes an answer everybody finds, or a better service.', none: 'None proposed yet.', propose: 'Propose to the designers', kind: 'What it becomes',
    kinds: { question: 'An answer for everybody', scenario: 'A new scenario', catalogue: 'A better service' }, kindHints: { question: 'In search and on service pages once approved', scenario: 'Asked and decided by itself', catalogue: 'Other conditions, documents, a new service' },
    ask: 'The difficulty, as others would say it', answer: 'How it is solved', answerHint: 'Not who the applicant is.', services: 'Services it is about', servicesHint: 'Ids, separated by spaces; may be empty', send: 'Propose',
    stages: { proposed: 'To decide', published: 'Published', begun: 'Being designed', dropped: 'Dropped' }, done: 'Released in edition {n}', from: 'From {number} · {name} · {time}', reason: 'Because: {text}',
    publish: 'Check and publish', update: 'Publish the change', begin: 'Begin a design', drop: 'Drop', dropReason: 'Why', pack: 'Pack', designTitle: 'Name of the design', about: 'Mainly about', aboutHint: 'matters/… or services/…', open: 'Open the design', see: 'See the answer',
    page: { title: 'From hard cases to rules', lead: 'What conclusions are to become. Each is followed until it is released.', empty: 'Nothing to do', emptyText: 'Coordinators propose them after they have answered.', filter: 'Show', all: 'All' },
  },
  opinion: {
    title: 'Written opinion', question: 'Please answer', by: '{name} asked on {time}, by {date}', late: 'The day has passed. An opinion still helps and is marked as late.', account: 'What the applicant says', notShared: 'The account was not shared; please answer the question.', files: 'Documents shared', stance: 'Your opinion', opinion: 'Reasons and way', hint: 'If it can be done: how and with what. If not: why, and who can.', laws: 'Based on', lawsHint: 'One a line: title, article', ownFiles: 'Documents', send: 'Give the opinion', sent: 'The coordinator has it', given: 'Given by {name} on {time}', closed: 'This has been concluded; no opinion is needed any more.', conflict: 'A colleague has just given one', sure: 'It cannot be changed afterwards.',
  },
  intake: {
    title: 'Take one in', lead: 'For somebody at a window, on the telephone, or a case that fits no service.', channel: 'Where from', channels: { window: 'Window', hotline: 'Hotline', official: 'From a case' }, applicant: 'Name', idNumber: 'Identity number', idHint: 'From the card or told; then they see it online as well.', idWrong: 'An identity number has eighteen characters.', phone: 'Telephone', region: 'Where it is about', account: 'What is difficult', wish: 'What would help', files: 'Documents', send: 'Take in', done: 'Taken in', doneText: 'Number {number}. Tell them: they hear by {sort}, and are answered by {answer}.', open: 'Open', another: 'Another one', failedFile: 'Not uploaded: {name}', fromCase: 'From a case: applicant and place are those of the case.', unknownDay: 'a day to be told',
  },
  ledger: {
    title: 'Ledger of hard cases', search: 'Find earlier ones', placeholder: 'Words in it', state: 'State', category: 'Category', from: 'From', until: 'Until', any: 'Any', export: 'Export', exportHint: 'Without the applicants', shown: { one: '{n} case', other: '{n} cases' }, none: 'Nothing found', noneText: 'Try another word or fewer conditions.', columns: { title: 'What', category: 'Category', place: 'Place', state: 'State', received: 'Received', solution: 'How it was solved' },
    tabs: { list: 'Ledger', statistics: 'What recurs' },
    statistics: { median: 'Half are answered within {n} days', medianNone: 'None answered yet', category: 'By category', region: 'By place', line: 'By authority', words: 'Keywords', months: 'By month', count: 'Cases', ended: 'Answered', days: 'Usual days', asked: 'Asked', given: 'Given', late: 'Late', received: 'Received', none: 'Nothing to count yet', name: 'Name', month: 'Month', unsorted: 'Not sorted' },
  },
} as const satisfies Translation<typeof source>
