// Reads addresses of pages: repairs what is certain (scheme, entities, trailing marks), refuses what a citizen cannot open.
// Pure; nothing is fetched, so a dead page is not noticed here.
import { meansNone, plainText, type Warn } from './gdzwfw-text.ts'

const privateHost = /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.|\[)/
const bareAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** Session tokens of the provincial login that were copied with the address; a link must not carry somebody's login. */
const tokenParameter = /(?<=[?&])(?:gdbsTokenId|access_token|jsessionid|sessionid)=[^&#]*&?|;jsessionid=[^?#]*/gi

/** The address as one may follow it, or null when there is none or it is of no use to the public. */
export const readUrl = (raw: string, warn: Warn): string | null => {
  if (meansNone(raw)) return null
  const text = plainText(raw.slice(0, 4000), warn).trim()
  const start = /https?:\/\/?/i.exec(text)
  const scheme = start === null && /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/:?#]|$))/i.test(text) ? 'http://' : ''
  const found = (scheme + text.slice(start?.index ?? 0)).replace(/^(https?):\/\/?/i, (_, name: string) => `${name.toLowerCase()}://`)
  const address = /^https?:\/\/[^\s<>"“”，。；、（）]+/i.exec(found)?.[0].replace(/[.,;'）)]+$/, '')
  const parsed = address !== undefined && URL.canParse(address) ? new URL(address) : undefined
  if (address === undefined || parsed === undefined || !parsed.hostname.includes('.') || parsed.username !== '') {
    warn(parsed !== undefined && privateHost.test(parsed.hostname) ? 'url_private' : 'url_unreadable')
    return null
  }
  if (privateHost.test(parsed.hostname)) {
    warn('url_private')
    return null
  }
  if (bareAddress.test(parsed.hostname)) warn('url_bare_address')
  if (/\.(?:png|jpe?g|gif|bmp|webp)$/i.test(parsed.pathname)) warn('url_points_to_image')
  if (address !== text) warn('url_repaired')
  const clean = address.replace(tokenParameter, '')
  if (clean === address) return address
  if (/(?:gdbsTokenId|access_token|sessionid)=(?!null(?:&|$))[^&#]/i.test(address)) warn('url_token_removed')
  return clean.replace(/[?&](?=#|$)/, '')
}
