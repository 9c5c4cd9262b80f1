/** The languages of the product, as BCP 47 names them. Chinese is the first, English its twin. */
export type Language = 'zh-CN' | 'en';
