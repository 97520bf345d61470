/** The stand-ins take any signature; the SDK only insists on making one. */
export const AWS_ENVIRONMENT = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
}

/** How an SDK client reaches a stand-in. */
export const clientTo = (endpoint: string) => ({
  endpoint,
  region: AWS_ENVIRONMENT.AWS_REGION,
  credentials: {
    accessKeyId: AWS_ENVIRONMENT.AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_ENVIRONMENT.AWS_SECRET_ACCESS_KEY,
  },
})
