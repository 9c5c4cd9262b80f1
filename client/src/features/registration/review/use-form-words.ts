import type { ActivityForm, FieldChange, FormField, WantedSession } from '@yunhui/contracts';
import { timeWords } from '@yunhui/domain';
import { useWords } from '../../../platform/i18n/use-words.js';

/** A part of the form as `FieldChange` carries it: the same values, by the same names. */
type Values = Partial<ActivityForm>;

/** What a filing says, in lines: each unit, each session and each link on its own, so that what is other can be shown by line. */
export function useFormWords() {
  const words = useWords();
  const { t, form, language } = words;
  const chinese = language === 'en' ? 'en' : 'zh';
  const mark = (is: boolean | undefined, key: 'review.captions' | 'review.signLanguage') => (is ? [t(key)] : []);
  const sessionLines = ({ title, time, form: kind, summary, links, captions, signLanguage }: WantedSession): string[] => [
    [
      title || t('review.untitled'),
      ...(time ? [timeWords(time, chinese)] : []),
      ...(kind ? [form(kind)] : []),
      ...mark(captions, 'review.captions'),
      ...mark(signLanguage, 'review.signLanguage'),
    ].join(' · '),
    ...(summary ? [summary] : []),
    ...links.map(({ label, address }) => (label ? `${label} ${address}` : address)),
  ];
  const linesOf: { [Field in FormField]: (values: Values) => string[] } = {
    title: ({ title }) => some(title),
    summary: ({ summary }) => some(summary),
    mode: ({ mode }) => (mode ? [t(`filing.mode.${mode}`)] : []),
    block: ({ block }) => (block ? [t(`filing.block.${block}`)] : []),
    forms: ({ forms = [] }) => forms.map(form),
    domains: ({ domains = [] }) => domains.map((domain) => t(`filing.domain.${domain}`)),
    programmeTags: ({ programmeTags = [] }) => programmeTags.map((tag) => t(`filing.tag.${tag}`)),
    time: ({ time }) => (time ? [timeWords(time, chinese)] : []),
    place: ({ place }) => (place ? [place.tentative ? t('review.tentative', { words: place.text }) : place.text] : []),
    hosts: ({ hosts = [] }) => hosts.map(({ name }) => name),
    undertakers: ({ undertakers = [] }) => undertakers.map(({ name }) => name),
    coOrganizers: ({ coOrganizers = [] }) => coOrganizers.map(({ name }) => name),
    sessions: ({ sessions = [] }) => sessions.flatMap(sessionLines),
    audience: ({ audience }) => some(audience),
    riskPlan: ({ riskPlan }) => some(riskPlan),
    // Which picture it is nobody can read; that it is another one the lines say.
    cover: ({ cover }) => (cover ? [t('filing.coverIs', { mark: cover.slice(0, 4) })] : []),
  };
  return {
    ...words,
    lines: (field: FormField, values: Values): string[] => linesOf[field](values),
    /** A side of a change: the hub sends the field's value alone. */
    sideLines: ({ field }: FieldChange, value: unknown): string[] => linesOf[field]({ [field]: value ?? undefined } as Values),
  };
}

/** A text's paragraphs; none when nothing is written. */
const some = (text: string | undefined): string[] => (text ?? '').split('\n').filter((line) => line.trim() !== '');
