// While an application is prepared: the services that do not take the document one logged in with, or need a surer login, and what helps;
// and that a draft was begun for another place than the one served here.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useDraft } from './queries.ts'

export function IdentityNotice() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { draft } = useDraft()
  if (draft.notAccepted.length === 0) return null
  return (
    <Notice tone="warning" title={t('cross-region.identity.title')}>
      <ul>
        {draft.notAccepted.map((one) => (
          <li key={one.service}>
            {one.because === 'kind'
              ? t('cross-region.identity.kind', { service: textIn(one.name), documents: format.list(one.accepts.map((kind) => t(`cross-region.documents.${kind}`))) })
              : t('cross-region.identity.assurance', { service: textIn(one.name) })}
          </li>
        ))}
      </ul>
      <p>{draft.notAccepted.some(({ because }) => because === 'kind') && t('cross-region.identity.kindHelp')} {t('cross-region.identity.kept')}</p>
    </Notice>
  )
}

export function ElsewhereNotice({ application }: { application: string }) {
  const t = useT()
  const textIn = useTextIn()
  const { place } = useSession()
  const { draft, catalogue } = useDraft()
  const began = catalogue.regions[draft.region]
  if (draft.id !== application || !began || place === undefined || textIn(began.name) === place) return null
  return (
    <Notice tone="azure" title={t('cross-region.elsewhere.title')}>
      <p>{t('cross-region.elsewhere.text', { place: textIn(began.name), wanted: place })}</p>
    </Notice>
  )
}
