import type { TopicView } from '@yunhui/realtime-client';
import { useState } from 'react';
import { withRealtime } from '../../../platform/realtime.js';
import type { SaidRow } from '../chat.rules.js';
import type { Carried } from '../conversation.rules.js';

/** Where one speaks, whom one answers, and whether it goes over the picture too. */
export function useSpeaking({
  topic,
  carried,
  session,
  views,
  turnTo,
}: {
  topic: string;
  carried: Carried | undefined;
  session: string | undefined;
  views: readonly TopicView[];
  /** Told where one is about to speak: there one wants to hear too. */
  turnTo: (topic: string) => void;
}) {
  const [place, setPlace] = useState(topic);
  const [answered, answer] = useState<SaidRow>();
  const [asDanmaku, setAsDanmaku] = useState(false);
  const speaksIn = place === carried?.topic ? place : topic;

  const choose = (where: string) => {
    turnTo(where);
    setPlace(where);
    if (answered && answered.topic !== where) answer(undefined);
  };
  const send = (text: string) => {
    const kind = asDanmaku && speaksIn === topic ? 'danmaku' : 'chat';
    const replyTo = answered?.seq;
    void withRealtime((client) => {
      client.send({ topic: speaksIn, kind, text, session: speaksIn === topic ? session : undefined, replyTo });
    });
    answer(undefined);
  };
  return {
    topic: speaksIn,
    view: views.find((view) => view.topic === speaksIn),
    choose,
    /** An answer goes where it was asked. */
    answer: (row: SaidRow) => {
      setPlace(row.topic);
      answer(row);
    },
    send,
    reply: { to: answered, cancel: () => answer(undefined) },
    danmaku: { on: asDanmaku, set: setAsDanmaku },
  };
}
