// A law or rule as it is cited: 《title》article, a link where it is published.
// English pages keep the Chinese title, which is the one that counts.
import type { LegalBasis } from '../../../../server/modules/catalogue/definitions.ts'

export function Citation({ title, article, url }: LegalBasis) {
  const words = `${title.startsWith('《') ? title : `《${title}》`}${article ?? ''}`
  return (
    <span lang="zh-CN" className="guide-citation">
      {url ? <a href={url} rel="noreferrer">{words}</a> : words}
    </span>
  )
}
