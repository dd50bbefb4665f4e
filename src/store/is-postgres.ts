// What is known of PostgreSQL before its library is loaded. Pure.

/** How long a server may take to let a connection in. */
export const connectTimeoutMs = 5000;

/** Whether a place is the address of a PostgreSQL database. */
export function isPostgres(place: string): boolean {
  return /^postgres(?:ql)?:/.test(place);
}
