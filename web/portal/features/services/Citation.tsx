// A law or rule as it is cited: 《title》article, a link where it is published.
// English pages keep the Chinese title, which is the one that counts.
import type { LegalBasis } from '../../../../server/modules/catalogue/definitions.ts'

/** `short` leaves out the name of the country, as lawyers do. */
export function Citation({ title, article, url, short }: LegalBasis & { short?: boolean }) {
  const name = short ? title.replace(/^中华人民共和国/, '') : title
  const words = `${name.startsWith('《') ? name : `《${name}》`}${article ?? ''}`
  return (
    <span lang="zh-CN" className="guide-citation">
      {url ? <a href={url} rel="noreferrer">{words}</a> : words}
    </span>
  )
}
