// English of zh-CN/accessibility.ts.
// Names of standards stay as they are.
import type source from '../zh-CN/accessibility.ts'
import type { Translation } from '../keys.ts'

export default {
  title: 'Accessibility',
  lead: 'Everyone should be able to get things done by themselves. Tongban is designed to GB/T 37668—2019 and WCAG 2.2 level AA.',
  keyboard: { title: 'Keyboard only', text: 'Everything works with the keyboard. Tab moves on; the first press offers “Skip to content”.' },
  screenReader: { title: 'Screen readers', text: 'Structure, forms and messages are read out, and every diagram is also text.' },
  elder: { title: 'Elder mode', text: 'Larger text and buttons, stronger contrast, reading aloud and help on every page. Text has three sizes; the largest is about 30 pt.' },
  colour: { title: 'Colour and motion', text: 'Nothing is said by colour alone. There is a dark theme, and nothing moves when your system asks for no motion.' },
  time: { title: 'Time', text: 'Forms have no time limit, and every step is saved.' },
  feedback: { title: 'Tell us what does not work', text: 'Call 12345 and say which page and which device.' },
} satisfies Translation<typeof source>
