// One document to upload: what it has to show, which others would do, its files.
// Where several will do, the person first says which one there is.
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { PlannedEvidence } from '../../../../server/modules/planning/index.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { AskedBecause } from './AskedBecause.tsx'
import { LaterOffer } from './LaterOffer.tsx'
import { useNames } from './names.ts'
import type { Draft } from './queries.ts'
import { acceptedBy, filesOf } from './uploads.ts'
import type { Uploads } from './useUploads.ts'
import { WindowCamera } from './WindowCamera.tsx'

interface Props {
  planned: PlannedEvidence
  draft: Draft
  catalogue: Catalogue
  uploads: Uploads
  error?: string | undefined
}

/** Where ErrorSummary finds a document. */
export const documentId = (evidence: string): string => `document-${evidence}`

export function EvidenceUpload({ planned, draft, catalogue, uploads, error }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const names = useNames(catalogue)
  const accepted = [planned.evidence, ...planned.alternatives]
  const [chosen, setChosen] = useState(planned.evidence)
  const evidence = accepted.includes(chosen) ? chosen : planned.evidence
  const type = catalogue.evidence[evidence]
  if (!type) return null
  const files = filesOf(draft.id, evidence, draft.uploads, uploads.sending)
  return (
    <Card title={accepted.length > 1 ? t('apply.documents.oneOf', { names: accepted.map(names.evidence).join(t('apply.or')) }) : names.evidence(evidence)} aside={planned.uploaded && <Chip tone="success">{t('apply.documents.there')}</Chip>}>
      <div className="tb-stack">
        {planned.askedBecause && <AskedBecause what="document" because={planned.askedBecause} concept={type.proves[0] ?? ''} draft={draft} catalogue={catalogue} />}
        <p className="tb-muted">{t('apply.documents.usedFor', { services: format.list(planned.neededBy.map(names.service)) })}</p>
        {accepted.length > 1 && (
          <RadioGroup label={t('apply.documents.which')} value={evidence} onChange={setChosen} options={accepted.map((id) => ({ value: id, label: names.evidence(id) }))} />
        )}
        {type.hint && <p>{textIn(type.hint)}</p>}
        <FileInput
          id={documentId(planned.evidence)}
          label={names.evidence(evidence)}
          labelHidden
          multiple
          camera
          accept={acceptedBy(type.accept)}
          maxBytes={type.maxBytes}
          error={error}
          files={files}
          onAdd={(added) => uploads.add(evidence, added)}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
        />
        <WindowCamera onFile={(file) => uploads.add(evidence, [file])} />
        {planned.mayFollow && files.length === 0 && <LaterOffer planned={planned} terms={planned.mayFollow} draft={draft} document={type.name} />}
      </div>
    </Card>
  )
}
