import type { LobbyChannel } from '@yunhui/contracts';
import Headphones from 'lucide-react/icons/headphones';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Tv from 'lucide-react/icons/tv';
import { useState } from 'react';
import { ElderCard } from '../features/elder/elder-card.js';
import styles from '../features/elder/elder.module.css';
import { cardsOf, elderChoices, partOfDay, placeOf, type ElderChoice } from '../features/elder/elder.rules.js';
import { useLobby, type LobbyView } from '../features/lobby/use-lobby.js';
import { useHubNow } from '../platform/clock.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { Button } from '../ui/button.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { icon } from '../ui/icon.js';
import { Unreachable } from '../ui/unreachable.js';
import page from './elder-page.module.css';

const icons = { watch: Tv, replay: RotateCcw, listen: Headphones };
const none: ReadonlySet<string> = new Set();

function Choices({ chosen, choose }: { chosen: ElderChoice; choose: (choice: ElderChoice) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.choices}>
      {elderChoices.map((choice) => {
        const Icon = icons[choice];
        return (
          <button key={choice} type="button" aria-pressed={choice === chosen} onClick={() => choose(choice)}>
            <Icon {...icon(36)} />
            {t(`elder.choice.${choice}`)}
          </button>
        );
      })}
    </div>
  );
}

/** The channels in the order of the load: nothing moves here by itself. */
const inOrder = ({ arrangement, tiles }: LobbyView): readonly LobbyChannel[] =>
  Object.values(arrangement)
    .flat()
    .flatMap((slug) => tiles.get(slug) ?? []);

/** 长辈模式: three buttons, one card at a time, and the sentence that matters to this audience. */
export function ElderPage() {
  const { t } = useWords();
  const { view, error, retry } = useLobby(useCampaignSlug(), none);
  const now = useHubNow(60_000);
  const [chosen, choose] = useState<ElderChoice>('watch');
  const [shown, show] = useState<string>();
  usePageTitle(t('elder.title'));
  if (!view && error)
    return (
      <div className="wrap">
        <Unreachable error={error} retry={() => void retry()} />
      </div>
    );

  const channels = view ? inOrder(view) : [];
  const cards = cardsOf(chosen, channels);
  const at = placeOf(cards, shown);
  const card = cards[at];
  if (card && shown === undefined) show(card.slug); // what begins elsewhere does not take the place of what is looked at
  const turn = (step: 1 | -1) => show(cards[(at + step + cards.length) % cards.length]?.slug);
  return (
    <div className={`wrap ${page.page}`}>
      <h1 className="song">{t(`elder.hello.${partOfDay(now)}`, { count: cardsOf('watch', channels).length })}</h1>
      <Choices
        chosen={chosen}
        choose={(choice) => {
          choose(choice);
          show(undefined);
        }}
      />
      <div aria-live="polite">
        {card ? <ElderCard key={card.slug} channel={card} choice={chosen} /> : <p>{t(view ? 'elder.none' : 'elder.loading')}</p>}
      </div>
      {cards.length > 1 ? (
        <div className={styles.turn}>
          <Button onClick={() => turn(-1)}>{t('elder.previous')}</Button>
          <span className="num">{t('elder.place', { at: at + 1, all: cards.length })}</span>
          <Button onClick={() => turn(1)}>{t('elder.next')}</Button>
        </div>
      ) : null}
      <p className={styles.safe}>
        <ShieldCheck {...icon(32)} />
        <span>{t('elder.safe')}</span>
      </p>
    </div>
  );
}
