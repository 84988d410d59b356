/** A text in Vietnamese, which counts, and in English. */
export type Bilingual = { readonly vi: string; readonly en: string };

/** Texts one after another in each language, those that say nothing left out. */
export function joined(texts: readonly Bilingual[], separator: string): Bilingual {
  const of = (language: keyof Bilingual) =>
    texts
      .map((text) => text[language])
      .filter((text) => text !== '')
      .join(separator);
  return { vi: of('vi'), en: of('en') };
}
