import Copy from 'lucide-react/icons/copy';
import ImageDown from 'lucide-react/icons/image-down';
import { useState } from 'react';
import { copyText } from '../../platform/copy-text.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { faceOf } from '../../ui/element/face.js';
import { icon } from '../../ui/icon.js';
import { Poster } from '../../ui/poster/poster.js';
import type { Remindable } from './remindable.js';
import styles from './remind-sheet.module.css';
import { useReminderWhen } from './use-reminder-when.js';

/** The picture to keep: what, when, whose, and a code that leads back to it. */
function ReminderPicture({ session }: { session: Remindable }) {
  const { t, pick } = useWords();
  const { slug, region, title, titleEn, sample } = session.channel;
  const when = useReminderWhen(session.startsAt, session.endsAt);
  return (
    <Poster
      byHand
      content={{
        face: faceOf({ slug, region, title }),
        title: pick(session.title, session.titleEn),
        when,
        place: pick(title, titleEn),
        brand: t('app.name'),
        invitation: t('share.invitation'),
        ...(sample && { sampleMark: t('sample.mark') }),
        url: new URL(`/channels/${slug}`, location.origin).href,
      }}
    />
  );
}

/** WeChat opens no calendar and saves no file: out into a browser, or a picture to keep. */
export function WeChatWays({ session }: { session: Remindable }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const [picture, setPicture] = useState(false);
  const url = new URL(`/channels/${session.channel.slug}`, location.origin).href;
  return (
    <>
      <div className={styles.way}>
        <h3>{t('reminders.wechat.open')}</h3>
        <p>{t('reminders.wechat.openHow')}</p>
        <Button onClick={() => void copyText(url).then(setCopied)}>
          <Copy {...icon(18)} />
          {t(copied ? 'reminders.copied' : 'reminders.copy')}
        </Button>
      </div>
      <div className={styles.way}>
        {picture ? (
          <ReminderPicture session={session} />
        ) : (
          <Button onClick={() => setPicture(true)}>
            <ImageDown {...icon(18)} />
            {t('reminders.wechat.picture')}
          </Button>
        )}
        <p>{t('reminders.wechat.pictureHow')}</p>
      </div>
    </>
  );
}
