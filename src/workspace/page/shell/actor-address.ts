// Who is acted as stands in the page's address (`?as=U…`): two tabs may act as two people, and a reload keeps it. Edge.

const parameter = 'as';

/** The user id in the address, or null. */
export function readActor(): string | null {
  return new URLSearchParams(window.location.search).get(parameter);
}

export function writeActor(userId: string): void {
  const address = new URL(window.location.href);
  address.searchParams.set(parameter, userId);
  window.history.replaceState(null, '', address);
}
