/**
 * A link in an e-mail is `/<page>#<token>`. The token stays in the fragment: browsers send that to no server, and a
 * reload still works. It is stored nowhere.
 */
export const linkToken = (): string => location.hash.slice(1)

/** A second link opened in the same tab changes the fragment alone; the page starts anew with it. */
window.addEventListener('hashchange', () => location.reload())
