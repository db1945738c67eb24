// A supplementary document that may follow later (容缺受理): what that means, the words of the promise, and the promise itself.
// The promise is kept at once and can be taken back until the application is handed in.
import { useState } from 'react'
import type { Tolerance } from '../../../../server/modules/catalogue/definitions.ts'
import { laterStatement, type PlannedEvidence } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Texts } from '../../../../server/kernel/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useNames } from './names.ts'
import { keepDraft, useDraft, type Draft } from './queries.ts'

const usePromise = (draft: Draft, evidence: string) =>
  useChange(async (later: boolean) => keepDraft(await api('saveLater', { params: { id: draft.id }, body: { later: { [evidence]: later } } })))

interface Props {
  planned: PlannedEvidence
  terms: Tolerance
  draft: Draft
  document: Texts
}

export function LaterOffer({ planned, terms, draft, document }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const [asking, setAsking] = useState(false)
  const { mutate, isPending, error } = usePromise(draft, planned.evidence)
  if (!asking) return <div><Button variant="plain" onClick={() => setAsking(true)}>{t('apply.documents.later')}</Button></div>
  return (
    <Notice title={t('apply.documents.laterTitle', { name: textIn(document) })}>
      <p>{t(terms.decideFirst ? 'apply.documents.laterFirst' : 'apply.documents.laterWaits', { n: terms.dueDays })}</p>
      <blockquote className="apply-statement">{textIn(laterStatement(document, terms.dueDays))}</blockquote>
      {error !== null && <p role="alert">{messageOf(error) ?? t('apply.failed')}</p>}
      <div className="tb-row">
        <Button variant="ghost" busy={isPending} onClick={() => mutate(true)}>{t('apply.documents.laterSign')}</Button>
        <Button variant="quiet" onClick={() => setAsking(false)}>{t('apply.documents.laterNot')}</Button>
      </div>
    </Notice>
  )
}

/** A document promised for later, with the way back. */
export function LaterCard({ planned }: { planned: PlannedEvidence }) {
  const t = useT()
  const textIn = useTextIn()
  const { draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const { mutate, isPending, error } = usePromise(draft, planned.evidence)
  const document = catalogue.evidence[planned.evidence]?.name
  if (planned.source.kind !== 'later' || !document) return null
  return (
    <Card title={names.evidence(planned.evidence)} aside={<Chip tone="azure">{t('apply.documents.laterChosen')}</Chip>}>
      <div className="tb-stack">
        <p>{t('apply.documents.laterDue', { n: planned.source.dueDays })}</p>
        <blockquote className="apply-statement">{textIn(laterStatement(document, planned.source.dueDays))}</blockquote>
        {error !== null && <Notice tone="danger" live="assertive" compact>{messageOf(error) ?? t('apply.failed')}</Notice>}
        <div><Button variant="plain" busy={isPending} onClick={() => mutate(false)}>{t('apply.documents.laterNot')}</Button></div>
      </div>
    </Card>
  )
}
