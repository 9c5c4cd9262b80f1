import type { LucideIcon } from 'lucide-react';
import CalendarClock from 'lucide-react/icons/calendar-clock';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import MessagesSquare from 'lucide-react/icons/messages-square';
import RadioTower from 'lucide-react/icons/radio-tower';

type Entry = { to: `/${string}`; label: 'nav.lobby' | 'nav.matrix' | 'nav.schedule' | 'nav.topics'; Icon: LucideIcon };

/** The pages that one may go to from everywhere, in their order. An entry appears when its page exists. */
export const entries: readonly Entry[] = [
  { to: '/', label: 'nav.lobby', Icon: RadioTower },
  { to: '/matrix', label: 'nav.matrix', Icon: LayoutGrid },
  { to: '/schedule', label: 'nav.schedule', Icon: CalendarClock },
  { to: '/topics', label: 'nav.topics', Icon: MessagesSquare },
];
