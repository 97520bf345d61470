import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readTemplate, type Template } from '../../local/template.ts'

/** A template of these resources, read from a folder as `cdk synth` would write it. Assets: files by key and name. */
export function aTemplate(
  Resources: Record<string, { Type: string; Properties: object }>,
  assets: Record<string, Record<string, string>> = {},
): Template {
  const folder = mkdtempSync(join(tmpdir(), 'benchmate-assembly-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content))
  write('manifest.json', {
    artifacts: {
      Stack: { type: 'aws:cloudformation:stack', properties: { templateFile: 'stack.json' } },
      Assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
    },
  })
  write('stack.json', { Resources })
  write('assets.json', {
    files: Object.fromEntries(Object.keys(assets).map((key) => [key, { source: { path: `asset.${key}` } }])),
  })
  for (const [key, files] of Object.entries(assets)) {
    mkdirSync(join(folder, `asset.${key}`))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `asset.${key}`, name), text)
  }
  return readTemplate(folder)
}
