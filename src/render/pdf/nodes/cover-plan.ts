/** Where things stand on a cover, whatever their length: reckoned, so that nothing lies over anything. */

import { textWidth } from '../../../exhibits/charts/drawing/text-width.js';
import { itemAt } from '../../../lists/at.js';
import { A4 } from '../../theme.js';

/** Height of a line of the font, in shares of its size. */
const LINE = 1.326;

/** Band of the title as it usually is, and least room above and below what it holds, in points. */
const BAND = { usual: 330, above: 72, least: 40, below: 28 };

/** Between the band and what follows, between two blocks, and below the notices. */
const GAP = { band: 34, block: 14, tight: 8 };

/** Top of the notices where nothing pushes them, in points. */
const NOTICES_TOP = 600;

export interface CoverText {
  phase: string;
  deliverable: string;
  title: string;
  /** « Maître d’ouvrage  Commune de … », one a line. */
  said: readonly string[];
  notices: readonly string[];
  /** Height of the short contents below what the cover says; 0 without. */
  contents: number;
  /** Height of the row of logos; 0 without. */
  logos: number;
}

export interface CoverFrame {
  width: number;
  marginTop: number;
  marginBottom: number;
  /** Sizes of type, in points. */
  sizes: { lead: number; body: number; small: number };
}

interface Block {
  top: number;
  height: number;
}

export interface CoverPlan {
  band: number;
  phase: Block;
  deliverable: Block & { size: number };
  title: Block & { size: number };
  said: Block & { size: number; after: number };
  notices: Block & { size: number };
  /** Foot of the logos. */
  logosFoot: number;
  /** Nothing lies over anything, nor leaves the page. */
  holds: boolean;
}

/** Lines that a text takes, its longest words left whole; a bold face is the wider one. */
function linesOf(text: string, size: number, width: number): number {
  const space = textWidth(' ', size, true);
  let [lines, at] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const wide = textWidth(word, size, true);
    if (at > 0 && at + wide > width) {
      lines += 1;
      at = 0;
    }
    lines += Math.max(0, Math.ceil(wide / width) - 1);
    at += wide + space;
  }
  return lines;
}

interface Setting {
  deliverable: number;
  title: number;
  said: number;
  after: number;
  notices: number;
  /** The band is as high as what it holds. */
  tight: boolean;
}

/** From the usual setting to the tightest. */
const settings = ({ lead, body, small }: CoverFrame['sizes']): Setting[] => [
  { deliverable: 36, title: 15, said: lead, after: 6, notices: small, tight: false },
  { deliverable: 30, title: 14, said: lead, after: 6, notices: small, tight: false },
  { deliverable: 26, title: 13, said: body, after: 4, notices: small, tight: false },
  { deliverable: 26, title: 13, said: body, after: 4, notices: small, tight: true },
  { deliverable: 22, title: 12, said: small + 0.5, after: 3, notices: small - 0.5, tight: true },
  { deliverable: 18, title: 11, said: small, after: 2, notices: small - 1, tight: true },
];

function planWith(text: CoverText, { width, marginTop, marginBottom, sizes }: CoverFrame, setting: Setting): CoverPlan {
  const phase = linesOf(text.phase, sizes.lead, width) * sizes.lead * LINE * 1.15 + 8;
  const deliverable = linesOf(text.deliverable, setting.deliverable, width) * setting.deliverable * LINE * 1.05 + 10;
  const title = linesOf(text.title, setting.title, width) * setting.title * LINE * 1.2;
  const inBand = phase + deliverable + title;
  const above = setting.tight ? BAND.least : BAND.above;
  const needed = marginTop + above + inBand + BAND.below;
  const band = setting.tight ? needed : Math.max(BAND.usual, needed);
  const start = marginTop + above;
  const line = setting.said * LINE * 1.15;
  const said = text.said.reduce((sum, one) => sum + linesOf(one, setting.said, width) * line + setting.after, 0);
  const notices = text.notices.reduce(
    (sum, one) => sum + linesOf(one, setting.notices, width) * setting.notices * LINE * 1.25 + 6,
    0,
  );
  const logosFoot = A4.height - 48;
  const foot = text.logos > 0 ? logosFoot - text.logos - 12 : A4.height - marginBottom;
  const whatTop = band + (setting.tight ? GAP.block : GAP.band);
  const what = said + (text.contents > 0 ? GAP.block + text.contents : 0);
  const lowest = foot - notices;
  const noticesTop = text.contents > 0 ? lowest : Math.min(NOTICES_TOP, lowest);
  const free = Math.max(noticesTop, Math.min(lowest, whatTop + what + GAP.tight));
  return {
    band,
    phase: { top: start, height: phase },
    deliverable: { top: start + phase, height: deliverable, size: setting.deliverable },
    title: { top: start + phase + deliverable, height: title, size: setting.title },
    said: { top: whatTop, height: what, size: setting.said, after: setting.after },
    notices: { top: free, height: notices, size: setting.notices },
    logosFoot,
    holds: whatTop + what + GAP.tight <= free,
  };
}

/** The first of the settings in which everything holds; the tightest when none does. */
export function coverPlan(text: CoverText, frame: CoverFrame): CoverPlan {
  const plans = settings(frame.sizes).map((setting) => planWith(text, frame, setting));
  return plans.find(({ holds }) => holds) ?? itemAt(plans, plans.length - 1);
}

/** Whether everything holds in the usual setting: short contents stand on the cover only then. */
export function coverIsRoomy(text: CoverText, frame: CoverFrame): boolean {
  const [usual] = settings(frame.sizes);
  return usual !== undefined && planWith(text, frame, usual).holds;
}
