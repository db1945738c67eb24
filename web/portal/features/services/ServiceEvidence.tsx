// What must be proved for a service, and for each document every way to obtain it, the easiest first.
// A need that only some situations have says so.
import { useSentences, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Citation } from './Citation.tsx'
import type { ServiceGuide } from './queries.ts'

type Need = ServiceGuide['evidence'][number]
type Document = Need['anyOf'][number]

export function ServiceEvidence({ guide: { evidence } }: { guide: ServiceGuide }) {
  const t = useT()
  return (
    <Card id="evidence" title={t('services.guide.evidence')}>
      {evidence.length === 0 ? <p>{t('services.guide.noEvidence')}</p> : (
        <ol className="guide-list">
          {evidence.map((need) => (
            <li key={need.id}>
              {need.anyOf.length > 1 && <p className="tb-muted">{t('services.guide.anyOf')}</p>}
              {need.anyOf.map((document) => (
                <Proof key={document.id} document={document} need={need} />
              ))}
              <small><Citation {...need.legalBasis} /></small>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function Proof({ document, need: { when, tolerable, dueDays, decideFirst } }: { document: Document; need: Need }) {
  const t = useT()
  const sentences = useSentences()
  const textIn = useTextIn()
  const wayText = ({ kind, name }: Document['ways'][number]) =>
    kind === 'registry' || kind === 'result' ? t(`services.guide.ways.${kind}`, { name: name ? textIn(name) : '' }) : t(`services.guide.ways.${kind}`)
  const [first, ...others] = document.ways
  const { issuer, originals, copies, form } = document.listed
  const counts = [...(originals > 0 ? [t('services.listing.originals', { n: originals })] : []), ...(copies > 0 ? [t('services.listing.copies', { n: copies })] : [])]
  const from = t('services.listing.from', { issuer: issuer ? textIn(issuer) : t('services.listing.yourself') })
  const atCounter = t('services.listing.atCounter', { counts: counts.join(t('services.listing.and')), form: t(`services.listing.forms.${form}`) })
  const remarks = [...(document.hint ? [textIn(document.hint)] : []), ...(dueDays === null ? [] : [t(decideFirst ? 'services.listing.followsFreely' : 'services.listing.follows', { n: dueDays })]), ...others.map((way) => t('services.guide.wayOr', { way: wayText(way) }))]
  return (
    <div>
      <p className="tb-row">
        <b>{textIn(document.name)}</b>
        {first && <Chip tone={first.kind === 'upload' ? 'neutral' : 'azure'}>{wayText(first)}</Chip>}
        {when !== null && <Chip>{t('services.guide.sometimes')}</Chip>}
        {tolerable && <Chip>{t('services.listing.tolerable')}</Chip>}
      </p>
      <small>{first?.kind === 'upload' ? `${from} · ${atCounter}` : from}</small>
      {remarks.length > 0 && <small>{sentences(...remarks)}</small>}
    </div>
  )
}
