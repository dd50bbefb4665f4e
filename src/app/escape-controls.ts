// What people wrote may hold what a terminal takes for commands. Pure.

/** The text with control characters as JSON writes them, so that JSON stays what it is; line ends and tabs stay. */
export function escapeControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
