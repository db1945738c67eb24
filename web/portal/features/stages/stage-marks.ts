// The one letter that stands for each stage in its round mark.
// Pure. The last letter of the name (出生 → 生), or the first where the last ones are not all different (准营, 经营 → 准, 经).

export function stageMarks(names: readonly string[]): string[] {
  const lasts = names.map((name) => [...name].at(-1) ?? '')
  return new Set(lasts).size === names.length && !names.some((name) => /\p{Script=Latin}/u.test(name)) ? lasts : names.map((name) => [...name][0] ?? '')
}
