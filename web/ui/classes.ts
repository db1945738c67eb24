// Joins class names, leaving out the ones that do not apply.
// classes('tb-card', selected && 'is-selected')

export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
