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
  'HomePage.tsx': { file: 'home.js', imports: ['_shared'], css: ['home.css'] },
}

test('the first load is the entry with everything it imports, each file once', () => {
  expect(firstLoad(manifest, 'portal/index.html')).toEqual({ js: ['portal.js', 'shared.js', 'vendor.js'], css: ['portal.css', 'shared.css'] })
  expect(firstLoad(manifest, 'workbench/index.html').js).toEqual(['workbench.js', 'shared.js', 'vendor.js', 'table.js'])
})

test('every budget is measured by the sum of its files', async () => {
  const measured = await measure(manifest, async (file) => file.length)
  expect(measured.map(({ app, kind, bytes }) => [app, kind, bytes])).toEqual([['portal', 'js', 27], ['portal', 'css', 20], ['workbench', 'js', 38], ['workbench', 'css', 10]])
})

test('a missing build is said with the command that makes it', () => {
  expect(() => firstLoad({}, 'portal/index.html')).toThrow('vite build')
})
