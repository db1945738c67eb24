// What comes out with what is known so far: services, documents, days; and the way to begin with everything filled in.
// Beginning is the same as on the page of the matter: who is not logged in does so first, and nothing told is lost.
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useSentences, useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { messageOf } from '../../../shared/failure.ts'
import { paths } from '../../../shared/paths.ts'
import { mayApply, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { SavingNumbers } from '../../../ui/SavingNumbers.tsx'
import { keep, type KeptAnswers } from '../matters/kept-answers.ts'
import { useStart } from '../matters/useStart.ts'
import type { Guide } from './queries.ts'

const figures = ['applications', 'fields', 'evidence', 'workingDays'] as const

export function ComesOut({ guide }: { guide: Guide }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { services, undecided, documents, before, after, settled } = guide.comesOut
  return (
    <Card title={t(settled ? 'guidance.out.title' : 'guidance.out.soFar')}>
      <div className="tb-stack">
        <Begin key={guide.matter} guide={guide} />
        <SavingNumbers
          label={t('guidance.out.figures')}
          items={figures.map((id) => ({ id, label: t(`matters.figures.${id}`), before: before[id], after: after[id], ...(id === 'workingDays' ? { unit: t('matters.figures.days') } : {}) }))}
        />
        <div>
          <h3>{t('guidance.out.services', { n: services.length })}</h3>
          <ul className="guidance-services">
            {services.map(({ id, name }) => <li key={id}>{textIn(name)}</li>)}
          </ul>
          {undecided > 0 && <p className="tb-muted">{t('guidance.out.undecided', { n: undecided })}</p>}
        </div>
        <div>
          <h3>{t(documents.length > 0 ? 'guidance.out.documents' : 'guidance.out.noDocuments')}</h3>
          {documents.length > 0 && <p>{format.list(documents.map(textIn))}</p>}
          <p className="tb-muted">{after.trips === 0 ? t('matters.facts.online') : t('matters.facts.partlyOnline', { n: after.trips })}</p>
        </div>
      </div>
    </Card>
  )
}

function Begin({ guide }: { guide: Guide }) {
  const t = useT()
  const sentences = useSentences()
  const session = useSession()
  const [starting, setStarting] = useState(false)
  const kept: KeptAnswers = { answers: guide.answers, declined: [], starting }
  const { start, busy, error } = useStart(guide.matter, kept, (next) => {
    keep(guide.matter, next)
    setStarting(next.starting)
  })
  const filled = Object.keys(guide.answers).length
  const isStaff = session.status === 'signed-in' && !mayApply(session)
  return (
    <div className="tb-stack guidance-begin">
      <Button block busy={busy} variant={guide.next ? 'ghost' : 'primary'} disabledReason={isStaff ? t('guidance.out.staff') : undefined} onClick={start}>
        {t(guide.next ? 'guidance.out.beginNow' : 'guidance.out.begin')}
      </Button>
      {error !== undefined && <Notice tone="danger" live="assertive"><p>{messageOf(error)}</p></Notice>}
      <p className="tb-muted">
        {sentences(filled > 0 && t('guidance.out.filled', { n: filled }), session.status === 'anonymous' && t('guidance.out.login'))}
      </p>
      <Link href={paths.matter({ matter: guide.matter })} onClick={() => keep(guide.matter, { ...kept, starting: false })}>{t('guidance.out.whole')}</Link>
    </div>
  )
}
