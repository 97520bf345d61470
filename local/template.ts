import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { resolve } from './intrinsics.ts'
import { flattened, type Resources, TemplateFile } from './nested.ts'

const Manifest = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), properties: z.unknown() })),
})
const StackFile = z.object({ templateFile: z.string() })
const AssetsFile = z.object({ file: z.string() })
const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })),
})

/** A resource of the template; `path` says where it stands in the app, e.g. `Benchmate/Mail/SendMail/Function`. */
type Resource<Properties> = { id: string; path: string; properties: Properties }

/** What `cdk synth` wrote: the stack's resources with their functions resolved, and the folders of its assets. */
export type Template = {
  resources<T>(type: string, schema: z.ZodType<T>): Resource<T>[]
  /** The folder of the asset that is uploaded under that key. */
  asset(s3Key: string): string
}

/** Stands in an assembly for the site's address, so that one assembly serves whatever the port is. */
export const ANY_SITE = 'https://any-site.invalid'

/** `siteUrl` is where the site is, for an assembly that was synthesized for `ANY_SITE`. */
export function readTemplate(assembly: string, siteUrl = ANY_SITE): Template {
  const { resources, asset } = readAssembly(assembly, siteUrl)
  return {
    resources: (type, schema) =>
      Object.entries(resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, { Properties, Metadata }]) => ({
          id,
          path: Metadata?.['aws:cdk:path'] ?? id,
          properties: parsed(`${type} ${id}`, schema, Properties),
        })),
    asset: (s3Key) => join(assembly, asset(s3Key)),
  }
}

/** The resources as they are written there, functions and all; those of nested stacks are among them. */
export const readResources = (assembly: string): Resources => readAssembly(assembly, ANY_SITE).resources

function readAssembly(assembly: string, siteUrl: string) {
  const read = <T>(file: string, schema: z.ZodType<T>): T =>
    schema.parse(JSON.parse(readFileSync(join(assembly, file), 'utf8').replaceAll(ANY_SITE, siteUrl)))
  const artifacts = Object.values(read('manifest.json', Manifest).artifacts)
  const properties = (type: string) => artifacts.find((artifact) => artifact.type === type)?.properties
  const { templateFile } = StackFile.parse(properties('aws:cloudformation:stack'))
  const { files } = read(AssetsFile.parse(properties('cdk:asset-manifest')).file, Assets)

  /** Where what is uploaded under that key lies in the assembly. */
  function asset(s3Key: string): string {
    const path = files[s3Key.replace(/\.(zip|json)$/, '')]?.source.path
    if (!path) throw new Error(`The assembly has no asset ${s3Key}.`)
    return path
  }
  const load = (url: string) => read(asset(url.slice(url.lastIndexOf('/') + 1)), TemplateFile)
  return { resources: flattened(read(templateFile, TemplateFile), load), asset }
}

function parsed<T>(what: string, schema: z.ZodType<T>, properties: Record<string, unknown>): T {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  const strict = schema instanceof z.ZodObject && schema.def.catchall !== undefined
  // Only what is asked for is resolved: other properties may use functions that matter in AWS alone.
  const asked = Object.entries(properties).filter(([key]) => strict || known.includes(key))
  const result = schema.safeParse(resolve(Object.fromEntries(asked)))
  if (result.success) return result.data
  throw new Error(`${what} of the template is not as local/ expects it. ${z.prettifyError(result.error)}`)
}
