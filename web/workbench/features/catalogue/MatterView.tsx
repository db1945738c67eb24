// A matter as its pack defines it: what it saves by computation, its services with limits and order, its questions.
// Rules are shown as written.
import type { Matter } from '../../../../server/modules/catalogue/definitions.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { limitText } from './limit-text.ts'
import { placeQuery, type CataloguePlace } from './place.ts'
import type { MatterDetail, Plan } from './queries.ts'
import { servicesOf } from './services-of.ts'

const measures = ['applications', 'fields', 'evidence', 'trips', 'workingDays'] as const

export function MatterView({ detail, place }: { detail: MatterDetail; place: CataloguePlace }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { matter, catalogue, plan } = detail
  const definition = catalogue.matters[matter.id]
  const counted = matter.situation ? t('catalogue.savings.situation', { name: textIn(matter.situation) }) : t('catalogue.savings.everybody')
  return (
    <>
      <header>
        <div className="tb-row">
          <h1>{textIn(matter.name)}</h1>
          <Chip>{t('catalogue.matter')}</Chip>
          <Chip>{t(`catalogue.audience.${matter.audience}`)}</Chip>
          {definition && <Chip>{t('catalogue.version', { version: definition.version })}</Chip>}
          <span className="tb-muted tb-row-end">{t('catalogue.on', { date: format.date(catalogue.on) })}</span>
        </div>
        <p>{textIn(matter.summary)}</p>
        <Link href={paths.matter({ matter: matter.id })}>{t('catalogue.openMatter')}</Link>
      </header>
      <Card title={t('catalogue.savings.title')} aside={counted} className="catalogue-savings">
        <Table
          caption={t('catalogue.savings.title')}
          rows={measures.map((measure) => ({ measure, before: matter.before[measure], after: matter.after[measure] }))}
          rowKey={({ measure }) => measure}
          columns={[
            { key: 'measure', header: t('catalogue.savings.measure'), cell: ({ measure }) => t(`catalogue.savings.${measure}`) },
            { key: 'before', header: t('catalogue.savings.before'), align: 'end', cell: ({ before }) => before },
            { key: 'after', header: t('catalogue.savings.after'), align: 'end', cell: ({ after }) => <b>{after}</b> },
          ]}
        />
        {matter.undecided > 0 && <p className="tb-muted">{t('catalogue.savings.undecided', { n: matter.undecided })}</p>}
      </Card>
      <Card title={t('catalogue.schedule.title')}>
        <Table caption={t('catalogue.schedule.title')} rows={servicesOf(detail)} rowKey={({ id }) => id} columns={columns(t, textIn, format.list, detail, place, plan)} />
      </Card>
      {definition && definition.scenario.length > 0 && <Questions definition={definition} />}
    </>
  )
}

type ServiceRow = ReturnType<typeof servicesOf>[number]

function columns(t: T, textIn: ReturnType<typeof useTextIn>, list: (items: readonly string[]) => string, { matter, catalogue }: MatterDetail, place: CataloguePlace, plan: Plan): Column<ServiceRow>[] {
  const planned = (id: string) => plan.services.find(({ service }) => service === id)
  const entry = (id: string) => catalogue.matters[matter.id]?.services.find(({ service }) => service === id)
  const order = (id: string) => {
    const found = planned(id)
    if (!found || found.end === 0) return t('catalogue.schedule.conditional')
    const names = found.dependsOn.flatMap((each) => (catalogue.services[each] ? [textIn(catalogue.services[each].name)] : []))
    return names.length > 0 ? t('catalogue.schedule.after', { names: list(names) }) : t('catalogue.schedule.atOnce')
  }
  return [
    { key: 'service', header: t('catalogue.table.service'), cell: ({ id, name }) => <Link href={paths.workbenchCatalogue({}, placeQuery({ ...place, service: id }))}>{textIn(name)}</Link> },
    { key: 'when', header: t('catalogue.table.when'), cell: ({ id }) => (entry(id)?.optional ? t('catalogue.schedule.optional') : entry(id)?.when ? <code>{entry(id)?.when?.text}</code> : t('catalogue.schedule.always')) },
    { key: 'order', header: t('catalogue.schedule.title'), cell: ({ id }) => order(id) },
    { key: 'end', header: t('catalogue.table.promised'), align: 'end', cell: ({ limits }) => limitText(limits.promised, t) },
    { key: 'statutory', header: t('catalogue.table.statutory'), align: 'end', cell: ({ limits }) => limitText(limits.statutory, t) },
    { key: 'decision', header: t('catalogue.table.decision'), cell: ({ decision }) => t(`catalogue.decision.${decision}`) },
  ]
}

function Questions({ definition }: { definition: Matter }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card title={t('catalogue.questions')}>
      <KeyValue
        lines
        items={definition.scenario.map((question) => ({
          id: question.concept,
          label: <code>{question.concept}</code>,
          value: textIn(question.ask),
          ...(question.when ? { aside: <code>{question.when.text}</code> } : {}),
        }))}
      />
    </Card>
  )
}
