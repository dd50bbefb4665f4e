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

/** The page's address as it was opened, which may lead to a message; from now on it is the page alone. */
export function takeOpenedAddress(): string {
  const opened = window.location.href;
  const address = new URL(opened);
  address.pathname = '/';
  for (const name of [...address.searchParams.keys()]) if (name !== parameter) address.searchParams.delete(name);
  window.history.replaceState(null, '', address);
  return opened;
}
