import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlOfMarkdown } from '../../shared/events/markdown.ts'

const OUTWARD = 'target="_blank" rel="noopener noreferrer nofollow ugc"'

describe('Markdown becomes HTML', () => {
  it.each([
    ['**bold** and _soft_', '<p><strong>bold</strong> and <em>soft</em></p>'],
    ['# Agenda', '<h3>Agenda</h3>'],
    ['###### Small', '<h6>Small</h6>'],
    ['* one\n* two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['[us](https://example.org/?a=1&b=2)', `<p><a href="https://example.org/?a=1&amp;b=2" ${OUTWARD}>us</a></p>`],
    ['<mailto:us@example.org>', `<p><a href="mailto:us@example.org" ${OUTWARD}>mailto:us@example.org</a></p>`],
  ])('%s', (text, html) => {
    expect(htmlOfMarkdown(text)).toBe(html)
  })
})

describe('Markdown can do no harm', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](JaVa\tScript:alert(1))', '<p>[x](JaVa\tScript:alert(1))</p>'],
    ['[x](data:text/html,hi)', '<p><a>x</a></p>'],
    ['[x](/api/organizer/events)', '<p><a>x</a></p>'],
    ['[x](//evil.example)', '<p><a>x</a></p>'],
    ['![a "map"](https://evil.example/pixel.png)', '<p>a &quot;map&quot;</p>'],
    ['<a href="https://evil.example">x</a>', '<p>&lt;a href=&quot;https://evil.example&quot;&gt;x&lt;/a&gt;</p>'],
    ['`<a href="javascript:1">`', '<p><code>&lt;a href=&quot;javascript:1&quot;&gt;</code></p>'],
  ])('%s', (text, html) => {
    expect(htmlOfMarkdown(text)).toBe(html)
  })

  it('whatever somebody writes, only these tags come out, and only such links', () => {
    const ALLOWED =
      /^<(?:\/?(?:p|h[3-6]|em|strong|ul|ol|li|blockquote|pre|code|a)|ol start="\d+"|br \/|hr \/|code class="[^"<>]*"|a(?: href="(?:https?:\/\/|mailto:)[^"<>]*" target="_blank" rel="noopener noreferrer nofollow ugc")?(?: title="[^"<>]*")?)>/i
    const pieces = fc.constantFrom(
      ...['<', '>', '"', "'", '&', '[', ']', '(', ')', '!', '`', '\n', '\\', ' ', '# ', '* ', '1. ', '> ', '---'],
      ...[
        'javascript:',
        'https://a.example/',
        'mailto:',
        'img src=',
        'a href=',
        'script',
        'onclick=',
        ' "t"',
        'x',
        '&lt;',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        for (const [tag] of htmlOfMarkdown(parts.join('')).matchAll(/<[^>]*>?/g)) expect(tag).toMatch(ALLOWED)
      }),
      { numRuns: 2000 },
    )
  })
})
