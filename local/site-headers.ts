import * as z from 'zod'
import type { Template } from './template.ts'

const Policy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z
      .object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.object({}).optional(),
        FrameOptions: z.object({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
      })
      .default({}),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
      .default({ Items: [] }),
  }),
})

/**
 * The headers that CloudFront puts on every answer, by the template's policy; not Strict-Transport-Security, which
 * would send a browser to https on a computer that has none.
 */
export function siteHeaders(template: Template): Record<string, string> {
  const headers: Record<string, string | undefined> = {}
  const policies = template.resources('AWS::CloudFront::ResponseHeadersPolicy', Policy)
  for (const { ResponseHeadersPolicyConfig: policy } of policies.map(({ properties }) => properties)) {
    const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy } = policy.SecurityHeadersConfig
    headers['content-security-policy'] = ContentSecurityPolicy?.ContentSecurityPolicy
    headers['x-content-type-options'] = ContentTypeOptions && 'nosniff'
    headers['x-frame-options'] = FrameOptions?.FrameOption
    headers['referrer-policy'] = ReferrerPolicy?.ReferrerPolicy
    for (const { Header, Value } of policy.CustomHeadersConfig.Items) headers[Header.toLowerCase()] = Value
  }
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
