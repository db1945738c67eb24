// The documents of an application: which have to be uploaded, what will do instead, and which nobody has to bring and why.
// Each file is stored as soon as it is chosen.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { PlannedEvidence } from '../../../../server/modules/planning/index.ts'
import { textNow } from '../../../shared/i18n/content.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { ApplyFrame } from './ApplyFrame.tsx'
import { CommitmentCard } from './CommitmentCard.tsx'
import { LaterCard } from './LaterOffer.tsx'
import { documentId, EvidenceUpload } from './EvidenceUpload.tsx'
import { useNames } from './names.ts'
import { loadDraft, useDraft, type DraftPage } from './queries.ts'
import { nextHref } from './tasks.ts'
import { useUploads } from './useUploads.ts'

export const loader = loadDraft

export const title = ({ draft }: DraftPage) => t('apply.documents.of', { matter: textNow(draft.matterName) })

const isCommitment = ({ source }: PlannedEvidence): boolean => source.kind === 'commitment'
const isUpload = ({ source }: PlannedEvidence): boolean => source.kind === 'upload'
const isLater = ({ source }: PlannedEvidence): boolean => source.kind === 'later'

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const { application, draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const uploads = useUploads(application)
  const [attempt, setAttempt] = useState(0)
  const needed = draft.plan.evidence.filter(isUpload)
  const commitments = draft.plan.evidence.filter(isCommitment)
  const later = draft.plan.evidence.filter(isLater)
  const lacking = [...needed, ...commitments].filter(({ uploaded }) => !uploaded)
  const lackingText = (each: PlannedEvidence): string => t(isCommitment(each) ? 'apply.documents.unsigned' : 'apply.documents.lacking', { name: names.evidence(each.evidence) })
  const underWay = uploads.sending.some(({ error }) => error === undefined)

  const goOn = () => {
    if (lacking.length > 0) setAttempt(attempt + 1)
    else void navigate(nextHref(draft, catalogue, 'documents'))
  }
  return (
    <ApplyFrame draft={draft} title={t('apply.documents.title')}>
      <div className="tb-stack">
        <ErrorSummary errors={attempt === 0 ? [] : lacking.map((each) => ({ field: documentId(each.evidence), message: lackingText(each) }))} attempt={attempt} />
        <div className="apply-head">
          <h1>{t('apply.documents.title')}</h1>
          <p>{needed.length > 0 ? t('apply.documents.lead', { n: needed.length }) : t(later.length > 0 ? 'apply.documents.leadLater' : 'apply.documents.leadNone')}</p>
          {commitments.length > 0 && <p>{t('apply.documents.toSign', { n: commitments.length })}</p>}
        </div>
        {needed.map((each) => (
          <EvidenceUpload
            key={each.needs.join()}
            planned={each}
            draft={draft}
            catalogue={catalogue}
            uploads={uploads}
            error={attempt > 0 && !each.uploaded ? lackingText(each) : undefined}
          />
        ))}
        {later.map((each) => <div key={each.needs.join()} id={documentId(each.evidence)}><LaterCard planned={each} /></div>)}
        {commitments.map((each) => (
          <CommitmentCard key={each.needs.join()} planned={each} draft={draft} catalogue={catalogue} uploads={uploads} error={attempt > 0 && !each.uploaded ? lackingText(each) : undefined} />
        ))}
        <div>
          <Button busy={underWay} onClick={goOn}>{underWay ? t('apply.documents.sending') : t('common.continue')}</Button>
        </div>
        <Spared />
      </div>
    </ApplyFrame>
  )
}

/** Documents nobody has to bring, each with what stands in for it. */
function Spared() {
  const t = useT()
  const format = useFormat()
  const { draft, catalogue } = useDraft()
  const names = useNames(catalogue)
  const spared = draft.plan.evidence.filter((each) => !isUpload(each) && !isCommitment(each) && !isLater(each))
  if (spared.length === 0) return null
  const reason = ({ source }: PlannedEvidence) => {
    if (source.kind === 'registry') return t('apply.documents.byRegistry', { registry: names.registry(source.registry) })
    if (source.kind === 'credential') return t('apply.documents.byCredential')
    if (source.kind === 'submitted') return t('apply.documents.bySubmitted', { on: format.date(source.on), application: source.application })
    return source.kind === 'result' ? t('apply.documents.byResult', { service: names.service(source.service) }) : ''
  }
  return (
    <Card title={t('apply.documents.spared', { n: spared.length })}>
      <KeyValue lines items={spared.map((each) => ({ id: each.needs.join(), label: names.evidence(each.evidence), value: <Chip tone="success">{reason(each)}</Chip> }))} />
    </Card>
  )
}
