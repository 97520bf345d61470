/** An instant in a zone, as our e-mails write it: `Tuesday, January 20, 6:00 PM Central Standard Time`. */
export function whenIn(timeZone: string, instant: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(new Date(instant)).replace(/\p{Zs}/gu, ' ')
  const day = format({ weekday: 'long', month: 'long', day: 'numeric' })
  return `${day}, ${format({ hour: 'numeric', minute: '2-digit', timeZoneName: 'long' })}`
}
