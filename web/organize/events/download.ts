/**
 * Sends a form as only a browser can: what comes back as a file goes to the downloads piece by piece, and nothing of it is
 * kept in memory. The token is a field of the form, and never in the address.
 */
export function downloadFrom(path: string, token: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = `/api${path}`
  form.hidden = true
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'access_token'
  field.value = token
  form.append(field)
  document.body.append(form)
  form.submit()
  form.remove()
}
