import type { Channel } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { SampleMark } from '../../ui/sample-mark.js';
import styles from './about.module.css';

/** 简介: what this session is about, the featured item 品 of the place, and who is the host. */
export function About({ channel: { current, speciality, host, hostEn, roundTheClock, sample } }: { channel: Channel }) {
  const { t, pick, language } = useWords();
  return (
    <section className={styles.about} aria-label={t('channel.story')}>
      {current?.summary ? <p>{current.summary}</p> : null}
      {speciality ? (
        <>
          <h2>
            {roundTheClock ? null : <span className={styles.kicker}>{t('channel.speciality')}</span>}
            {speciality.title} {sample ? <SampleMark /> : null}
          </h2>
          {language === 'en' && speciality.lineEn ? <p lang="en">{speciality.lineEn}</p> : null}
          <p lang="zh-CN">{speciality.story}</p>
        </>
      ) : null}
      {host ? (
        <p className={styles.host}>
          {t('channel.host')} · {pick(host, hostEn)}
        </p>
      ) : null}
    </section>
  );
}
