// The findings that meet the filter, most serious first; each leads to its guide.
// What the guide says stands under its name, so that most need not be opened.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { guideFilterQuery, type GuideFilter } from './guide-filter.ts'
import type { FindingsPage } from './queries.ts'
import { severityTones } from './severity-tones.ts'

interface Props {
  filter: GuideFilter
  pages: readonly FindingsPage[]
  more: (() => void) | undefined
  busy: boolean
}

export function FindingList({ filter, pages, more, busy }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const findings = pages.flatMap((page) => page.findings)
  const names = new Map(pages.flatMap((page) => page.rules.map(({ rule, name }) => [rule, textIn(name)] as const)))
  if (findings.length === 0) {
    const [title, text] = pages[0]?.guides === 0 ? [t('guides.noGuides.title'), t('guides.noGuides.text')] : [t('guides.none.title'), t('guides.none.text')]
    return <EmptyState icon="check" title={title}><p>{text}</p></EmptyState>
  }
  return (
    <>
      <ul className="guides-list">
        {findings.map((one) => (
          <li key={one.id}>
            <Link href={paths.workbenchGuides({}, guideFilterQuery({ ...filter, evidence: false, finding: one.id }))} aria-current={one.id === filter.finding ? 'page' : undefined}>
              <span className="guides-rule"><Chip tone={severityTones[one.severity]}>{t(`guides.severities.${one.severity}`)}</Chip> {names.get(one.rule) ?? one.rule}</span>
              <b lang="zh-CN">{one.guide.name}</b>
              <span lang="zh-CN" className="guides-says">{one.says}</span>
              <small lang="zh-CN">{one.guide.authority.name}</small>
            </Link>
          </li>
        ))}
      </ul>
      {more && <div className="guides-more"><Button variant="quiet" busy={busy} onClick={more}>{t('guides.more')}</Button></div>}
    </>
  )
}
