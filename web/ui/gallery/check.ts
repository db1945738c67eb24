// Opens the gallery in every mode and width in a real browser, looks for accessibility problems (axe) and takes pictures.
// `node web/ui/gallery/check.ts [section]`: pictures go to test-results/gallery; exit code 1 when axe finds anything.
import { createRequire } from 'node:module'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as browserType, type Browser, type Page } from 'playwright-core'
import { createServer } from 'vite'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const pictures = fileURLToPath(new URL('../../../test-results/gallery/', import.meta.url))
const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }
const sections = ['matter', 'forms', 'actions', 'lists', 'messages', 'overlays', 'staff']
const modes = [
  { name: 'phone', size: phone, query: '' },
  { name: 'desk', size: desk, query: '' },
  { name: 'phone-elder', size: phone, query: '&mode=elder' },
  { name: 'phone-largest', size: phone, query: '&mode=elder&text=largest' },
  { name: 'desk-elder', size: desk, query: '&mode=elder' },
  { name: 'desk-dark', size: desk, query: '&theme=dark' },
  { name: 'phone-elder-dark', size: phone, query: '&mode=elder&theme=dark' },
  { name: 'desk-workbench', size: desk, query: '&app=workbench' },
  { name: 'desk-en', size: desk, query: '&language=en' },
]

/** Problems axe finds on the page, one line each. */
async function problemsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axeFile })
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[] }> } }
    return (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
  })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

/** Whether something is wider than the screen. */
async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.scrollWidth
    if (width <= innerWidth) return []
    const widest = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > innerWidth)
    return widest.map((element) => `wider than the screen: <${element.tagName.toLowerCase()} class="${element.getAttribute('class')}"> ${Math.round(element.getBoundingClientRect().right)} ${element.textContent.slice(0, 20)}`)
  })
}

/** Opens what lies above the page: [section, picture, names of the buttons to press]. */
const openings: [string, string, string[]][] = [
  ['overlays', 'dialog', ['打开对话框']],
  ['overlays', 'palette', ['打开命令面板']],
  ['overlays', 'shortcuts', ['打开快捷键']],
  ['overlays', 'toasts', ['说一声成功', '说一声失败']],
  ['actions', 'menu', ['更多操作']],
]

async function checkMode(browser: Browser, base: string, mode: (typeof modes)[number], wanted: string[]): Promise<string[]> {
  const problems: string[] = []
  const page = await browser.newPage({ viewport: mode.size, reducedMotion: 'reduce' })
  const open = async (section: string) => {
    await page.goto(`${base}ui/gallery/?show=${section}${mode.query}`, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
  }
  const look = async (name: string, fullPage: boolean) => {
    const found = [...(await overflowOf(page)), ...(await problemsOf(page))]
    problems.push(...found.map((problem) => `${name} ${mode.name}: ${problem}`))
    await page.screenshot({ path: `${pictures}${name}-${mode.name}.png`, fullPage })
  }
  const isWanted = (section: string) => wanted.length === 0 || wanted.includes(section)
  for (const section of sections.filter(isWanted)) {
    await open(section)
    await look(section, section !== 'staff')
  }
  for (const [section, name, buttons] of openings.filter((opening) => isWanted(opening[0]))) {
    await open(section)
    for (const button of buttons) await page.getByRole('button', { name: button }).click()
    await look(name, false)
  }
  await page.close()
  return problems
}

async function run(wanted: string[]): Promise<void> {
  await mkdir(pictures, { recursive: true })
  const server = await createServer({ configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)), server: { port: 0, host: '127.0.0.1', hmr: false, watch: null }, logLevel: 'error' })
  await server.listen()
  const browser = await browserType.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath()), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })
  const problems: string[] = []
  try {
    for (const mode of modes) problems.push(...(await checkMode(browser, server.resolvedUrls?.local[0] ?? '', mode, wanted)))
  } finally {
    await browser.close()
    await server.close()
  }
  for (const problem of problems) console.log(problem)
  console.log(problems.length === 0 ? 'no problems' : `${problems.length} problems`)
  if (problems.length > 0) process.exitCode = 1
}

await run(process.argv.slice(2))
