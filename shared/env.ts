/** A setting of the function's environment; a missing one stops the start and is named. */
export function env(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is missing.`)
  return value
}
