// What the server may announce for a page: its own files, not those of the app, nothing of other pages.
// The routes of the real apps are read, so that a route written differently is noticed.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { patterns } from '../../web/shared/paths.ts'
import { apps, pageFiles, readRoutes, type Manifest } from './page-files.ts'

const manifest: Manifest = {
  'portal/index.html': { file: 'assets/portal.js', imports: ['_vendor.js'], css: ['assets/portal.css'] },
  '_vendor.js': { file: 'assets/vendor.js' },
  '_card.js': { file: 'assets/card.js', imports: ['_vendor.js'], css: ['assets/card.css'] },
  'portal/features/matters/MatterPage.tsx': { file: 'assets/matter.js', imports: ['_vendor.js', '_card.js'], css: ['assets/matter.css'] },
  'portal/features/help/HelpPage.tsx': { file: 'assets/help.js', imports: ['_card.js'] },
  'shared/i18n/zh-CN/matters.ts': { file: 'assets/matters-texts.js' },
}
const routes = `
function loadHelp() {
  void prefetchHelp()
  return import('./features/help/HelpPage.tsx')
}
      page(patterns.matter, () => import('./features/matters/MatterPage.tsx'), 'matters'),
      page(patterns.help, loadHelp, 'help'),
`

describe('the files of a page', () => {
  it('are its own, those it shares with other pages and its texts, in the order they are needed', () => {
    expect(pageFiles(manifest, 'portal', routes)).toEqual([
      { path: '/matters/:matter', scripts: ['/assets/card.js', '/assets/matter.js', '/assets/matters-texts.js'], styles: ['/assets/card.css', '/assets/matter.css'] },
      { path: '/help', scripts: ['/assets/card.js', '/assets/help.js'], styles: ['/assets/card.css'] },
    ])
  })

  it('are known for every page of the apps', () => {
    const named = apps.flatMap((app) => {
      const source = readFileSync(new URL(`../../web/${app}/routes.tsx`, import.meta.url), 'utf8')
      const found = readRoutes(source)
      expect(found.length).toBe([...source.matchAll(/page\(patterns/g)].length)
      expect(found.filter(({ file }) => !file.endsWith('.tsx'))).toEqual([])
      return found.map(({ pattern }) => pattern)
    })
    expect([...new Set(named)].sort()).toEqual(Object.keys(patterns).sort())
  })
})
