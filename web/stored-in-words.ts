import { STORED, type StoredKind } from '../shared/domain/stored.ts'

/** The list of all that we store, as HTML for the privacy page; made when the pages are built. */
export const storedInWords = (): string => Object.values(STORED).map(kindInWords).join('\n')

const kindInWords = ({ what, keptFor, fields }: StoredKind): string => `<h2>${escaped(what)}</h2>
      <p>Kept: ${escaped(lowerFirst(keptFor))}</p>
      <ul class="items">
        ${Object.values(fields)
          .map((words) => `<li>${escaped(words)}</li>`)
          .join('\n        ')}
      </ul>`

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
