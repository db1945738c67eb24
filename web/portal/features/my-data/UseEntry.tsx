// One use of my data: when, by whom, what, why, by what law and consent, with what outcome; and what I can do when it is wrong.
// A code that has no name yet is never shown alone: the pack names registries, concepts and authorities.
import { formatMoment } from '../../../shared/format.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { DataUse } from './queries.ts'

const tones: Record<DataUse['outcome'], Tone> = { answers: 'azure', noRecord: 'neutral', unavailable: 'warning', withheld: 'warning', refused: 'warning', opened: 'neutral', used: 'azure', shown: 'neutral', verified: 'neutral' }

export function UseEntry({ use }: { use: DataUse }) {
  return <li>{use.kind === 'opened' ? <Opened use={use} /> : use.kind === 'licence' ? <Licence use={use} /> : <LookUp use={use} />}</li>
}

function Time({ at }: { at: string }) {
  const language = useLanguage()
  return <time dateTime={at}>{new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date(at))}</time>
}

function LookUp({ use }: { use: DataUse }) {
  const t = useT()
  const forMatter = use.systemName === null && use.applicationId !== null
  return (
    <>
      <div className="tb-row">
        <Time at={use.at} />
        <b>{use.whatName}</b>
        <Chip tone={tones[use.outcome]}>{t(use.own ? `my-data.outcome.${use.outcome}` : `my-data.outcomeOther.${use.outcome}`)}</Chip>
      </div>
      {use.authorityName && <p className="tb-muted">{t('my-data.keeper', { authority: use.authorityName })}</p>}
      <p>
        {t(forMatter ? 'my-data.forMatter' : use.own || use.batch || use.systemName !== null ? 'my-data.forPurpose' : 'my-data.forMatterOther', { matter: use.purpose, purpose: use.purpose })}
        {use.systemName !== null && <> · {t('my-data.bySystem', { system: use.systemName })}</>}
        {use.batch && <> · {t('my-data.batch')}</>}
        <Follow application={use.applicationId} />
      </p>
      {use.reference !== null && <p className="tb-muted">{use.reference}</p>}
      {!use.own && use.outcome === 'withheld' && <p>{t('my-data.withheldHint')}</p>}
      {use.legalBasis !== null && <p className="tb-muted" lang="zh-CN">{t('my-data.byLaw', { law: use.legalBasis })}</p>}
      {use.consentAt !== null && <p className="tb-muted">{t('my-data.byConsent', { time: formatMoment(use.consentAt, thisYear()) })}</p>}
      {use.conceptNames.length > 0 && (
        <details>
          <summary>{t('my-data.asked', { n: use.conceptNames.length })}</summary>
          <ul className="data-items">
            {use.concepts.map((concept, index) => (
              <li key={concept}>
                {use.conceptNames[index]}
                {use.disputable.includes(concept) && <> · <Link href={paths.newDispute({}, { call: use.id, concept })}>{t('my-data.wrongItem')}</Link></>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** An e-licence was shown, checked, or used in an application. */
function Licence({ use }: { use: DataUse }) {
  const t = useT()
  return (
    <>
      <div className="tb-row">
        <Time at={use.at} />
        <b>{use.whatName}</b>
        <Chip tone={tones[use.outcome]}>{t(`my-data.outcome.${use.outcome}`)}</Chip>
      </div>
      {use.authorityName && <p className="tb-muted">{t('my-data.seenBy', { who: use.authorityName })}</p>}
      <p>
        {t('my-data.forPurpose', { purpose: use.purpose })}
        <Follow application={use.applicationId} />
      </p>
      {use.conceptNames.length > 0 && (
        <details>
          <summary>{t('my-data.seen', { n: use.conceptNames.length })}</summary>
          <ul className="data-items">{use.conceptNames.map((name, index) => <li key={use.concepts[index]}>{name}</li>)}</ul>
        </details>
      )}
    </>
  )
}

/** An official opened a case. */
function Opened({ use }: { use: DataUse }) {
  const t = useT()
  return (
    <>
      <div className="tb-row">
        <Time at={use.at} />
        <b>{use.authorityName ?? use.whatName}</b>
        <Chip>{t('my-data.read', { n: use.times })}</Chip>
      </div>
      <p>
        {t(use.own ? 'my-data.readFor' : 'my-data.readForOther', { service: use.whatName, matter: use.purpose })}
        <Follow application={use.applicationId} />
      </p>
      {use.unmaskedNames.length > 0 && <p>{t('my-data.unmasked', { names: use.unmaskedNames.join('、') })}</p>}
      <details>
        <summary>{t('my-data.seen', { n: use.conceptNames.length })}</summary>
        <ul className="data-items">
          {use.conceptNames.map((name, index) => <li key={use.concepts[index]}>{name}</li>)}
        </ul>
      </details>
    </>
  )
}

export function Follow({ application }: { application: string | null }) {
  const t = useT()
  return application === null ? null : <> · <Link href={paths.apply({ application })}>{t('my-data.follow')}</Link></>
}
