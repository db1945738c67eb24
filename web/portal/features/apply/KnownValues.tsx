// What is known without asking, to be read: each value with where it comes from, and a way to say that it is wrong.
// What only comes into being later (a number given by another service) is said too.
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answer, PlannedConcept } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { fieldId } from '../../../shared/form/ConceptField.tsx'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useNames } from './names.ts'
import { keepDraft, type Draft } from './queries.ts'
import { SourceChip } from './SourceChip.tsx'
import { KnownValue } from './KnownValue.tsx'

interface Props {
  draft: Draft
  catalogue: Catalogue
  concepts: readonly PlannedConcept[]
  /** Called with the value on record, from which the person corrects it. */
  onDispute: (concept: string, value: Answer) => void
  /** Called with the value offered, from which the person goes on typing. */
  onChange: (concept: string, value: Answer) => void
}

/** May be said otherwise: an e-licence, an earlier answer, or what is usual. */
const isOffered = ({ source }: PlannedConcept): boolean => source.kind === 'default' || source.kind === 'earlier' || source.kind === 'credential'

/** Known, or about to come by itself; what a registry has not been asked for yet is neither. */
export const isSettled = ({ value, source }: PlannedConcept): boolean => value !== undefined || source.kind === 'result'

export function KnownValues({ draft, catalogue, concepts, onDispute, onChange }: Props) {
  const names = useNames(catalogue)
  const [doubted, setDoubted] = useState<PlannedConcept>()
  const shown = concepts.filter(isSettled)
  return (
    <>
      <KeyValue
        lines
        items={shown.map((each) => ({
          id: each.concept,
          label: names.concept(each.concept),
          value: <KnownValue planned={each} catalogue={catalogue} />,
          aside: (
            <span className="tb-row">
              <SourceChip source={each.source} catalogue={catalogue} />
              {each.source.kind === 'registry' && <Doubt name={names.concept(each.concept)} onDoubt={() => setDoubted(each)} />}
              {isOffered(each) && <Other name={names.concept(each.concept)} onChange={() => onChange(each.concept, each.value ?? null)} />}
            </span>
          ),
        }))}
      />
      {doubted && <DisputeDialog draft={draft} catalogue={catalogue} planned={doubted} onClose={() => setDoubted(undefined)} onDispute={onDispute} />}
    </>
  )
}

function Doubt({ name, onDoubt }: { name: string; onDoubt: () => void }) {
  const t = useT()
  return (
    <Button variant="plain" onClick={onDoubt}>
      {t('apply.known.wrong')}
      <VisuallyHidden> {name}</VisuallyHidden>
    </Button>
  )
}

/** The field appears with the next plan; the focus goes there. */
function Other({ name, onChange }: { name: string; onChange: () => void }) {
  const t = useT()
  return (
    <Button variant="plain" onClick={onChange}>
      {t('common.change')}
      <VisuallyHidden> {name}</VisuallyHidden>
    </Button>
  )
}

function DisputeDialog({ draft, catalogue, planned, onClose, onDispute }: { draft: Draft; catalogue: Catalogue; planned: PlannedConcept; onClose: () => void; onDispute: Props['onDispute'] }) {
  const t = useT()
  const names = useNames(catalogue)
  const session = useSession()
  const name = names.concept(planned.concept)
  const { mutate, isPending, error } = useChange(
    async () => keepDraft(await api('disputeFact', { params: { id: draft.id }, body: { concept: planned.concept } })),
    () => {
      onDispute(planned.concept, planned.value ?? null)
      onClose()
      // The field appears with the new plan; the focus goes there.
      setTimeout(() => document.getElementById(fieldId(planned.concept))?.focus(), 50)
    },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('apply.known.disputeTitle', { name })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button busy={isPending} onClick={() => mutate()}>{t('apply.known.dispute')}</Button>
        </>
      }
    >
      <p>{t('apply.known.disputeText')}</p>
      {!session.acting && <p><Link href={paths.newDispute({}, { application: draft.id, concept: planned.concept })}>{t('apply.known.askCorrection')}</Link></p>}
      {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('apply.failed')}</Notice>}
    </Dialog>
  )
}
