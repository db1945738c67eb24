// Logging in the way a person does: at the demo's login page, by tapping a name.
// Used wherever a window is opened for somebody.
import type { Page } from 'playwright-core'

/** On the login page: taps a person and waits until the product is back. */
export const choosePerson = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/oidc/') && !address.pathname.startsWith('/api/'))
}

/** Goes to a page of the product as somebody; the workbench is for staff. */
export const logInAs = async (page: Page, name: string, path: string): Promise<void> => {
  const audience = path.startsWith('/workbench') ? 'staff' : 'person'
  await page.goto(`/api/v1/login?${new URLSearchParams({ audience, returnTo: path })}`)
  await choosePerson(page, name)
}
