// How values are shown to be read: plainly, in their paragraphs, or with the middle hidden until asked for.
// Hidden values are for shoulders looked over, not for secrecy: the page belongs to the person.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { OutputProps } from './field-type.ts'
import { stringify } from './stringify.ts'
import { masked } from './typed.ts'

export function PlainOutput({ concept, value, context }: OutputProps) {
  return <>{stringify(value, concept, context)}</>
}

export function ParagraphsOutput({ concept, value, context }: OutputProps) {
  return <span className="tb-form-paragraphs">{stringify(value, concept, context)}</span>
}

/** An identifier: hidden in the middle when the concept is sensitive. */
export function IdentifierOutput({ concept, value, context }: OutputProps) {
  const { t, textIn } = context
  const [shown, setShown] = useState(false)
  const text = stringify(value, concept, context)
  if (!concept.sensitive || text === '') return <>{text}</>
  return (
    <span className="tb-form-masked">
      <span>{shown ? text : masked(text.replace(/\s/g, ''))}</span>
      <Button variant="plain" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? t('form.masked.hide') : t('form.masked.show')}
        <VisuallyHidden> {textIn(concept.name)}</VisuallyHidden>
      </Button>
    </span>
  )
}
