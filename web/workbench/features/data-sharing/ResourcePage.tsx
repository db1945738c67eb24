// One data resource: what it holds, on what terms, who uses it and for what, which services need it, its editions.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { resourceQuery, type Content, type Resource } from './queries.ts'
import { ConnectionCard } from './ConnectionCard.tsx'
import { UseCard } from './UseCard.tsx'
import { SharingChip } from './Views.tsx'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(resourceQuery(params['resource'] ?? '')))

const contentOf = (one: Resource): Content | null => one.content ?? one.draft

export const title = (one: Resource | null) => (one ? textNow(contentOf(one)?.title ?? { 'zh-CN': one.id }) : t('data-sharing.title'))

const classTones = { public: 'success', restricted: 'neutral', personal: 'azure', sensitive: 'warning' } as const

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: one } = useSuspenseQuery(resourceQuery(useParams()['resource'] ?? ''))
  const content = contentOf(one)
  if (!content) return null
  return (
    <div className="tb-page tb-stack sharing-page">
      <p><Link href={paths.workbenchResources()}>{t('data-sharing.back')}</Link></p>
      <header>
        <div className="tb-row">
          <h1>{textIn(content.title)}</h1>
          <SharingChip sharing={one.content?.sharing.type ?? null} />
          {one.draft && <Chip tone="attention">{t('data-sharing.hasDraft')}</Chip>}
        </div>
        <p className="tb-muted">{textIn(one.authorityName)}{textIn(content.about) !== '' && ` · ${textIn(content.about)}`}</p>
        <div className="tb-row">
          {one.mayAsk && !one.mayKeep && <LinkButton href={paths.workbenchResourceAsk({ resource: one.id })}>{t('data-sharing.ask')}</LinkButton>}
          {one.mayKeep && <LinkButton variant="quiet" href={paths.workbenchResourceEdit({ resource: one.id })}>{t(one.draft ? 'data-sharing.editDraft' : 'data-sharing.edit')}</LinkButton>}
        </div>
      </header>
      <Facts one={one} content={content} />
      <Fields content={content} />
      <Access one={one} content={content} />
      {one.content && <UseCard resource={one.id} />}
      {one.origin === 'pack' && <ConnectionCard registry={one.id} />}
      {one.usedBy.length > 0 && (
        <Card title={t('data-sharing.usedBy')} aside={t('data-sharing.usedByCount', { n: one.usedBy.length })}>
          <ul className="sharing-used">{one.usedBy.map(({ id, name }) => <li key={id}>{textIn(name)}</li>)}</ul>
        </Card>
      )}
      {one.editions.length > 0 && (
        <Card title={t('data-sharing.editions')}>
          <ul>{one.editions.map((each) => <li key={each.edition}>{t('data-sharing.editionLine', { n: each.edition, sharing: t(`data-sharing.sharingTypes.${each.sharing}`), fields: each.fields })}<span className="tb-muted"> · {each.by} · {formatMoment(each.at, thisYear())}</span></li>)}</ul>
        </Card>
      )}
    </div>
  )
}

const lawOf = ({ title: law, article }: Content['legalBasis']): string => `《${law}》${article ?? ''}`

function Facts({ one, content }: { one: Resource; content: Content }) {
  const t = useT()
  const { sharing, officer } = content
  return (
    <Card title={t('data-sharing.facts')}>
      <KeyValue
        items={[
          ...(sharing.reason === '' ? [] : [{ id: 'reason', label: t(sharing.type === 'none' ? 'data-sharing.noneReason' : 'data-sharing.reason'), value: sharing.reason }]),
          { id: 'law', label: t('data-sharing.legalBasis'), value: lawOf(content.legalBasis) },
          { id: 'rhythm', label: t('data-sharing.rhythm'), value: t(`data-sharing.rhythms.${content.rhythm}`) },
          { id: 'grading', label: t('data-sharing.grading'), value: t(`data-sharing.gradings.${content.grading}`) },
          { id: 'officer', label: t('data-sharing.officer'), value: officer ? `${officer.name} ${officer.phone}` : t('data-sharing.noOfficer') },
          { id: 'origin', label: t('data-sharing.origin'), value: t(`data-sharing.origins.${one.origin}`) },
          { id: 'edition', label: t('data-sharing.edition'), value: one.publishedAt === null ? t(one.origin === 'pack' ? 'data-sharing.packEdition' : 'data-sharing.unpublished') : t('data-sharing.editionOf', { n: one.edition, at: formatMoment(one.publishedAt, thisYear()) }) },
        ]}
      />
    </Card>
  )
}

/** One field may answer the same of many people. */
const shownConcepts = 3

function Fields({ content }: { content: Content }) {
  const t = useT()
  const textIn = useTextIn()
  const columns: Column<Content['fields'][number]>[] = [
    { key: 'name', header: t('data-sharing.name'), cell: (field) => <>{textIn(field.title)}{field.note !== '' && <><br /><small className="tb-muted">{field.note}</small></>}</> },
    { key: 'code', header: t('data-sharing.code'), cell: (field) => <code className="sharing-code">{field.name}</code> },
    { key: 'class', header: t('data-sharing.class'), cell: (field) => <Chip tone={classTones[field.class]}>{t(`data-sharing.classes.${field.class}`)}</Chip> },
    { key: 'concepts', header: t('data-sharing.concepts'), cell: (field) => <span className="sharing-code">{field.concepts.slice(0, shownConcepts).join(' ')}{field.concepts.length > shownConcepts && ` ${t('data-sharing.more', { n: field.concepts.length })}`}</span> },
  ]
  return <Card title={t('data-sharing.fields')} aside={t('data-sharing.fieldCount', { n: content.fields.length })}><Table caption={t('data-sharing.fields')} rows={content.fields} rowKey={({ name }) => name} columns={columns} /></Card>
}

function Access({ one, content }: { one: Resource; content: Content }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const nameOf = (name: string): string => {
    const field = content.fields.find((each) => each.name === name)
    return field ? textIn(field.title) : name
  }
  const columns: Column<Resource['grants'][number]>[] = [
    { key: 'who', header: t('data-sharing.access.who'), cell: (grant) => <>{textIn(grant.authorityName)}{grant.serviceName && <><br /><small className="tb-muted">{textIn(grant.serviceName)}</small></>}</> },
    { key: 'fields', header: t('data-sharing.fields'), cell: (grant) => format.list(grant.fields.map(nameOf)) },
    { key: 'purpose', header: t('data-sharing.access.purpose'), cell: (grant) => <>{grant.purpose}<br /><small className="tb-muted">{lawOf(grant.legalBasis)}</small></> },
    { key: 'perDay', header: t('data-sharing.access.perDay'), align: 'end', cell: (grant) => <>{grant.perDay === null ? t('data-sharing.access.noLimit') : format.number(grant.perDay)}{grant.batch && <> <Chip>{t('data-sharing.access.batch')}</Chip></>}</> },
    { key: 'until', header: t('data-sharing.access.until'), cell: (grant) => (grant.until === null ? t('data-sharing.access.open') : format.date(grant.until)) },
  ]
  return (
    <Card title={t('data-sharing.access.title')}>
      <div className="tb-stack">
        {one.standing && <p>{t('data-sharing.access.standing')}</p>}
        <Table caption={t('data-sharing.access.title')} rows={one.grants} rowKey={({ id }) => id} columns={columns} empty={<p className="tb-muted">{t('data-sharing.access.none')}</p>} />
      </div>
    </Card>
  )
}
