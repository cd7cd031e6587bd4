/** Whether an address that somebody wrote into the shop is one of a picture: `https:`, `http:` or `data:image/`. */
export const isPicture = (url: string | null | undefined): url is string =>
  !!url && /^(https?:\/\/|data:image\/)/i.test(url);

/** Whether an address, relative ones included, leads to a page or a mailbox and nowhere else. */
export const isLink = (url: string): boolean =>
  URL.canParse(url, document.baseURI) && /^(https?|mailto):$/.test(new URL(url, document.baseURI).protocol);

/** The page of a product by the merchant's pattern, such as `/shop/{slug}`; nothing when it leads nowhere. */
export const pageOf = (
  pattern: string | null | undefined, {id, slug}: {id: string; slug: string},
): string | undefined => {
  const values: Readonly<Record<string, string>> = {'{id}': id, '{slug}': slug};
  const url = pattern?.trim().replaceAll(/\{(id|slug)\}/g, name => encodeURIComponent(values[name]!));
  return url && isLink(url) ? url : undefined;
};
