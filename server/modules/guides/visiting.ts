// Asks one address on the public network for its page and follows where it leads; the page itself is not read.
// The address a name stands for is checked where the connection is made, so no name and no redirect leads inside.
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isPublicAddress, literalAddress, lookupWithin, NotPublic } from '../../kernel/public-address.ts'

const mostRedirects = 5

const publicLookup = lookupWithin(isPublicAddress)

const headOf = (url: URL, signal: AbortSignal): Promise<{ status: number; location: string | undefined }> =>
  new Promise((resolve, reject) => {
    const address = literalAddress(url)
    if ((url.protocol !== 'http:' && url.protocol !== 'https:') || (address !== undefined && !isPublicAddress(address))) return reject(new NotPublic(url.href))
    const send = url.protocol === 'https:' ? requestSecure : requestPlain
    const asked = send(url, { lookup: publicLookup, signal, agent: false, headers: { accept: '*/*', 'user-agent': 'tongban-guide-linter' } }, (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location })
      response.destroy()
    })
    asked.on('error', reject)
    asked.end()
  })

/** @throws NotPublic before anything is sent to an address inside; Error when it cannot be reached */
export const visit = async (url: string, signal: AbortSignal): Promise<{ status: number }> => {
  let at = new URL(url)
  for (let left = mostRedirects; left >= 0; left -= 1) {
    const { status, location } = await headOf(at, signal)
    if (status < 300 || status > 399 || location === undefined) return { status }
    at = new URL(location, at)
  }
  throw new Error(`more than ${mostRedirects} redirects`)
}
