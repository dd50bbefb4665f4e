// Which workspace somebody is in who pressed, chose or submitted something. Edge.

/**
 * Where an app is installed for a whole organisation the payload's `team` is null and the person's own workspace counts, as in Bolt's
 * context; a modal may say that it was opened elsewhere.
 */
export function teamOf(body: {
  readonly team?: { readonly id: string } | null;
  readonly user: { readonly team_id?: string };
  readonly view?: { readonly app_installed_team_id?: string };
}): string {
  return body.view?.app_installed_team_id ?? body.team?.id ?? body.user.team_id ?? '';
}
