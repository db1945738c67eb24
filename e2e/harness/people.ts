// Logging in the way a person does: at the demo's login page, by tapping a name.
// Used wherever a window is opened for somebody.
import type { Page } from 'playwright-core'

/** On the login page: taps a person and waits until the product is back. */
export const choosePerson = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/oidc/') && !address.pathname.startsWith('/api/'))
}

/** Audiences whose login page was drawn in this run. */
const drawn = new Set<string>()

/**
 * Goes to a page of the product as somebody; the workbench is for staff. The first resident and the first official of a run tap their name. The
 * others, a hundred of them, go the same way without drawing it: that page loads half the letters of its font and costs more than the one they want.
 */
export const logInAs = async (page: Page, name: string, path: string): Promise<void> => {
  const audience = path.startsWith('/workbench') ? 'staff' : 'person'
  const login = `/api/v1/login?${new URLSearchParams({ audience, returnTo: path })}`
  if (!drawn.has(audience)) {
    drawn.add(audience)
    await page.goto(login)
    await choosePerson(page, name)
    return
  }
  const { request } = page.context()
  const choice = await request.get(login)
  const subject = new RegExp(`value="([^"]+)"[^>]*><b>${name}`).exec(await choice.text())?.[1]
  if (subject === undefined) throw new Error(`nobody called ${name} can be chosen at ${choice.url()}`)
  const chosen = await request.post(choice.url(), { form: { subject } })
  if (!chosen.ok() || /^\/(oidc|api)\//.test(new URL(chosen.url()).pathname)) throw new Error(`logging in as ${name} ended at ${chosen.url()} with status ${chosen.status()}`)
  await page.goto(path)
}
