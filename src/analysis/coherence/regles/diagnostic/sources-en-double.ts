/** One source written twice: it is numbered twice, and what one of the two says is not said of the other. */
import { group } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Source = Study['sources'][number];

/** What two entries of one source share: their title and their page, else their title, author and date. Two articles of one page of a newspaper have two titles. */
const fiche = ({ titre, auteur = '', date = '', url }: Source): string =>
  (url === undefined ? [titre, auteur, date] : [titre, url.replace(/\/$/, '')]).map(phraseNue).join('|');

export const sourceEnDouble: RegleCoherence = {
  code: 'source-en-double',
  gravite: 'attention',
  titre: 'La même source a deux fiches.',
  explication:
    'Deux sources de même titre à la même adresse (« url »), ou sans adresse, de même titre, de même auteur et de même date, sont une seule source : les livrables la numérotent deux fois.',
  livrables: ['diagnostic', 'scenarios', 'mode-operatoire', 'bilan'],
  verifier: ({ study: { sources } }) =>
    [...group(sources, fiche).values()].flatMap(([first, second, ...others]): Contradiction[] =>
      !first || !second
        ? []
        : [
            {
              chemin: `sources/${second.id}/titre`,
              contre: [`sources/${first.id}/titre`, ...others.map(({ id }) => `sources/${id}/titre`)],
              message: `« ${first.titre} » a deux fiches de source.`,
              issue: 'Gardez une fiche, ou dites ce qui les distingue.',
              saisie: 'Ce qui les distingue s’écrit dans « titre », « auteur », « date » ou « url » (sources.yaml).',
            },
          ],
    ),
};

export const SOURCES_EN_DOUBLE = [sourceEnDouble] as const;
