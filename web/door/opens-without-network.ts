/** This page is kept on the phone, so that it opens without a network; see `public/door-worker.js`. */
export function opensWithoutNetwork(): void {
  // Without it the page works as long as it stays open.
  navigator.serviceWorker?.register('/door-worker.js', { scope: '/door' }).catch(() => {})
}
