import type { ErrorCode } from '@yunhui/contracts';
import type { zhCN } from './zh-cn.js';

/** Every error code has a wording: a code that a catalog lacks does not compile. */
type ErrorWords = Record<`error.${ErrorCode}`, string>;

type PluralKey = Extract<keyof typeof zhCN, `${string}_other`>;
/** Languages that count one apart (Chinese does not) have these besides. */
type SingularWords = { [Key in PluralKey as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]?: string };

/** A catalog: the same keys in every language. */
export type Words = Record<keyof typeof zhCN, string> & ErrorWords & SingularWords;
