// English of zh-CN/common.ts.
// A text with a count may be { one, other }.
import type source from '../zh-CN/common.ts'
import type { Translation } from '../keys.ts'

export default {
  save: 'Save',
  cancel: 'Cancel',
  back: 'Back',
  continue: 'Continue',
  change: 'Change',
  confirm: 'OK',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  workingDays: { one: '{n} working day', other: '{n} working days' },
  days: { one: '{n} day', other: '{n} days' },
  saved: 'Saved',
  rateGuide: 'Rate this guide',
} satisfies Translation<typeof source>
