/** Name of a schedule's file from its title: letters and digits of any script, the rest as hyphens. */
export function scheduleFileName(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['schedule']
  return `${words.join('-')}.yaml`
}
