// A rule in FEEL, written with help: names and values to choose from, colours, what is wrong and where, and below it how the rule reads.
// The one way rules are written in the workbench.
import { useContext, useEffect, useMemo, useRef } from 'react'
import { textIn } from '../../../../server/kernel/texts.ts'
import type { Reading } from '../../../../server/modules/catalogue/rule-writing.ts'
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Field, type ControlAttributes, type FieldOptions } from '../../../ui/Field.tsx'
import { suggestionsFor } from './completing.ts'
import type { Editor, EditorFault } from './editor.ts'
import { useFeelTools, type FeelTools } from './useFeelTools.ts'
import { WritingContext, type Writing } from './vocabulary.ts'
import './feel.css'

interface Props extends Omit<FieldOptions, 'label' | 'note'> {
  label: string
  value: string
  onChange: (value: string) => void
  /** cell: of a decision table, about the value of its column */
  reading?: Reading
  placeholder?: string
}

export function FeelField({ value, onChange, reading = 'rule', placeholder, error, hint, ...field }: Props) {
  const t = useT()
  const language = useLanguage()
  const writing = useContext(WritingContext)
  const tools = useFeelTools()
  const isEmpty = value.trim() === ''
  const read = useMemo(() => (isEmpty ? undefined : tools?.readFeel(value, reading, writing.names)), [tools, isEmpty, value, reading, writing.names])
  const [fault] = read?.faults ?? []
  const faults = useMemo(() => (read?.faults ?? []).map(({ from, to, message }): EditorFault => ({ from, to, message: textIn(message, language) })), [read, language])
  const says = read?.says && read.faults.length === 0 ? textIn(read.says, language) : undefined
  return (
    <Field {...field} hint={hint} error={error ?? (fault && textIn(fault.message, language))} note={says && says !== value.trim() ? t('design-feel.reads', { says }) : undefined}>
      {(control) => (tools
        ? <Box tools={tools} control={control} label={field.label} value={value} onChange={onChange} reading={reading} writing={writing} faults={faults} placeholder={placeholder} />
        : <textarea {...control} className="tb-input feel-box" rows={1} value={value} placeholder={placeholder} readOnly={writing.readOnly} autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />)}
    </Field>
  )
}

interface BoxProps {
  tools: FeelTools
  control: ControlAttributes
  label: string
  value: string
  onChange: (value: string) => void
  reading: Reading
  writing: Writing
  faults: readonly EditorFault[]
  placeholder: string | undefined
}

function Box({ tools, control, label, value, onChange, reading, writing, faults, placeholder }: BoxProps) {
  const t = useT()
  const language = useLanguage()
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor>(undefined)
  const attributes = useMemo(() => attributesOf(control, label, placeholder), [control, label, placeholder])
  // What the editor asks later is always the newest.
  const now = useRef({ onChange, writing, language, t, attributes, value })
  useEffect(() => { now.current = { onChange, writing, language, t, attributes, value } })
  useEffect(() => {
    if (!host.current) return undefined
    editor.current = tools.mountEditor({
      host: host.current, text: now.current.value, reading, attributes: now.current.attributes, readOnly: now.current.writing.readOnly, listLabel: now.current.t('design-feel.suggestions'),
      onChange: (text) => now.current.onChange(text),
      suggest: (before, all) => suggestionsFor(before, now.current.writing.names, now.current.language, { pattern: (id) => now.current.t(`design-feel.patterns.${id}`), function: (id) => now.current.t(`design-feel.functions.${id}`) }, all),
      titleOf: (id) => { const name = now.current.writing.names.find((each) => each.id === id); return name && textIn(name.name, now.current.language) },
    })
    return () => editor.current?.destroy()
  }, [tools, reading])
  useEffect(() => editor.current?.setText(value), [value])
  useEffect(() => editor.current?.setFaults(faults), [faults, value])
  const key = JSON.stringify(attributes)
  useEffect(() => editor.current?.setAttributes(now.current.attributes, writing.readOnly), [key, writing.readOnly])
  return <div ref={host} className="feel-box" data-invalid={control['aria-invalid']} data-read-only={writing.readOnly || undefined} />
}

function attributesOf(control: ControlAttributes, label: string, placeholder: string | undefined): Record<string, string> {
  const described = control['aria-describedby']
  return {
    id: control.id, 'aria-label': label, spellcheck: 'false', autocorrect: 'off',
    ...(described ? { 'aria-describedby': described } : {}), ...(control['aria-invalid'] ? { 'aria-invalid': 'true' } : {}), ...(placeholder ? { 'aria-placeholder': placeholder } : {}),
  }
}
