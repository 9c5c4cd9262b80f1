import type { Channel } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { faceOf } from '../../ui/element/face.js';
import styles from './title-strip.module.css';

/** What a channel shows now: the session's title, or its own when nothing is planned. */
export function useChannelTitle(channel: Channel): string {
  const { pick } = useWords();
  return channel.current ? pick(channel.current.title, channel.current.titleEn) : pick(channel.title, channel.titleEn);
}

/** Under the player: whose element, what is on, who hosts it, and what the page lets one do with it. */
export function TitleStrip({ channel, children }: { channel: Channel; children?: ReactNode }) {
  const { form, pick, language } = useWords();
  const title = useChannelTitle(channel);
  const { current, host, hostEn, region } = channel;
  const details = [
    host ? pick(host, hostEn) : pick(region.name, region.nameEn),
    current && form(current.form),
    language === 'zh-CN' && current?.domain,
  ].filter(Boolean);
  return (
    <header className={styles.strip}>
      <ElementCell face={faceOf({ slug: channel.slug, region: region.key, title: channel.title })} size={56} />
      <div className={styles.text}>
        <h1>{title}</h1>
        <p>{details.join(' · ')}</p>
      </div>
      {children}
    </header>
  );
}
