// What a journey is and what it may use: the product, browser windows of people, steps, pictures.
// One file per journey exports one of these; main.ts lists and runs them.
import type { BrowserContext, Page } from 'playwright-core'
import type { Settings } from '../../web/shared/look.ts'
import type { Product } from './product.ts'

export type Journey = {
  name: string
  /** one sentence on who does what */
  about: string
  /** runs while no other journey does: it measures, or it breaks something everybody uses */
  alone?: boolean
  run: (scene: Scene) => Promise<void>
}

export type Size = { width: number; height: number }
export const phone: Size = { width: 390, height: 844 }
export const desk: Size = { width: 1440, height: 900 }

/** An empty window, for those who prepare it before they go somewhere. */
export const nowhere = 'about:blank'

export type Window = {
  /** name of a demo person, as on the login page; left out: nobody is logged in */
  as?: string
  /** where to go first: a path, or `nowhere` */
  at?: string
  size?: Size
  settings?: Partial<Settings>
  /** what the browser may complain about in this window because the journey provokes it */
  expected?: RegExp[]
}

export type Step = {
  <T>(what: string, work: () => Promise<T>): Promise<T>
  /** A failure is counted and told, and the journey goes on. */
  (what: string, work: () => Promise<void>, options: { goOn: true }): Promise<void>
}

export type Scene = {
  product: Product
  /** Asked for by its name, a journey keeps its pictures and measures as often as a figure needs. */
  asked: boolean
  /** One check with a name a person understands; prints how long it took. */
  step: Step
  /** Opens a window of its own, with cookies of its own, logs in if asked and goes to the page. */
  open: (window?: Window) => Promise<Page>
  /** A second tab of the same browser. */
  openTab: (context: BrowserContext, path: string) => Promise<Page>
  /** Keeps test-results/<journey>/<name>.png when pictures are asked for; always waits until the Chinese on the page can be read. */
  picture: (page: Page, name: string, options?: { fullPage?: boolean }) => Promise<void>
  /** Prints a figure or a remark. */
  note: (text: string) => void
  /** Writes test-results/<journey>.json. */
  keep: (figures: unknown) => Promise<void>
}
