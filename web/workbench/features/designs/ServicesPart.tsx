// Which services a matter bundles: found by search, added with their fields at once, left to choice or tied to answers.
// Below stands what comes of it: the merged form with who needs each field, the documents with how they are come by.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { withoutService, withService } from './compose.ts'
import type { PartProps } from './DesignPage.tsx'
import { listIn, moved, shownText, splitKey, stringIn, withItem, withKey, type Fields } from './fields.ts'
import { MergedForm } from './MergedForm.tsx'
import { SortableList } from './SortableList.tsx'
import { TextPair } from './TextPair.tsx'

const mostFound = 8

export function ServicesPart({ design, parts, chosen }: PartProps) {
  const t = useT()
  const textIn = useTextIn()
  const english = useLanguage() === 'en'
  const matter = design.fields(design.about)
  if (!matter) return <p>{t('designs.unreadable')}</p>
  const services = listIn(matter, 'services')
  const set = (next: Fields, group?: string) => design.edit(design.about, next, group)
  const change = (index: number, next: Fields, group?: string) => set({ ...matter, services: withItem(services, index, next) }, group)
  const inherited = design.workspace.items[design.about]?.inherited !== null
  const parent = design.workspace.items[design.about]?.inherited ?? null
  const several = listIn(matter, 'subjects').filter((subject) => subject['repeats'] !== undefined || subject['many'] !== undefined).map((subject) => ({ value: stringIn(subject, 'id'), label: shownText(subject['name'], english) || stringIn(subject, 'id') }))
  const eachAbove = (id: string) => parent !== null && listIn(parent, 'services').some((each) => stringIn(each, 'service') === id && each['each'] !== undefined)
  const nameOf = (id: string) => textIn(parts.services.find((service) => service.id === id)?.name ?? { 'zh-CN': id })
  return (
    <>
      <Card title={t('designs.services.title', { n: services.length })}>
        <div className="tb-stack">
          <fieldset className="designs-form" disabled={design.readOnly}>
            <legend className="tb-hidden">{t('designs.services.title', { n: services.length })}</legend>
            <Finder parts={parts} taken={services.map((each) => stringIn(each, 'service'))} onAdd={(id) => set(withService(matter, id, parts))} />
          </fieldset>
          {services.length === 0 && <p className="tb-muted">{t('designs.services.none')}</p>}
          <SortableList
            label={t('designs.services.list')} fixed={design.readOnly ? t('designs.sort.readOnly') : inherited ? t('designs.sort.inherited') : undefined}
            onMove={(from, to) => set({ ...matter, services: moved(services, from, to) })}
            items={services.map((service, index) => {
              const id = stringIn(service, 'service')
              return {
                id, label: nameOf(id),
                content: <ServiceEntry service={service} name={nameOf(id)} known={parts.services.find((each) => each.id === id)} several={several} eachStays={eachAbove(id)} readOnly={design.readOnly} onChange={(next, group) => change(index, next, group && `${id} ${group}`)} />,
                actions: (
                  <>
                    <Link href={paths.workbenchDesign({ design: design.id }, { part: 'service', item: id })}>{t('designs.services.edit')}<span className="tb-hidden"> {nameOf(id)}</span></Link>
                    {!design.readOnly && <Button variant="plain" onClick={() => set(withoutService(matter, id, parts))}>{t('designs.services.remove')}<span className="tb-hidden"> {nameOf(id)}</span></Button>}
                  </>
                ),
              }
            })}
          />
        </div>
      </Card>
      <Card title={t('design-elements.told.title')}>
        <fieldset className="designs-form" disabled={design.readOnly}>
          <legend className="tb-hidden">{t('design-elements.told.title')}</legend>
          <Checkbox label={t('design-elements.told.label')} hint={t('design-elements.told.hint')} checked={matter['toldTogether'] === true} onChange={(on) => set(withKey(matter, 'toldTogether', on ? true : undefined))} />
        </fieldset>
      </Card>
      <MergedForm catalogue={design.examination.catalogue} matter={splitKey(design.about).id} chosen={chosen} />
    </>
  )
}

interface EntryProps {
  service: Fields
  name: string
  known: PartProps['parts']['services'][number] | undefined
  /** subjects of whom there may be several */
  several: readonly { value: string; label: string }[]
  eachStays: boolean
  readOnly: boolean
  onChange: (service: Fields, group?: string) => void
}

function ServiceEntry({ service, name, known, several, eachStays, readOnly, onChange }: EntryProps) {
  const t = useT()
  const textIn = useTextIn()
  const when = stringIn(service, 'when')
  return (
    <details className="designs-entry">
      <summary>
        <b>{name}</b>
        {known && <span className="tb-muted">{textIn(known.authority)} · {t('designs.limits', { promised: known.promised, statutory: known.statutory })} · {t('designs.count.fields', { n: known.concepts.length })}</span>}
        {service['optional'] === true && <Chip>{t('designs.services.optional')}</Chip>}
        {when !== '' && <Chip tone="azure">{t('designs.services.conditional')}</Chip>}
        {!known && <Chip tone="danger">{t('designs.services.unknown')}</Chip>}
      </summary>
      <fieldset className="designs-form tb-stack" disabled={readOnly}>
        <legend className="tb-hidden">{name}</legend>
        {known && <p className="tb-muted">{textIn(known.summary)}</p>}
        <Checkbox label={t('designs.services.mayLeaveOut')} hint={t('designs.services.mayLeaveOutHint')} checked={service['optional'] === true} onChange={(on) => onChange(withKey(service, 'optional', on ? true : undefined))} />
        <FeelField label={t('designs.services.when')} hint={t('designs.services.whenHint')} value={when} onChange={(text) => onChange(withKey(service, 'when', text), 'when')} optional />
        {(several.length > 0 || service['each'] !== undefined) && <Select label={t('design-elements.each.label')} hint={eachStays ? t('design-elements.inheritedStays') : t('design-elements.each.hint')} optional={!eachStays} placeholder={t('design-elements.each.once')} value={stringIn(service, 'each')} onChange={(each) => onChange(withKey(service, 'each', each))} options={several} />}
        <TextPair label={t('designs.services.because')} value={service['because']} onChange={(value) => onChange(withKey(service, 'because', value), 'because')} optional />
      </fieldset>
    </details>
  )
}

function Finder({ parts, taken, onAdd }: { parts: PartProps['parts']; taken: readonly string[]; onAdd: (id: string) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const found = wanted === '' ? [] : parts.services.filter(({ id, name, summary, authority }) => [id, ...Object.values(name), ...Object.values(summary), ...Object.values(authority)].join(' ').toLowerCase().includes(wanted))
  return (
    <div className="tb-stack">
      <SearchBox label={t('designs.services.find')} placeholder={t('designs.services.findHint', { n: parts.services.length })} value={words} onChange={setWords} onSubmit={() => { const [first] = found.filter(({ id }) => !taken.includes(id)); if (first) onAdd(first.id) }} />
      <p className="tb-hidden" role="status">{wanted === '' ? '' : t('designs.services.found', { n: found.length })}</p>
      {wanted !== '' && found.length === 0 && <p className="tb-muted">{t('designs.services.notFound')}</p>}
      {found.length > 0 && (
        <ul className="designs-found">
          {found.slice(0, mostFound).map(({ id, name, summary, authority, promised, concepts }) => (
            <li key={id}>
              <div>
                <b>{textIn(name)}</b> <span className="tb-muted">{textIn(authority)} · {t('designs.promised', { n: promised })} · {t('designs.count.fields', { n: concepts.length })}</span>
                <p className="tb-muted">{textIn(summary)}</p>
              </div>
              <Button variant="ghost" icon="add" disabledReason={taken.includes(id) ? t('designs.services.already') : undefined} onClick={() => onAdd(id)}>{t('designs.services.add')}<span className="tb-hidden"> {textIn(name)}</span></Button>
            </li>
          ))}
        </ul>
      )}
      {found.length > mostFound && <p className="tb-muted">{t('designs.services.more', { n: found.length - mostFound })}</p>}
    </div>
  )
}
