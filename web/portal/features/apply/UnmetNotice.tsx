// Says which services will probably not be granted as things stand, with the requirement and its law.
// The person may hand in all the same: an authority decides, not this page.
import { useMemo } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { LawText } from './LawText.tsx'
import { useNames } from './names.ts'
import { useDraft } from './queries.ts'
import { listUnmet } from './requirements.ts'

export function UnmetNotice() {
  const t = useT()
  const textIn = useTextIn()
  const { application, draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const unmet = useMemo(() => listUnmet(draft, catalogue), [draft, catalogue])
  if (unmet.length === 0) return null
  const first = catalogue.matters[draft.matter]?.scenario[0]?.concept
  return (
    <Notice tone="warning" title={t('apply.unmet.title')} actions={<Link href={paths.applyScenario({ application }, { question: first })}>{t('apply.services.situation')}</Link>}>
      <ul className="apply-missing">
        {unmet.map(({ service, requirement, name, legalBasis }) => (
          <li key={`${service}/${requirement}`}>
            {t('apply.unmet.requires', { service: names.service(service), requirement: textIn(name) })} <span className="tb-muted"><LawText {...legalBasis} /></span>
          </li>
        ))}
      </ul>
      <p>{t('apply.unmet.anyway')}</p>
    </Notice>
  )
}
