/** Words by key; `…_other` and `…_one` are forms of one key. */
export type Catalog = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number | undefined>> & {
  /** Chooses the form, in languages that count one apart. */
  count?: number;
  /** Said when there is no such key, which only keys from the hub can be. */
  defaultValue?: string;
};

/** Finds a sentence and fills its holes: `{{name}}`. Catalogs come in the order in which they are asked; a key that none has is shown as it is. */
export function translator(language: string, catalogs: readonly Catalog[]): (key: string, values?: Values) => string {
  let rules: Intl.PluralRules | undefined;
  const formOf = (count: number): string => (rules ??= new Intl.PluralRules(language)).select(count);
  const find = (key: string): string | undefined => catalogs.find((catalog) => key in catalog)?.[key];
  return (key, values = {}) => {
    const { count, defaultValue } = values;
    const formed = count === undefined ? undefined : (find(`${key}_${formOf(count)}`) ?? find(`${key}_other`));
    const sentence = formed ?? find(key) ?? defaultValue ?? key;
    return sentence.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole));
  };
}
