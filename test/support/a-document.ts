import { openApi } from '../../shared/api/document.ts'

const site = 'https://mentors.example.org'

/** The API's document as a deployment at this address has it. */
export const aDocument = () =>
  openApi({
    name: 'Benchmate',
    siteUrl: site,
    signIn: {
      issuer: site,
      authorizationEndpoint: `${site}/authorize`,
      tokenEndpoint: `${site}/token`,
      signOutAt: `${site}/sign-out`,
      clientId: 'console',
      scopes: { organize: 'benchmate/organize', 'check-in': 'benchmate/check-in' },
    },
  })
