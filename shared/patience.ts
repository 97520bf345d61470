/**
 * How long we wait for an AWS service, in milliseconds. Without `throwOnRequestTimeout` the SDK only warns when a
 * request takes longer, and waits on for ever.
 */
export const patience = (requestTimeout = 5000) => ({
  connectionTimeout: 2000,
  requestTimeout,
  throwOnRequestTimeout: true,
  /** For an answer that begins and then stalls. */
  socketTimeout: requestTimeout,
})
