/*
 * Keeps the page of the door, so that it opens without a network. The build writes into FILES what the page is made of;
 * their names change with their content, so a new version of the page is a new version of this file.
 */
const FILES = ['/door']
const CACHE = `door ${FILES.join(' ')}`

self.addEventListener('install', (event) => {
  const all = FILES.map((file) => new Request(file, { cache: 'no-cache' }))
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(all))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const forgetOlder = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
  event.waitUntil(forgetOlder.then(() => self.clients.claim()))
})

/** The page as it is now, if the network has it soon; else the one that was kept. The API is none of our business. */
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin) return
  if (event.request.mode === 'navigate') event.respondWith(newest(event.request))
  else if (FILES.includes(pathname)) event.respondWith(kept(pathname).then((found) => found ?? fetch(event.request)))
})

const kept = (file) => caches.open(CACHE).then((cache) => cache.match(file))

async function newest(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(4000) })
  } catch {
    return (await kept('/door')) ?? Response.error()
  }
}
