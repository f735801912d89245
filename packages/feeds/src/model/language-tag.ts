/** A language as published, `es_CO` written as the tag it means (BCP 47: `es-CO`). */
export function languageTag(language: string | null): string | null {
  const tag = language?.trim() ?? '';
  return (/^[a-z]{2,3}(?:_[a-z\d]{2,8})+$/i.test(tag) ? tag.replaceAll('_', '-') : tag) || null;
}
