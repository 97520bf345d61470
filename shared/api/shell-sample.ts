import type { Route } from './route.ts'

/** A request that can be typed as it is, once `$TOKEN` and the ids are set, e.g. `$ROUND_ID` for `{roundId}`. */
export function shellSample({ key, for: caller, idempotencyKey, uploads, example }: Route, siteUrl: string): string {
  const [method = '', path = ''] = key.split(' ')
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => `$${variable(name)}`)
  const query = example?.query ? `?${new URLSearchParams(example.query)}` : ''
  const data = example?.file
    ? `--data-binary @${example.file}`
    : example?.body === undefined
      ? undefined
      : `-d ${quoted(example.body)}`
  return [
    `curl "${siteUrl}${address}${query}"`,
    ...(method !== (data === undefined ? 'GET' : 'POST') ? [`-X ${method}`] : []),
    ...(caller === 'everyone' ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(idempotencyKey ? ["-H 'Idempotency-Key: one-click'"] : []),
    ...(data === undefined ? [] : [`-H 'Content-Type: ${uploads?.[0] ?? 'application/json'}'`, data]),
  ].join(' \\\n  ')
}

const variable = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

/** In single quotes, but for its variables. */
const quoted = (body: unknown): string =>
  `'${JSON.stringify(body)
    .replaceAll("'", "'\\''")
    .replace(/\$[A-Z_]+/g, (name) => `'"${name}"'`)}'`
