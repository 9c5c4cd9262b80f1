import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Tabs } from '../../../ui/tabs.js';
import { useDeskWords } from '../use-desk-words.js';
import { ImportForm } from './import-form.js';
import styles from './lists.module.css';
import { PhraseList } from './phrase-list.js';
import { TermList } from './term-list.js';

type Tab = 'terms' | 'allow' | 'import';

/** What screening looks for, in which phrases it means no harm, and both from a file. */
export function Lists() {
  const { t } = useDeskWords();
  const [tab, setTab] = useState<Tab>('terms');
  const [words, setWords] = useState('');
  return (
    <div className={`wrap ${styles.page}`}>
      <header className={styles.head}>
        <h1>{t('lists.title')}</h1>
        {tab === 'import' ? null : (
          <input
            type="search"
            aria-label={t('lists.search')}
            placeholder={t('lists.search')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
        <Link to="/desk/moderation">{t('lists.toDesk')}</Link>
      </header>
      <div className="panel">
        <Tabs
          label={t('lists.title')}
          tabs={(['terms', 'allow', 'import'] as const).map((key) => ({ key, label: t(`lists.${key}`) }))}
          chosen={tab}
          choose={setTab}
        >
          {tab === 'terms' ? <TermList words={words} /> : tab === 'allow' ? <PhraseList words={words} /> : <ImportForm />}
        </Tabs>
      </div>
    </div>
  );
}
