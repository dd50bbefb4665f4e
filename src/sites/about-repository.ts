// Files that tell about a repository, and are no pages of the site in it. Pure.

/** `README.md` and its like, in any folder. */
const names = /(?:^|\/)(?:readme|contributing|changelog)\.(?:q?md|markdown)$/i;

/** True for a file of the repository that most generators keep out of their site. */
export function isAboutRepository(path: string): boolean {
  return names.test(path);
}
