/** The date of a fact against those of the sources that tell it, and of a source against the document that cites it. */

import { group } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compte } from '../../../../texte/accords.js';
import { anneeDe, duJour, leJour, ordreDates, posterieur } from '../../../../texte/dates.js';
import { dateDeRemise } from '../../../etat/livrable.js';
import { nomDeRencontre } from '../../../vocabulaire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

interface Fait {
  chemin: string;
  date: string | undefined;
  /** With its article and its verb. */
  quoi: string;
  sources: readonly string[];
}

/** A campaign, a yearbook or a page is dated of its beginning or of its first edition: a year more may be in it. */
const UN_AN = 1;

/** Whether a source appeared too early to tell of a day. */
function trop(paru: string | undefined, date: string): boolean {
  const [known, year] = [anneeDe(paru), anneeDe(date)];
  return known !== null && year !== null && year - known > UN_AN;
}

/** What has a date and says who tells it; what is foreseen is told before it is. */
const faitsDe = ({ actions, participation, territoire }: Study): Fait[] => [
  ...(territoire.chiffres_cles ?? []).flatMap(({ id, libelle, date, sources = [], projection }) =>
    projection
      ? []
      : [{ chemin: `territoire/chiffres_cles/${id}`, date, quoi: `le chiffre « ${libelle} » est daté`, sources }],
  ),
  ...participation.map((one) => ({
    chemin: `participation/${one.id}/date`,
    date: one.date,
    quoi: `« ${nomDeRencontre(one)} » se tient`,
    sources: one.sources ?? [],
  })),
  ...actions.flatMap(({ id, titre, debut, statut, sources = [] }) =>
    statut === 'en-projet'
      ? []
      : [{ chemin: `actions/${id}/debut`, date: debut, quoi: `« ${titre} » commence`, sources }],
  ),
];

export const faitApresSesSources: RegleCoherence = {
  code: 'fait-apres-ses-sources',
  gravite: 'attention',
  titre: 'Un fait est postérieur aux sources qui le rapportent.',
  explication:
    'Une source ne rapporte que ce qui était arrivé quand elle a paru. Un chiffre clé (« date »), un temps de participation (« date ») et une action qui n’est plus en projet (« debut ») ne sont pas datés d’après toutes les sources qu’ils citent, quand chacune a sa date, à une année près : une source est souvent datée de son début. Une projection n’est pas comparée.',
  livrables: ['diagnostic'],
  verifier: ({ study }) => {
    const dated = new Map(study.sources.map((one) => [one.id, one]));
    const late = faitsDe(study).flatMap((fait) => {
      const own = fait.sources.flatMap((id) => dated.get(id) ?? []);
      // The latest of them, when all have appeared too early; what is still to come is told as such.
      const [chief] = [...own].sort((a, b) => ordreDates(b.date ?? '', a.date ?? ''));
      const { date } = fait;
      return date !== undefined &&
        chief?.date !== undefined &&
        own.length === fait.sources.length &&
        own.every((one) => trop(one.date, date)) &&
        !posterieur(date, study.etude.date)
        ? [{ ...fait, date, chief, paru: chief.date }]
        : [];
    });
    return [...group(late, ({ chief }) => chief.id).values()].flatMap(([first, ...others]): Contradiction[] =>
      first
        ? [
            {
              chemin: first.chemin,
              contre: [`sources/${first.chief.id}/date`, ...others.map(({ chemin }) => chemin)],
              message: `${first.quoi} ${leJour(first.date)}${others.length > 0 ? `, comme ${compte(others.length, 'autre fait', 'autres faits')}` : ''} ; « ${first.chief.titre} », qui le rapporte, est ${duJour(first.paru)}.`,
              issue: 'Corrigez une des dates, ou citez la source qui le rapporte.',
              saisie: 'Elle s’écrit dans « sources » de la fiche.',
            },
          ]
        : [],
    );
  },
};

export const sourceApresLeDiagnostic: RegleCoherence = {
  code: 'source-apres-le-diagnostic',
  gravite: 'attention',
  titre: 'Ce que le diagnostic a recueilli cite une source qui a paru après lui.',
  explication:
    'Un besoin, et un temps de participation tenu avant la remise du diagnostic (« livrables.date »), ne citent pas une source datée d’après elle : le diagnostic remis ne pouvait pas la citer. La règle relève ceux dont toutes les sources datées sont postérieures ; une action, un organisme ou une expérience, que l’on complète ensuite, ne sont pas comparés.',
  livrables: ['diagnostic'],
  verifier: ({ study }) => {
    const day = dateDeRemise(study, 'diagnostic');
    const dated = new Map(study.sources.map((one) => [one.id, one]));
    const told = [
      ...study.besoins.map(({ id, libelle, sources = [] }) => ({
        chemin: `besoins/${id}/sources`,
        nom: libelle,
        sources,
      })),
      ...study.participation
        .filter(({ date }) => !posterieur(date, day))
        .map((one) => ({
          chemin: `participation/${one.id}/sources`,
          nom: nomDeRencontre(one),
          sources: one.sources ?? [],
        })),
    ];
    const late = told.flatMap(({ chemin, nom, sources }) => {
      const own = sources.flatMap((id) => dated.get(id) ?? []).filter(({ date }) => date !== undefined);
      const [source] = own;
      return source && own.every(({ date }) => posterieur(date, day)) ? [{ chemin, nom, source }] : [];
    });
    return [...group(late, ({ source }) => source.id).values()].flatMap(([first, ...others]): Contradiction[] =>
      first
        ? [
            {
              chemin: first.chemin,
              contre: [`sources/${first.source.id}/date`, 'etude/livrables', ...others.map(({ chemin }) => chemin)],
              message: `« ${first.nom} »${others.length > 0 ? `, comme ${compte(others.length, 'autre fiche', 'autres fiches')},` : ''} cite « ${first.source.titre} » (${first.source.date ?? ''}), qui a paru après la remise du diagnostic (${leJour(day)}).`,
              issue: 'Corrigez la date de la source, ou citez ce que le diagnostic pouvait citer.',
              saisie: 'La date de la source s’écrit dans « date » de sources.yaml.',
            },
          ]
        : [],
    );
  },
};

export const DATES_DES_SOURCES = [faitApresSesSources, sourceApresLeDiagnostic] as const;
