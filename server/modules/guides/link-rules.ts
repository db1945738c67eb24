// Online addresses that lead to the front page of a website several services share: the applicant has to find the rest alone.
// Pure. A system made for one service may well begin at its front page, so an address of a single guide is left alone.
import { finding, type Finding } from './finding.ts'
import type { Guide } from './guide.ts'

const isFrontPage = /^https?:\/\/(?:www\.[^/?#]+|[a-z]+\.(?:gd|gz)\.gov\.cn)\/?(?:index\.\w{2,5})?$/i
const hostOf = (url: string): string => url.replace(/^https?:\/\/([^/?#]+).*$/i, '$1').toLowerCase()

export const lintFrontPages = (guides: readonly Guide[]): Finding[] => {
  const shown = guides.flatMap((guide) => (guide.online === true && guide.onlineUrl !== null && isFrontPage.test(guide.onlineUrl) ? [{ guide, url: guide.onlineUrl, host: hostOf(guide.onlineUrl) }] : []))
  const names = new Map<string, Set<string>>()
  for (const { guide, host } of shown) names.set(host, (names.get(host) ?? new Set()).add(guide.name))
  return shown.flatMap(({ guide, url, host }) => ((names.get(host)?.size ?? 0) > 1 ? [finding('link-front-page', guide, 'online', url, `可以网上办理；这个首页共有 ${names.get(host)?.size ?? 0} 个事项在用`)] : []))
}
