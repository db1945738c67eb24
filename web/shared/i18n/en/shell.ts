// English of zh-CN/shell.ts.
// The brand keeps its Latin name.
import type source from '../zh-CN/shell.ts'
import type { Translation } from '../keys.ts'

export default {
  brand: 'Tongban',
  skip: 'Skip to content',
  menu: 'Menu',
  closeMenu: 'Close menu',
  nav: { label: 'Main', home: 'Home', applications: 'My applications', inbox: 'Messages', fees: 'My payments', myData: 'Who has seen my data', help: 'Get help', accessibility: 'Accessibility' },
  unread: 'unread',
  showCode: 'Show your code',
  wallet: 'My licences',
  verify: 'Check a licence',
  benefits: 'Benefits',
  requests: 'My requests',
  login: 'Sign in',
  logout: 'Sign out',
  account: 'Menu of {name}',
  language: 'Language',
  languageFailed: 'The language could not be changed. Please check your connection and try again.',
  acting: { label: 'Acting for somebody', title: 'You are acting for {name}', text: 'What you fill in and submit belongs to {name}; each step says that you took it.', stop: 'Stop acting', backToWindow: 'Back to the window', manage: 'Acting for others', applications: 'Applications of {name}', batches: 'Applying by a table' },
  elder: { on: 'Elder mode', off: 'Standard mode', bar: 'Elder mode tools', size: 'Text size', standard: 'large', larger: 'larger', largest: 'largest' },
  theme: { dark: 'Dark', light: 'Light' },
  offline: 'You are offline. You can go on reading; submit when you are connected again.',
  online: 'You are online again.',
  foot: { label: 'Footer', hotline: 'Questions, complaints, help', source: 'Open source · Apache-2.0' },
  help: {
    text: 'If anything is unclear, a person can help you.',
    call: 'Call 12345',
    callHint: 'The city hotline takes you through it step by step.',
    hall: 'Visit a service hall',
    hard: 'Tell us what is difficult',
    hardHint: 'For what fits no service: somebody takes it on.',
    hallHint: 'Bring your ID card; the staff at the window do it with you.',
    more: 'More ways to get help',
  },
  notFound: { title: 'There is no such page', text: 'The address may be mistyped, or the page is no longer there.', home: 'Go to the home page' },
  signIn: { title: 'Please sign in first', text: 'You will come back to this page afterwards.' },
  expired: { title: 'You have been signed out', text: 'What you typed is still on this device. Sign in to come back to this page and go on.', login: 'Sign in and go on' },
  newVersion: { title: 'Tongban has just been updated', text: 'Reload to go on; what you filled in is still there.', reload: 'Reload' },
  offlinePage: { title: 'You are offline', text: 'This page has not been opened before and needs a connection.' },
} satisfies Translation<typeof source>
