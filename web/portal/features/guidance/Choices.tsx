// The answers a question offers, as buttons under their question.
// Yes and no have no name of their own: they are said in the words of the page.
import type { ReactNode } from 'react'
import type { Texts } from '../../../../server/kernel/texts.ts'
import type { Answer } from '../../../../server/modules/planning/plan.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'

interface Props {
  label: string
  labelHidden?: boolean
  help?: string | undefined
  choices: readonly { value: Answer; name: Texts | null }[]
  chosen?: Answer
  onChoose: (value: Answer) => void
  children?: ReactNode
}

export function useAnswerName(): (name: Texts | null, value: Answer) => string {
  const t = useT()
  const textIn = useTextIn()
  return (name, value) => (name ? textIn(name) : value === true ? t('common.yes') : value === false ? t('common.no') : String(value))
}

export function Choices({ label, labelHidden, help, choices, chosen, onChoose, children }: Props) {
  const nameOf = useAnswerName()
  return (
    <fieldset className="tb-field">
      <legend className={classes('tb-field-label', labelHidden && 'tb-hidden')}>{label}</legend>
      {help && <p className="tb-field-hint">{help}</p>}
      <div className="guidance-choices">
        {choices.map(({ value, name }) => (
          <Button key={String(value)} variant="ghost" aria-pressed={chosen === undefined ? undefined : chosen === value} onClick={() => onChoose(value)}>
            {nameOf(name, value)}
          </Button>
        ))}
        {children}
      </div>
    </fieldset>
  )
}
