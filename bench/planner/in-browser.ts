// The planner as browsers get it: built and minified by the product's own build tool, run in a real Chromium.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import type { Subject } from '../harness.ts'
import type { Round } from './replan.ts'

/** As one script that leaves `round` in the window. */
const bundle = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-'))
  try {
    await build({
      logLevel: 'error', configFile: false,
      build: { outDir: folder, emptyOutDir: false, lib: { entry: fileURLToPath(new URL('./replan.ts', import.meta.url)), name: 'planner', formats: ['iife'], fileName: () => 'planner.js' } },
    })
    return await readFile(join(folder, 'planner.js'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const browserSubject = async (): Promise<Subject> => {
  const script = await bundle()
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.addScriptTag({ content: script })
  return {
    subject: 'tongban in Chromium',
    round: async () => {
      const { replan, cold } = await page.evaluate<Round>('planner.round()')
      return [{ metric: 're-plan after one answer', unit: 'ms', value: replan }, { metric: '20 services from cold', unit: 'ms', value: cold }]
    },
    close: () => browser.close(),
  }
}
