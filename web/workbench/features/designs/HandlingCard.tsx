// How the authority handles a service after it is handed in: levels of approval, opinions of others, procedures whose time does not count.
// What is left out is the ordinary way of the law, and is not written.
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { CoSigners } from './CoSigners.tsx'
import { endsWithClerk, statedList, withPart } from './elements.ts'
import { fieldsOf, listIn, stringIn, withItem, type Fields, type Value } from './fields.ts'
import { LawFields } from './LawFields.tsx'
import type { ServiceProps } from './ServicePart.tsx'
import { TextPair } from './TextPair.tsx'
import { VisitFields } from './VisitFields.tsx'

const flags = ['precheck', 'joint', 'paper'] as const

export interface HandlingProps extends ServiceProps {
  handling: Fields
  /** what the packs above state of it */
  above: Fields
  set: (key: string, value: Value | undefined, group?: string) => void
}

export function HandlingCard(given: ServiceProps) {
  const { service, parent, onChange } = given
  const t = useT()
  const handling = fieldsOf(service['handling']) ?? {}
  const set = (key: string, value: Value | undefined, group?: string) => onChange(withPart(service, 'handling', key, value), group && `handling ${key} ${group}`)
  const props: HandlingProps = { ...given, handling, set, above: fieldsOf(parent?.['handling']) ?? {} }
  return (
    <Card title={t('design-elements.handling.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('design-elements.handling.lead')}</p>
        {flags.map((key) => <Checkbox key={key} label={t(`design-elements.handling.${key}`)} hint={t(`design-elements.handling.${key}Hint`)} checked={handling[key] === true} onChange={(on) => set(key, on ? true : undefined)} />)}
        <Levels {...props} />
        <CoSigners {...props} />
        <Procedures {...props} />
        <VisitFields {...props} />
      </div>
    </Card>
  )
}

const roles = ['clerk', 'approver', 'head'] as const

function Levels({ handling, above, set }: HandlingProps) {
  const t = useT()
  const levels = listIn(handling, 'levels')
  const kept = above['levels'] !== undefined && levels.length === 1
  return (
    <section className="tb-stack" aria-label={t('design-elements.handling.levels')}>
      <h3>{t('design-elements.handling.levels')}</h3>
      {levels.length === 0 && <p className="tb-muted">{t('design-elements.handling.oneLevel')}</p>}
      {levels.map((level, index) => ({ level, index, key: `level ${index}` })).map(({ level, index, key }) => (
        <div key={key} role="group" aria-label={t('design-elements.handling.level', { n: index + 1 })} className="designs-block tb-stack">
          <Select label={t('design-elements.handling.role')} value={stringIn(level, 'role')} onChange={(role) => set('levels', withItem(levels, index, { ...level, role }))} options={roles.map((value) => ({ value, label: t(`design-elements.handling.roles.${value}`) }))} error={index === levels.length - 1 && endsWithClerk(levels) ? t('design-elements.handling.clerkLast') : undefined} />
          <TextPair label={t('design-elements.handling.levelName')} value={level['name']} onChange={(name) => set('levels', withItem(levels, index, { ...level, name: name ?? '' }), `name ${index}`)} />
          <div><Button variant="plain" disabledReason={kept ? t('design-elements.inheritedStays') : undefined} onClick={() => set('levels', statedList(levels.filter((_, at) => at !== index)))}>{t('designs.service2.remove')}<span className="tb-hidden"> {t('design-elements.handling.level', { n: index + 1 })}</span></Button></div>
        </div>
      ))}
      <div className="tb-row"><Button variant="ghost" icon="add" disabledReason={levels.length >= 9 ? t('design-elements.handling.mostLevels') : undefined} onClick={() => set('levels', [...levels, { role: 'approver', name: levels.length === 0 ? { 'zh-CN': '审查', en: 'Examination' } : { 'zh-CN': '批准', en: 'Approval' } }])}>{t('design-elements.handling.addLevel')}</Button></div>
    </section>
  )
}

const kinds = ['hearing', 'inspection', 'testing', 'quarantine', 'appraisal', 'review'] as const

function Procedures({ handling, above, set }: HandlingProps) {
  const t = useT()
  const list = listIn(handling, 'procedures')
  const stated = new Set(list.map((each) => stringIn(each, 'kind')))
  const needed = (kind: string) => kind === 'inspection' && handling['visit'] !== undefined
  const free = kinds.find((kind) => !stated.has(kind))
  return (
    <section className="tb-stack" aria-label={t('design-elements.handling.procedures')}>
      <h3>{t('design-elements.handling.procedures')}</h3>
      <p className="tb-muted">{t('design-elements.handling.proceduresHint')}</p>
      {list.map((each, index) => ({ each, index, key: `procedure ${index}` })).map(({ each, index, key }) => {
        const kind = stringIn(each, 'kind')
        const change = (next: Fields, group?: string) => set('procedures', withItem(list, index, next), group && `${index} ${group}`)
        const reason = needed(kind) ? t('design-elements.handling.visitNeeds') : above['procedures'] !== undefined && list.length === 1 ? t('design-elements.inheritedStays') : undefined
        return (
          <div key={key} role="group" aria-label={t('design-elements.handling.procedure', { n: index + 1 })} className="designs-block tb-stack">
            <Select label={t('design-elements.handling.procedureKind')} value={kind} onChange={(next) => change({ ...each, kind: next })} options={kinds.filter((value) => value === kind || !stated.has(value)).map((value) => ({ value, label: t(`design-elements.handling.kinds.${value}`) }))} />
            <LawFields item={each} onChange={change} />
            <div><Button variant="plain" disabledReason={reason} onClick={() => set('procedures', statedList(list.filter((_, at) => at !== index)))}>{t('designs.service2.remove')}<span className="tb-hidden"> {t('design-elements.handling.procedure', { n: index + 1 })}</span></Button></div>
          </div>
        )
      })}
      {handling['visit'] !== undefined && !stated.has('inspection') && <Notice tone="warning" compact>{t('design-elements.handling.visitNeeds')}</Notice>}
      {free && <div className="tb-row"><Button variant="ghost" icon="add" onClick={() => set('procedures', [...list, { kind: free, legalBasis: { title: '' } }])}>{t('design-elements.handling.addProcedure')}</Button></div>}
    </section>
  )
}
