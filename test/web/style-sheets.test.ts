import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The parts of the console come one by one, and their style sheets stay: one must not change how another part looks. */

const SHARED = ['style.css', 'organize.css']
const sheets = globSync('web/{style.css,organize/**/*.css}').map((file) => ({
  file: basename(file),
  selectors: selectorsOf(readFileSync(file, 'utf8')),
}))

function selectorsOf(css: string): string[] {
  const heads = [...css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)].map(([, head = '']) => head.trim())
  return heads.filter((head) => !/^(@|:root$)/.test(head)).flatMap((head) => head.split(/,(?![^(]*\))/))
}
const classesIn = (selector: string) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)
const filesWith = (name: string) =>
  sheets.filter(({ selectors }) => selectors.some((each) => classesIn(each).includes(name))).map(({ file }) => file)

describe.for(sheets.filter(({ file }) => !SHARED.includes(file)))('$file', ({ file, selectors }) => {
  it('styles nothing but what bears a class of its own', () => {
    const loose = selectors.filter((each) => !classesIn(each).some((name) => filesWith(name).join() === file))
    expect(loose).toEqual([])
  })
})
