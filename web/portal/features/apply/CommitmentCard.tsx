// A commitment in place of a document (告知承诺): the words, a box to sign, and the way to hand in the document after all.
// The signature is kept at once and can be taken back until the application is handed in.
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { PlannedEvidence } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { documentId, EvidenceUpload } from './EvidenceUpload.tsx'
import { useNames } from './names.ts'
import { keepDraft, type Draft } from './queries.ts'
import type { Uploads } from './useUploads.ts'

interface Props {
  planned: PlannedEvidence
  draft: Draft
  catalogue: Catalogue
  uploads: Uploads
  error?: string | undefined
}

export function CommitmentCard(props: Props) {
  const { planned, draft, catalogue, error } = props
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const names = useNames(catalogue)
  const [uploading, setUploading] = useState(false)
  const [wish, setWish] = useState<boolean>()
  const { mutate, error: failure, isPending } = useChange(async (signed: boolean) =>
    keepDraft(await api('saveCommitments', { params: { id: draft.id }, body: { commitments: { [planned.evidence]: signed } } })))
  const statement = catalogue.evidence[planned.evidence]?.commitment?.statement
  if (uploading || !statement) return <EvidenceUpload {...props} />
  const { source } = planned
  const sign = (signed: boolean) => {
    setWish(signed)
    mutate(signed, { onSettled: () => setWish(undefined) })
  }
  return (
    <Card title={t(source.kind === 'commitment' && source.dueDays !== undefined ? 'apply.documents.commitmentFirst' : 'apply.documents.commitmentFor', { name: names.evidence(planned.evidence) })} aside={planned.uploaded && <Chip tone="success">{t('apply.documents.signed')}</Chip>}>
      <div className="tb-stack">
        <p className="tb-muted">{t('apply.documents.usedFor', { services: format.list(planned.neededBy.map(names.service)) })}</p>
        <blockquote className="apply-statement">{textIn(statement)}</blockquote>
        {source.kind === 'commitment' && source.dueDays !== undefined && <p>{t('apply.documents.dueDays', { n: source.dueDays })}</p>}
        <Checkbox id={documentId(planned.evidence)} label={t('apply.documents.sign')} checked={wish ?? planned.uploaded} onChange={(signed) => !isPending && sign(signed)} error={error} />
        {failure !== null && <Notice tone="danger" live="assertive" compact>{messageOf(failure) ?? t('apply.failed')}</Notice>}
        <div>
          <Button variant="plain" onClick={() => setUploading(true)}>{t('apply.documents.uploadInstead')}</Button>
        </div>
      </div>
    </Card>
  )
}
