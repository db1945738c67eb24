// What counts towards the first load, on a small invented manifest.
// Sizes are given, so no build is needed.
import { expect, test } from 'vitest'
import { firstLoad, measure, type Manifest } from './budgets.ts'

const manifest: Manifest = {
  'portal/index.html': { file: 'portal.js', imports: ['_shared'], css: ['portal.css'] },
  'workbench/index.html': { file: 'workbench.js', imports: ['_shared', '_table'] },
  _shared: { file: 'shared.js', imports: ['_vendor'], css: ['shared.css'] },
  _table: { file: 'table.js', imports: ['_vendor'] },
  _vendor: { file: 'vendor.js' },
  'portal/features/home/HomePage.tsx': { file: 'home.js', imports: ['_shared'], css: ['home.css'] },
  'portal/features/inbox/InboxPage.tsx': { file: 'inbox.js', imports: ['_shared'] },
  ...Object.fromEntries(['home', 'matters', 'stages', 'search-box'].map((area) => [`shared/i18n/zh-CN/${area}.ts`, { file: `${area}-texts.js` }])),
}

test('the first load is what is named with everything it imports, each file once', () => {
  expect(firstLoad(manifest, ['portal/index.html', 'portal/features/home/HomePage.tsx'])).toEqual({ js: ['portal.js', 'shared.js', 'vendor.js', 'home.js'], css: ['portal.css', 'shared.css', 'home.css'] })
  expect(firstLoad(manifest, ['workbench/index.html']).js).toEqual(['workbench.js', 'shared.js', 'vendor.js', 'table.js'])
})

test('the budget of the portal holds its home page with its texts, and no other page', async () => {
  const [portal] = await measure(manifest, async (file) => file.length)
  expect(portal?.files).toEqual(['portal.js', 'shared.js', 'vendor.js', 'home.js', 'home-texts.js', 'matters-texts.js', 'stages-texts.js', 'search-box-texts.js'])
})

test('every budget is measured by the sum of its files', async () => {
  const measured = await measure(manifest, async (file) => file.length)
  expect(measured.map(({ app, kind, bytes }) => [app, kind, bytes])).toEqual([['portal', 'js', 97], ['portal', 'css', 28], ['workbench', 'js', 38], ['workbench', 'css', 10]])
})

test('a missing build is said with the command that makes it', () => {
  expect(() => firstLoad({}, ['portal/index.html'])).toThrow('vite build')
})
